package io.github.kubeadmwizard.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EnvironmentProxiesTest {
  private static final Map<String, String> BOTH =
      Map.of(
          "HTTPS_PROXY", "http://proxy.lan:3128",
          "http_proxy", "other.lan:8080",
          "no_proxy", "10.88.0.1, .example.org,*.svc:8443");

  @ParameterizedTest
  @CsvSource({
    "https://github.com/x,                proxy.lan:3128",
    "http://github.com/x,                 other.lan:8080",
    "http://10.88.0.1/upstream/,          direct",
    "https://example.org/,                direct",
    "https://a.example.org/,              direct",
    "https://notexample.org/,             proxy.lan:3128",
    "https://a.svc/,                      direct"
  })
  void theEnvironmentNamesTheProxyAsCurlReadsIt(String address, String expected) {
    assertThat(said(BOTH, address)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"https://github.com/x, system.lan:1", "http://github.com/x, proxy.lan:1080"})
  void whatItDoesNotNameIsTheSystems(String address, String expected) {
    assertThat(said(Map.of("http_proxy", "http://proxy.lan"), address)).isEqualTo(expected);
  }

  private static String said(Map<String, String> environment, String address) {
    var system = ProxySelector.of(InetSocketAddress.createUnresolved("system.lan", 1));
    Proxy proxy =
        new EnvironmentProxies(environment, system).select(URI.create(address)).getFirst();
    return proxy.address() instanceof InetSocketAddress at
        ? at.getHostString() + ":" + at.getPort()
        : "direct";
  }
}
