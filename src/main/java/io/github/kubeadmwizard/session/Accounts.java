package io.github.kubeadmwizard.session;

import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.cluster.ProxySpec;
import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.engine.Problem;
import io.github.kubeadmwizard.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The accounts that a wish names and its file never holds: for the proxy and for registries. */
public final class Accounts {
  private Accounts() {}

  /**
   * An account that somebody has to give.
   *
   * @param registry whose it is; empty: the proxy's
   * @param address what the user knows it by
   */
  public record Need(Optional<String> registry, String address) {
    /** Where it stands in the YAML of {@code --secrets-from-stdin}. */
    public String path() {
      return registry.map(host -> "registries." + host).orElse("proxy");
    }

    /** Keeps the account. */
    public void give(SecretBook book, SecretBook.Account account) {
      registry.ifPresentOrElse(host -> book.registry(host, account), () -> book.proxy(account));
    }
  }

  /** All that the wish needs. */
  public static List<Need> needed(ClusterSpec spec) {
    var needs = new ArrayList<Need>();
    spec.proxy()
        .filter(ProxySpec::signIn)
        .ifPresent(proxy -> needs.add(new Need(Optional.empty(), proxy.http())));
    spec.images()
        .registries()
        .forEach((host, registry) -> {
          if (registry.signIn()) {
            needs.add(new Need(Optional.of(host), host));
          }
        });
    return List.copyOf(needs);
  }

  /** Those that nobody gave yet. */
  public static List<Need> missing(ClusterSpec spec, SecretBook book) {
    return needed(spec).stream().filter(need -> !isKnown(need, book)).toList();
  }

  private static boolean isKnown(Need need, SecretBook book) {
    return need.registry()
        .map(host -> book.registries().containsKey(host))
        .orElseGet(() -> book.proxy().isPresent());
  }

  /** What is told where one is missing and nobody can be asked. */
  public static Problem problem(HostName host, List<Need> missing) {
    List<String> addresses = missing.stream().map(Need::address).toList();
    List<String> paths = missing.stream().map(Need::path).toList();
    return new Problem(
        "session.accountMissing",
        host,
        "",
        Message.of("session.accountMissing.what", addresses),
        Message.of("session.accountMissing.why"),
        Message.of("session.accountMissing.remedy", paths),
        Optional.empty(),
        List.of());
  }
}
