package io.github.kubeadmwizard.cli;

import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.cluster.HostSpec;
import io.github.kubeadmwizard.session.Accounts;
import io.github.kubeadmwizard.session.SecretBook;
import io.github.kubeadmwizard.session.SecretBook.Account;
import io.github.kubeadmwizard.session.SecretNeed.Kind;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.text.Secret;
import io.github.kubeadmwizard.yaml.Position;
import io.github.kubeadmwizard.yaml.YamlException;
import io.github.kubeadmwizard.yaml.YamlNode;
import io.github.kubeadmwizard.yaml.YamlReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The secrets that {@code --secrets-from-stdin} reads, as YAML: {@code {hosts: {n1: {password,
 * passphrase, sudo}}, bastion: {password, passphrase}, registries: {HOST: {user, password}}, proxy:
 * {user, password}}}. Mistakes are told by their place; what stands there is never repeated, since
 * a misplaced secret can stand anywhere, even as a key.
 */
final class StdinSecrets {
  private static final int LONGEST = 1 << 20;
  private static final List<String> TOP = List.of("hosts", "bastion", "registries", "proxy");
  private static final List<String> HOST = List.of("password", "passphrase", "sudo");
  private static final List<String> BASTION = List.of("password", "passphrase");
  private static final List<String> ACCOUNT = List.of("user", "password");

  private final SecretBook book;
  private final Set<String> hosts = new TreeSet<>();
  private final List<String> registries;
  private final boolean proxy;

  /**
   * @param book takes the secrets
   * @param spec knows the hosts, and who wants an account; nothing is taken that nobody would read
   */
  StdinSecrets(SecretBook book, ClusterSpec spec) {
    this.book = book;
    spec.hosts().stream().map(HostSpec::label).forEach(hosts::add);
    List<Accounts.Need> needs = Accounts.needed(spec);
    registries = needs.stream().flatMap(need -> need.registry().stream()).toList();
    proxy = needs.stream().anyMatch(need -> need.registry().isEmpty());
  }

  /** A mistake in the text. */
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Message what;

    Refused(Position at, Message what) {
      super(what.key());
      this.what =
          Message.of(
              "cli.stdin.place", String.valueOf(at.line()), String.valueOf(at.column()), what);
    }

    /** What is wrong and where. */
    Message what() {
      return what;
    }
  }

  /**
   * Reads all of it.
   *
   * @throws IOException if the input cannot be read
   * @throws Refused if it is not what is expected; then the book holds nothing of it
   */
  void read(InputStream in) throws IOException, Refused {
    byte[] bytes = in.readNBytes(LONGEST);
    try {
      take(YamlReader.readOne(new String(bytes, StandardCharsets.UTF_8)));
    } catch (YamlException e) {
      throw new Refused(e.at(), Message.of("cli.stdin.notYaml"));
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }

  private void take(YamlNode root) throws Refused {
    for (YamlNode.Entry part : entries(root, TOP)) {
      switch (part.key().text()) {
        case "hosts" -> {
          for (YamlNode.Entry host : entries(part.value(), List.copyOf(hosts))) {
            secrets(host.key().text(), host.value(), HOST);
          }
        }
        case "bastion" -> secrets(SecretBook.BASTION, part.value(), BASTION);
        case "registries" -> {
          for (YamlNode.Entry registry : entries(part.value(), registries)) {
            book.registry(registry.key().text(), account(registry.value()));
          }
        }
        default -> {
          if (!proxy) {
            throw new Refused(part.key().at(), Message.of("cli.stdin.noProxy"));
          }
          book.proxy(account(part.value()));
        }
      }
    }
  }

  private void secrets(String name, YamlNode node, List<String> allowed) throws Refused {
    for (YamlNode.Entry secret : entries(node, allowed)) {
      Kind kind =
          switch (secret.key().text()) {
            case "password" -> Kind.PASSWORD;
            case "passphrase" -> Kind.PASSPHRASE;
            default -> Kind.SUDO;
          };
      book.put(kind, name, Secret.of(text(secret.value())));
    }
  }

  private static Account account(YamlNode node) throws Refused {
    entries(node, ACCOUNT);
    YamlNode.Mapping account = mapping(node);
    Optional<YamlNode> user = account.get("user");
    Optional<YamlNode> password = account.get("password");
    if (user.isEmpty() || password.isEmpty()) {
      throw new Refused(node.at(), Message.of("cli.stdin.account"));
    }
    return new Account(text(user.get()), Secret.of(text(password.get())));
  }

  private static List<YamlNode.Entry> entries(YamlNode node, List<String> allowed) throws Refused {
    List<YamlNode.Entry> entries = mapping(node).entries();
    for (YamlNode.Entry entry : entries) {
      if (!allowed.contains(entry.key().text())) {
        throw new Refused(entry.key().at(), Message.of("cli.stdin.unknownKey", allowed));
      }
    }
    return entries;
  }

  private static YamlNode.Mapping mapping(YamlNode node) throws Refused {
    if (node instanceof YamlNode.Mapping mapping) {
      return mapping;
    }
    throw new Refused(node.at(), Message.of("cli.stdin.notMapping"));
  }

  private static String text(YamlNode node) throws Refused {
    if (node instanceof YamlNode.Scalar scalar && scalar.kind() != YamlNode.Kind.NOTHING) {
      return scalar.text();
    }
    throw new Refused(node.at(), Message.of("cli.stdin.notText"));
  }
}
