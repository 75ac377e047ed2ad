package io.github.kubeadmwizard.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.assets.Assets;
import io.github.kubeadmwizard.cluster.AddonSpec;
import io.github.kubeadmwizard.cluster.AddonsSpec;
import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.engine.Action;
import io.github.kubeadmwizard.engine.Action.RunScript;
import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.engine.HostScript;
import io.github.kubeadmwizard.engine.Plan;
import io.github.kubeadmwizard.engine.PlannedPhase;
import io.github.kubeadmwizard.facts.HostFacts;
import io.github.kubeadmwizard.install.Ground;
import io.github.kubeadmwizard.install.Installation;
import io.github.kubeadmwizard.install.Preparation;
import io.github.kubeadmwizard.kubeadm.Clusters;
import io.github.kubeadmwizard.kubeadm.KubernetesCatalogue;
import io.github.kubeadmwizard.manifests.ImageReference;
import io.github.kubeadmwizard.manifests.Manifest;
import io.github.kubeadmwizard.manifests.Manifests;
import io.github.kubeadmwizard.os.ImaginedFacts;
import io.github.kubeadmwizard.text.Words;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The images of add-ons on their way: from the manifest into a bundle, and onto the nodes. */
final class AddonImagesTest {
  private static final HostName PLANE = new HostName("n1");
  private static final HostName WORKER = new HostName("n2");
  private static final Map<HostName, Target> TARGETS =
      Map.of(
          PLANE, new Target("debian-13", "amd64"),
          WORKER, new Target("ubuntu-24.04", "arm64"));
  private static final String METRICS = "registry.k8s.io/metrics-server/metrics-server:v0.9.0";
  private static final String TEST = "docker.io/library/nginx:1.29";
  private static final String OWN =
      """
      apiVersion: apps/v1
      kind: DaemonSet
      metadata: {name: agent}
      spec:
        template:
          spec:
            tolerations: [{operator: Exists}]
            containers: [{name: agent, image: "r.lan/agent:1"}, {name: n, image: "nginx:1.29"}]
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: app}
      spec: {template: {spec: {containers: [{name: app, image: r.lan/app:2}]}}}
      """;

  @TempDir Path directory;
  private final Upstream upstream = new Upstream();

  @AfterEach
  void close() {
    upstream.close();
  }

  private static Ground ground() throws Manifest.NoObject {
    ClusterSpec spec =
        ClusterSpec.of(Clusters.VERSION, List.of(Clusters.plane(1), Clusters.worker(2)))
            .with(new AddonsSpec(List.of(AddonSpec.MetricsServer.DEFAULT), List.of("own.yaml")));
    String practice = Assets.text("practice/manifests/metrics-server.yaml");
    var manifests =
        new Manifests(
            Map.of(
                "metrics-server", Manifest.read("metrics-server", practice),
                "own.yaml", Manifest.read("own.yaml", OWN)));
    return new Preparation(KubernetesCatalogue.load(), new Words(Locale.ENGLISH))
        .ground(spec, Map.of(PLANE, facts(PLANE), WORKER, facts(WORKER)), manifests);
  }

  private static HostFacts facts(HostName host) {
    Target is = TARGETS.getOrDefault(host, new Target("?", "?"));
    return ImaginedFacts.of(is.distribution(), is.version(), is.architecture()).orElseThrow();
  }

  private static PlannedPhase ahead(Plan plan) {
    return plan.phases().stream()
        .filter(p -> p.id().equals("fetch-ahead"))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> images(Plan plan, HostName host) {
    return ahead(plan).actionsOn(host).orElse(List.of()).stream()
        .flatMap(action -> Needs.images(action).stream())
        .toList();
  }

  @Test
  void eachNodeFetchesWhatItMayHaveToRunAndNothingTwice() throws Exception {
    Plan plan = Installation.selfContained(ground());
    assertThat(images(plan, PLANE)).containsExactly("r.lan/agent:1", TEST);
    assertThat(images(plan, WORKER)).containsExactly(METRICS, "r.lan/agent:1", TEST, "r.lan/app:2");
    assertThat(ahead(plan).opens()).containsExactly("images-there");
    assertThat(plan.phases())
        .filteredOn(phase -> phase.waitsFor().contains("images-there"))
        .extracting(PlannedPhase::id)
        .containsExactly("add-ons");
  }

  @Test
  void whereTheClusterReachesItsRegistriesNothingIsFetchedAhead() throws Exception {
    assertThat(Installation.plan(ground()).phases())
        .extracting(PlannedPhase::id)
        .contains("add-ons")
        .doesNotContain("fetch-ahead");
  }

  /** The registries are one of our own; packages stay out of this. */
  private Bundle made(Plan plan) throws BundleFailure {
    var wishes =
        TARGETS.entrySet().stream()
            .map(one -> {
              List<String> names = Needs.of(plan, one.getKey()).images();
              var needs = new Needs(List.of(), List.of(), List.of(), names);
              return new BundleMaking.Wish(one.getValue(), needs, List.of());
            })
            .toList();
    var names = wishes.stream().flatMap(wish -> wish.needs().images().stream()).distinct();
    Map<String, String> mirrors =
        names
            .map(ImageReference::parse)
            .peek(image ->
                upstream.image(
                    image.repository(), image.wanted(), Upstream.bytes("common"), "amd64", "arm64"))
            .map(ImageReference::registry)
            .distinct()
            .collect(Collectors.toMap(registry -> registry, _ -> upstream.base));
    try (var making =
        new BundleMaking(
            directory,
            mirrors,
            _ -> Optional.empty(),
            BundleProgress.none(),
            Duration.ofMillis(10))) {
      return making.make("1.36.4", wishes, List.of(), List.of());
    }
  }

  private static Stream<RunScript> imports(Plan plan, HostName host) {
    return ahead(plan).actionsOn(host).orElse(List.of()).stream()
        .filter(action -> Needs.isScript(action, "images-import.sh"))
        .map(RunScript.class::cast);
  }

  @Test
  void theBundleHasThemAndThePlanLoadsThemBeforeTheAddonIsApplied() throws Exception {
    Plan plan = Installation.selfContained(ground());

    Bundle bundle = made(plan);

    assertThat(bundle.image(METRICS, "arm64")).isPresent();
    assertThat(bundle.image(METRICS, "amd64")).isEmpty();
    assertThat(bundle.architectures()).containsExactlyInAnyOrder("amd64", "arm64");
    OfflinePlan offline = OfflinePlan.of(plan, bundle, directory, TARGETS);
    assertThat(offline.lacking().values().stream().flatMap(List::stream))
        .noneMatch(lack -> lack.key().equals("bundle.lacks.image"));
    assertThat(ahead(offline.plan()).actionsOn(WORKER).orElseThrow())
        .extracting(Action::id)
        .containsExactly(
            "bring-images-metrics-server",
            "images-metrics-server",
            "take-away-images-metrics-server",
            "bring-images-own",
            "images-own",
            "take-away-images-own");
    assertThat(imports(offline.plan(), WORKER))
        .extracting(load -> HostScript.of(load).shown().getOrDefault("IMAGES", ""))
        .allSatisfy(lines -> assertThat(lines).contains("|sha256:"))
        .first()
        .asString()
        .startsWith(METRICS + "|");
    assertThat(offline.plan().phases())
        .extracting(PlannedPhase::id)
        .containsSubsequence("remember-proof", "fetch-ahead", "add-ons");
  }
}
