package io.github.kubeadmwizard.session;

import io.github.kubeadmwizard.engine.RunValues;
import io.github.kubeadmwizard.session.SecretNeed.Kind;
import io.github.kubeadmwizard.ssh.SecretSource;
import io.github.kubeadmwizard.text.Secret;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The secrets of one session, in memory only. Where a host has no password for sudo, its login
 * password is tried. Closing wipes them.
 */
public final class SecretBook implements SecretSource, AutoCloseable {
  /** The name of the bastion among the hosts; no host can have it. */
  public static final String BASTION = "(bastion)";

  private final Map<Place, Secret> hosts = new ConcurrentHashMap<>();
  private final Map<String, Account> registries = new ConcurrentHashMap<>();
  private volatile Optional<Account> proxy = Optional.empty();

  private record Place(Kind kind, String name) {}

  /**
   * A user and a password.
   *
   * @param user not secret
   */
  public record Account(String user, Secret password) {
    /** {@code user:password}, percent-encoded, as it stands before the host of an address. */
    public Secret inAddress() {
      return Secret.of(encoded(user) + ":" + encoded(password.reveal()));
    }

    /** {@code user:password} in Base64, as HTTP's Basic scheme has it. Source: RFC 7617. */
    public Secret inHeader() {
      byte[] both = (user + ":" + password.reveal()).getBytes(StandardCharsets.UTF_8);
      return Secret.of(Base64.getEncoder().encodeToString(both));
    }

    private static String encoded(String text) {
      return URLEncoder.encode(text, StandardCharsets.UTF_8)
          .replace("+", "%20")
          .replace("*", "%2A");
    }
  }

  /** Keeps a host's secret, in place of an earlier one. */
  public void put(Kind kind, String name, Secret secret) {
    hosts.put(new Place(kind, name), secret);
  }

  /** Keeps what is known of a host under its new name. */
  public void rename(String from, String to) {
    for (Kind kind : Kind.values()) {
      Secret known = hosts.remove(new Place(kind, from));
      if (known != null) {
        hosts.put(new Place(kind, to), known);
      }
    }
  }

  /** Keeps the account for a registry. */
  public void registry(String host, Account account) {
    registries.put(host, account);
  }

  /** Keeps the account for the proxy of the hosts. */
  public void proxy(Account account) {
    proxy = Optional.of(account);
  }

  /** The accounts for registries, by their host. */
  public Map<String, Account> registries() {
    return Map.copyOf(registries);
  }

  /** The account for the proxy. */
  public Optional<Account> proxy() {
    return proxy;
  }

  @Override
  public Optional<Secret> password(String host) {
    return of(Kind.PASSWORD, host);
  }

  @Override
  public Optional<Secret> passphrase(String host) {
    return of(Kind.PASSPHRASE, host);
  }

  @Override
  public Optional<Secret> sudo(String host) {
    return of(Kind.SUDO, host).or(() -> password(host));
  }

  private Optional<Secret> of(Kind kind, String name) {
    return Optional.ofNullable(hosts.get(new Place(kind, name)));
  }

  /**
   * What the user gave for a run itself: {@code proxy-account} as it stands in an address, {@code
   * registry-account/HOST} as it stands in a header; the bare passwords so that they are covered.
   */
  public RunValues runValues() {
    var values = new RunValues();
    proxy.ifPresent(account -> {
      values.put("proxy-password", account.password());
      values.put("proxy-account", account.inAddress());
    });
    registries.forEach((host, account) -> {
      values.put("registry-password/" + host, account.password());
      values.put("registry-account/" + host, account.inHeader());
    });
    return values;
  }

  /** The text with every secret of this book covered. */
  public String masked(String text) {
    String result = text;
    for (Secret secret : all().toList()) {
      String value = secret.reveal();
      if (value.length() >= 4) {
        result = result.replace(value, secret.toString());
      }
    }
    return result;
  }

  private Stream<Secret> all() {
    var accounts = Stream.concat(registries.values().stream(), proxy.stream());
    return Stream.concat(hosts.values().stream(), accounts.map(Account::password));
  }

  @Override
  public void close() {
    all().forEach(Secret::close);
    hosts.clear();
    registries.clear();
    proxy = Optional.empty();
  }
}
