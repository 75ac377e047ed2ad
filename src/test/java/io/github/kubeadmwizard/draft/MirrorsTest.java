package io.github.kubeadmwizard.draft;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.kubeadmwizard.assets.Assets;
import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.cluster.Mirror;
import io.github.kubeadmwizard.cluster.Mirrors;
import io.github.kubeadmwizard.yaml.PlainTree;
import io.github.kubeadmwizard.yaml.Position;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The mirrors that have names: the data by themselves, and what a cluster file makes of them. */
final class MirrorsTest {
  private static final String HOST = "hosts: [{address: 10.0.0.1, roles: [control-plane]}]\n";
  private static final Set<Object> KEYS = Set.of("id", "name", "packages", "images");

  private final ClusterFile files = ClusterFile.ofThisProgram();

  static List<Mirror> all() {
    return ClusterFile.mirrorsOfThisProgram().all();
  }

  private ClusterSpec read(String text) {
    return switch (files.read("cluster.yaml", HOST + text)) {
      case ClusterFileResult.Read(ClusterSpec spec) -> spec;
      case ClusterFileResult.Refused refused -> throw new AssertionError(refused.problems());
    };
  }

  private List<FileProblem> problems(String text) {
    return files.read("cluster.yaml", HOST + text) instanceof ClusterFileResult.Refused refused
        ? refused.problems()
        : List.of();
  }

  @Test
  void theFileHasNoKeyThatNobodyReads() {
    var tree = PlainTree.read(Assets.text(Mirrors.ASSET));
    for (Object one : (List<?>) tree.get("mirrors")) {
      var mirror = (Map<?, ?>) one;
      assertThat(Set.<Object>copyOf(mirror.keySet())).isSubsetOf(KEYS);
      assertThat(keys(mirror, "name")).containsExactlyInAnyOrder("en", "zh_CN");
      assertThat(keys(mirror, "packages")).isSubsetOf("kubernetes", "docker", "crio");
      assertThat(keys(mirror, "images")).isSubsetOf("repository", "proxies");
    }
  }

  private static Set<Object> keys(Map<?, ?> mirror, String part) {
    return mirror.get(part) instanceof Map<?, ?> inner ? Set.copyOf(inner.keySet()) : Set.of();
  }

  @Test
  void noTwoHaveOneIdOrOneRepository() {
    assertThat(all()).extracting(Mirror::id).doesNotHaveDuplicates();
    assertThat(all().stream().flatMap(mirror -> mirror.repository().stream()))
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("all")
  void aMirrorHasSomethingAndAddressesOfTheRightForm(Mirror mirror) {
    assertThat(mirror.id()).matches("[a-z][a-z0-9-]*");
    assertThat(mirror.name().in(Locale.SIMPLIFIED_CHINESE)).isNotBlank();
    assertThat(mirror.hasPackages() || mirror.hasImages()).isTrue();
    var packages = mirror.packages();
    var bases = Stream.of(packages.kubernetes(), packages.docker(), packages.crio());
    Stream.concat(bases.flatMap(base -> base.stream()), mirror.proxies().values().stream())
        .forEach(address -> {
          assertThat(URI.create(address).getScheme()).isEqualTo("https");
          assertThat(address).doesNotEndWith("/");
          assertThat(problems("packages: {kubernetes: \"" + address + "\"}")).isEmpty();
        });
    mirror
        .repository()
        .ifPresent(it -> assertThat(problems("images: {repository: " + it + "}")).isEmpty());
    mirror
        .proxies()
        .forEach((registry, address) ->
            assertThat(problems("images: {mirrors: {" + registry + ": \"" + address + "\"}}"))
                .isEmpty());
  }

  @Test
  void theSchemaOffersTheSameNames() {
    var schema = new ClusterSchema();
    var keys = new HashSet<String>();
    schema
        .keys()
        .forEach(key -> {
          if (key.getKey().endsWith(".mirror")) {
            keys.add(key.getKey() + " " + values(key.getValue()));
          }
        });
    var known = ClusterFile.mirrorsOfThisProgram();
    assertThat(keys)
        .containsExactlyInAnyOrder(
            "packages.mirror " + known.ofPackages().stream().map(Mirror::id).toList(),
            "images.mirror " + known.ofImages().stream().map(Mirror::id).toList());
  }

  private static List<String> values(JsonNode part) {
    return StreamSupport.stream(part.get("enum").spliterator(), false)
        .map(JsonNode::asText)
        .toList();
  }

  @Test
  void aNameIsReadAsTheAddressesItStandsFor() {
    var packages = read("packages: {mirror: aliyun}").packages();
    assertThat(packages.kubernetes())
        .contains("https://mirrors.aliyun.com/kubernetes-new/core/stable");
    assertThat(packages.docker()).contains("https://mirrors.aliyun.com/docker-ce");
    assertThat(packages.crio()).isEmpty();
    assertThat(packages.binaries()).isEmpty();
    assertThat(read("images: {mirror: aliyun}").images().repository())
        .isEqualTo("registry.aliyuncs.com/google_containers");
    var daocloud = read("images: {mirror: daocloud}").images();
    assertThat(daocloud.repository()).isEqualTo("registry.k8s.io");
    assertThat(daocloud.mirrors())
        .containsEntry("registry.k8s.io", "https://k8s.m.daocloud.io")
        .containsEntry("ghcr.io", "https://ghcr.m.daocloud.io");
  }

  @Test
  void whatIsSaidBesideItGoesBeforeItKeyByKey() {
    var packages = read("packages: {mirror: tuna, docker: http://10.0.0.9/docker}").packages();
    assertThat(packages.docker()).contains("http://10.0.0.9/docker");
    assertThat(packages.kubernetes())
        .contains("https://mirrors.tuna.tsinghua.edu.cn/kubernetes/core:/stable:");
    var images =
        read("""
        images:
          mirror: daocloud
          repository: registry.aliyuncs.com/google_containers
          mirrors: {ghcr.io: "http://10.0.0.9:5000"}
        """)
            .images();
    assertThat(images.repository()).isEqualTo("registry.aliyuncs.com/google_containers");
    assertThat(images.mirrors())
        .containsEntry("ghcr.io", "http://10.0.0.9:5000")
        .containsEntry("quay.io", "https://quay.m.daocloud.io");
    assertThat(read("images: {mirror: aliyun, repository: registry.k8s.io}").images().repository())
        .isEqualTo("registry.k8s.io");
  }

  @Test
  void theNameIsWrittenBackAndNotWhatItStandsFor() {
    var text =
        files.write(
            read(
                """
                packages: {mirror: ustc, docker: "http://10.0.0.9/docker"}
                images: {mirror: aliyun, repository: registry.k8s.io}
                """));
    assertThat(text)
        .contains("packages:\n  mirror: ustc\n  docker: http://10.0.0.9/docker\n")
        .contains("images:\n  mirror: aliyun\n  repository: registry.k8s.io\n")
        .doesNotContain("ustc.edu.cn")
        .doesNotContain("aliyuncs.com");
    assertThat(files.write(read("images: {mirror: daocloud}"))).doesNotContain("daocloud.io");
  }

  @Test
  void aMirrorWhoseNamesAreFlatCannotStandBeforeARegistry() {
    var problem =
        problems(
            "images: {mirrors: {registry.k8s.io:"
                + " \"https://registry.aliyuncs.com/google_containers\"}}");
    assertThat(problem)
        .singleElement()
        .satisfies(one -> {
          assertThat(one.at()).isEqualTo(new Position(2, 37));
          assertThat(one.allowed().key()).isEqualTo("draft.allowed.mirrorAddress");
        });
  }

  @Test
  void thePodNetworkCannotComeFromAMirrorWhoseNamesAreFlat() {
    var problem =
        problems(
            """
            images: {mirror: aliyun}
            cni: {name: calico, imageRegistry: registry.aliyuncs.com/google_containers}
            """);
    assertThat(problem)
        .singleElement()
        .satisfies(one -> {
          assertThat(one.path()).isEqualTo("cni.imageRegistry");
          assertThat(one.what().key()).isEqualTo("cluster.flatRegistry.what");
        });
  }

  @Test
  void dockerTakesNoMirrorOfOtherRegistriesThanItsOwn() {
    var problem = problems("runtime: {name: docker}\nimages: {mirror: daocloud}\n");
    assertThat(problem)
        .singleElement()
        .satisfies(one -> {
          assertThat(one.path()).isEqualTo("images.mirror");
          assertThat(one.at()).isEqualTo(new Position(3, 18));
          assertThat(one.what().args().toString())
              .isEqualTo("[daocloud, [gcr.io, ghcr.io, quay.io, registry.k8s.io]]");
          assertThat(one.allowed().args().toString()).contains("https://docker.m.daocloud.io");
        });
    assertThat(problems("runtime: {name: docker}\nimages: {mirror: aliyun}\n")).isEmpty();
  }

  @Test
  void aDraftKeepsTheNameToo() {
    var text = files.write(read("packages: {mirror: tuna}\nimages: {mirror: daocloud}\n"));
    var opened = files.open(text);
    assertThat(opened.problems()).isEmpty();
    assertThat(files.write(opened.spec())).isEqualTo(text);
  }
}
