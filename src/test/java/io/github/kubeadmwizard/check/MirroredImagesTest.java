package io.github.kubeadmwizard.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.github.kubeadmwizard.assets.Assets;
import io.github.kubeadmwizard.cluster.AddonSpec;
import io.github.kubeadmwizard.cluster.CniSpec;
import io.github.kubeadmwizard.cluster.ImagesSpec;
import io.github.kubeadmwizard.cluster.Mirrors;
import io.github.kubeadmwizard.cluster.RegistrySpec;
import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.facts.FactsParser;
import io.github.kubeadmwizard.facts.FactsQuestion;
import io.github.kubeadmwizard.facts.Probe;
import io.github.kubeadmwizard.yaml.PlainTree;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Mirrors lag behind: each image is looked for by its tag, where it will come from. */
final class MirroredImagesTest {
  private static final String ALIYUN = "https://registry.aliyuncs.com/v2/google_containers/";
  private static final Mirrors MIRRORS = Mirrors.of(PlainTree.read(Assets.text(Mirrors.ASSET)));

  private final TestCluster cluster = TestCluster.ofThree();

  private static ImagesSpec from(String mirror) {
    return ImagesSpec.DEFAULT.at(
        MIRRORS.all().stream().filter(one -> one.id().equals(mirror)).findFirst());
  }

  private List<String> images() {
    return Probes.wanted(cluster.spec(), GoodFacts.of(1)).stream()
        .filter(wanted -> wanted.kind() == WantedProbe.Kind.IMAGE)
        .map(WantedProbe::target)
        .toList();
  }

  @Test
  void kubeadmsImagesAreLookedForWhereTheirRepositoryIs() {
    cluster.version("1.36.4").images(from("aliyun"));
    assertThat(images())
        .containsExactly(
            ALIYUN + "kube-apiserver/manifests/v1.36.4",
            ALIYUN + "kube-controller-manager/manifests/v1.36.4",
            ALIYUN + "kube-scheduler/manifests/v1.36.4",
            ALIYUN + "kube-proxy/manifests/v1.36.4",
            ALIYUN + "coredns/manifests/v1.14.2",
            ALIYUN + "pause/manifests/3.10.2",
            ALIYUN + "etcd/manifests/3.6.8-0");
  }

  @Test
  void atAProxyAllImagesAreLookedForUnderUpstreamsNames() {
    cluster.version("1.36.4").images(from("daocloud"));
    cluster.addons(new AddonSpec.MetricsServer(false));
    assertThat(images())
        .contains(
            "https://k8s.m.daocloud.io/v2/kube-apiserver/manifests/v1.36.4",
            "https://k8s.m.daocloud.io/v2/coredns/coredns/manifests/v1.14.2")
        .anyMatch(image -> image.startsWith("https://ghcr.m.daocloud.io/v2/flannel-io/flannel/"))
        .anyMatch(image -> image.contains("k8s.m.daocloud.io/v2/metrics-server/metrics-server/"));
    cluster.cni(CniSpec.DEFAULT.named(CniSpec.Name.CALICO));
    assertThat(images())
        .anyMatch(image -> image.startsWith("https://quay.m.daocloud.io/v2/calico/node/"))
        .noneMatch(image -> image.contains("flannel"));
  }

  @Test
  void whatComesFromUpstreamIsNotLookedFor() {
    assertThat(images()).isEmpty();
    cluster.images(new ImagesSpec("registry.k8s.io", proxies("ghcr.io", "http://10.0.0.9:5000")));
    assertThat(images()).isNotEmpty().allMatch(it -> it.startsWith("http://10.0.0.9:5000/v2/fl"));
  }

  @Test
  void whatWantsAnAccountOrACertificateIsNotLookedFor() {
    var own = new ImagesSpec("r.lan/k8s", new TreeMap<>());
    assertThat(of(own, new RegistrySpec(false, true, false, Optional.empty())))
        .hasSize(7)
        .allMatch(image -> image.startsWith("http://r.lan/v2/k8s/"));
    assertThat(of(own, new RegistrySpec(true, false, false, Optional.empty()))).isEmpty();
    assertThat(of(own, new RegistrySpec(false, false, true, Optional.empty()))).isEmpty();
  }

  private List<String> of(ImagesSpec images, RegistrySpec reached) {
    cluster.images(images.withRegistries(new TreeMap<>(Map.of("r.lan", reached))));
    return images();
  }

  @Test
  void whatIsLaidOverKubeadmsDocumentsCounts() {
    cluster.version("1.36.4").images(from("aliyun"));
    cluster.laidOver(
        "clusterConfiguration",
        Map.of("dns", Map.of("imageTag", "v9.9.9"), "etcd", Map.of("external", Map.of())));
    assertThat(images())
        .contains(ALIYUN + "coredns/manifests/v9.9.9")
        .noneMatch(image -> image.contains("etcd"));
  }

  @Test
  void oneHostAsksForAll() {
    cluster.images(from("aliyun"));
    Predicate<String> image = target -> target.contains("/manifests/");
    assertThat(Probes.targets(cluster.spec(), new HostName("n1"), GoodFacts.of(1)))
        .filteredOn(image)
        .hasSize(7);
    assertThat(Probes.targets(cluster.spec(), new HostName("n2"), GoodFacts.of(2)))
        .filteredOn(image)
        .isEmpty();
  }

  private void answered(Map<String, Integer> statuses) {
    var probes = new ArrayList<Probe>();
    probes.add(
        new Probe(
            ALIYUN.replace("google_containers/", ""),
            Probe.Result.OK,
            OptionalInt.of(401),
            80,
            ""));
    for (String target : images()) {
      int status =
          statuses.entrySet().stream()
              .filter(one -> target.contains(one.getKey()))
              .map(Map.Entry::getValue)
              .findFirst()
              .orElse(200);
      var result = status == 200 ? Probe.Result.OK : Probe.Result.HTTP;
      var seen = status == 0 ? OptionalInt.empty() : OptionalInt.of(status);
      probes.add(new Probe(target, status == 0 ? Probe.Result.TIMEOUT : result, seen, 9, ""));
    }
    cluster.facts("n1", facts -> facts.withProbes(probes));
  }

  private String read() {
    return English.say(cluster.finding("Registry", "n1").read());
  }

  @Test
  void anImageThatTheRepositoryLacksBlocksByItsName() {
    cluster.version("1.37.1").images(from("aliyun"));
    answered(Map.of());
    assertThat(cluster.cell("Registry", "n1")).isEqualTo("PASSED 80 ms");
    assertThat(read()).endsWith("registry.aliyuncs.com has all 7 images that it was asked for");
    answered(Map.of("/etcd/", 404, "/coredns/", 401));
    assertThat(cluster.cell("Registry", "n1")).isEqualTo("BLOCKS 2 images missing");
    assertThat(read())
        .contains("registry.aliyuncs.com has all 5 images that it was asked for")
        .endsWith(
            "registry.aliyuncs.com has not, and nobody else is asked for:"
                + " registry.aliyuncs.com/google_containers/coredns:v1.14.6,"
                + " registry.aliyuncs.com/google_containers/etcd:3.7.0-0");
  }

  @Test
  void aPatchThatIsNotKnownYetIsOnlyWarnedOf() {
    cluster.version("1.37").images(from("aliyun"));
    answered(Map.of("/kube-", 404));
    assertThat(cluster.cell("Registry", "n1")).isEqualTo("WARNING 4 images missing");
    answered(Map.of("/kube-", 404, "/pause/", 404));
    assertThat(cluster.cell("Registry", "n1")).isEqualTo("BLOCKS 5 images missing");
  }

  @Test
  void noAnswerInTimeIsNoAnswer() {
    cluster.version("1.37.1").images(from("aliyun"));
    answered(Map.of("/pause/", 0, "/etcd/", 503));
    assertThat(cluster.cell("Registry", "n1")).isEqualTo("WARNING 2 images untold");
    assertThat(read())
        .contains(
            "could not be found out whether registry.aliyuncs.com has: registry.aliyuncs.com");
  }

  /** The real script against a registry that speaks as the real ones do. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void theScriptFindsWhatARegistryLacks() throws Exception {
    var server = registry("/etcd/manifests/");
    try {
      String host = "127.0.0.1:" + server.getAddress().getPort();
      var plain = new RegistrySpec(false, true, false, Optional.empty());
      cluster
          .version("1.36.4")
          .images(
              new ImagesSpec(
                  host + "/google_containers",
                  proxies("ghcr.io", "http://" + host),
                  new TreeMap<>(Map.of(host, plain))));
      var asked =
          Probes.targets(cluster.spec(), new HostName("n1"), GoodFacts.of(1)).stream()
              .filter(target -> target.contains(host))
              .toList();
      var facts = FactsParser.parse(run(FactsQuestion.of(asked, List.of())));
      cluster.facts("n1", good -> good.withProbes(facts.probes()));
      assertThat(cluster.cell("Registry", "n1")).isEqualTo("BLOCKS 1 image missing");
      assertThat(read())
          .contains(host + " has all 8 images that it was asked for")
          .endsWith("asked for: " + host + "/google_containers/etcd:3.6.8-0");
    } finally {
      server.stop(0);
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void whatAProxyLacksIsAskedOfTheRegistryItself() throws Exception {
    var server = registry("/coredns/coredns/manifests/");
    try {
      String address = "http://127.0.0.1:" + server.getAddress().getPort();
      var images = new ImagesSpec("registry.k8s.io", proxies("registry.k8s.io", address));
      cluster.version("1.36.4").images(images);
      var asked =
          Probes.targets(cluster.spec(), new HostName("n1"), GoodFacts.of(1)).stream()
              .filter(target -> target.startsWith(address))
              .toList();
      var facts = FactsParser.parse(run(FactsQuestion.of(asked, List.of())));
      cluster.facts("n1", good -> good.withProbes(facts.probes()));
      assertThat(cluster.cell("Registry", "n1")).isEqualTo("WARNING 1 image missing");
      assertThat(read())
          .endsWith(
              "so that the registries themselves are asked for:"
                  + " registry.k8s.io/coredns/coredns:v1.14.2");
    } finally {
      server.stop(0);
    }
  }

  private static SortedMap<String, String> proxies(String registry, String address) {
    return new TreeMap<>(Map.of(registry, address));
  }

  /** It wants a token for each image, and has all but one. */
  private static HttpServer registry(String lacking) throws IOException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    String base = "http://127.0.0.1:" + server.getAddress().getPort();
    server.createContext(
        "/auth",
        exchange -> {
          byte[] token = "{\"access_token\":\"anybody\"}".getBytes(UTF_8);
          exchange.sendResponseHeaders(200, token.length);
          exchange.getResponseBody().write(token);
          exchange.close();
        });
    server.createContext(
        "/v2/",
        exchange -> {
          var path = exchange.getRequestURI().getPath();
          boolean signed =
              "Bearer anybody".equals(exchange.getRequestHeaders().getFirst("Authorization"));
          if (!signed) {
            exchange
                .getResponseHeaders()
                .add("Www-Authenticate", "Bearer realm=\"" + base + "/auth\",service=\"s\"");
          }
          int there = path.contains(lacking) ? 404 : 200;
          exchange.sendResponseHeaders(signed ? there : 401, -1);
          exchange.close();
        });
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
    return server;
  }

  private static String run(FactsQuestion question) throws IOException {
    var process =
        new ProcessBuilder("/bin/bash", "-s")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    process.outputWriter(UTF_8).append(question.ask(Assets.text("scripts/facts.sh"))).close();
    return new String(process.getInputStream().readAllBytes(), UTF_8);
  }
}
