package io.github.kubeadmwizard.check;

import io.github.kubeadmwizard.cluster.Cidr;
import io.github.kubeadmwizard.text.Message;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Source: preflight, HTTPProxyCheck and HTTPProxyCIDRCheck: a warning. */
record ApiIsReachedDirectly(String id, Function<HostContext, List<String>> targets)
    implements HostCheck {

  /** The API server itself. */
  static ApiIsReachedDirectly api() {
    return new ApiIsReachedDirectly("HTTPProxy", at -> List.of(at.advertiseAddress()));
  }

  /** Pods and services. */
  static ApiIsReachedDirectly ranges() {
    return new ApiIsReachedDirectly(
        "HTTPProxyCIDR",
        at ->
            Stream.concat(
                    at.spec().network().serviceCIDR().stream(),
                    at.spec().network().podCIDR().stream())
                .map(Cidr::address)
                .toList());
  }

  @Override
  public Group group() {
    return Group.NETWORK;
  }

  @Override
  public Optional<Verdict> look(HostContext at) {
    var proxies = at.facts().login().proxies();
    var proxy =
        Stream.of("https_proxy", "HTTPS_PROXY")
            .filter(name -> proxies.containsKey(name))
            .map(name -> proxies.getOrDefault(name, ""))
            .findFirst();
    if (proxy.isEmpty()) {
      return Optional.of(
          Verdict.passed(Message.of("check.short.direct"), Message.of("check.read.noProxy")));
    }
    var exceptions =
        proxies.getOrDefault("no_proxy", "") + "," + proxies.getOrDefault("NO_PROXY", "");
    var through =
        targets.apply(at).stream().filter(target -> !isExcepted(target, exceptions)).toList();
    return Optional.of(
        through.isEmpty()
            ? Verdict.passed(
                Message.of("check.short.direct"),
                Message.of("check.read.proxyPassedBy", proxy.get()))
            : Verdict.warning(
                Message.of("check.short.proxy"),
                Message.of("check.read.throughProxy", through, proxy.get())));
  }

  private static boolean isExcepted(String target, String exceptions) {
    return Arrays.stream(exceptions.split(",", -1))
        .map(String::strip)
        .filter(exception -> !exception.isEmpty())
        .anyMatch(exception -> exception.equals("*") || covers(exception, target));
  }

  private static boolean covers(String exception, String target) {
    if (exception.equalsIgnoreCase(target)) {
      return true;
    }
    try {
      return exception.contains("/") && Cidr.parse(exception).contains(target);
    } catch (IllegalArgumentException notARange) {
      return false;
    }
  }
}
