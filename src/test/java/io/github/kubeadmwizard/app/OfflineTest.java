package io.github.kubeadmwizard.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.bundle.BundleDirectory;
import io.github.kubeadmwizard.cluster.AddonsSpec;
import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.engine.Plan;
import io.github.kubeadmwizard.home.UserDirectories;
import io.github.kubeadmwizard.kubeadm.Clusters;
import io.github.kubeadmwizard.manifests.Download;
import io.github.kubeadmwizard.manifests.EnvironmentProxies;
import io.github.kubeadmwizard.manifests.ManifestCache;
import io.github.kubeadmwizard.manifests.ManifestFetcher;
import java.net.ProxySelector;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is read out of a bundle. */
final class OfflineTest {
  @TempDir Path home;

  @Test
  void podsTakeTheImagesThatTheirNodesHave() throws Exception {
    Path own = home.resolve("own.yaml");
    Files.writeString(
        own,
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: p}
        spec: {containers: [{name: c, image: "r.lan/a:1", imagePullPolicy: Always}]}
        """);
    ClusterSpec spec =
        ClusterSpec.of(Clusters.VERSION, List.of(Clusters.both(1)))
            .with(new AddonsSpec(List.of(), List.of(own.toString())));
    var directories = UserDirectories.of(Map.of("HOME", home.toString()), "Linux", home);
    var download =
        new Download(
            new EnvironmentProxies(Map.of(), ProxySelector.getDefault()), Duration.ofSeconds(1));
    var offline =
        new Offline(
            new ManifestFetcher(directories, new ManifestCache(directories.cache()), download),
            (_, _, _) -> new Plan(List.of()));

    var manifests = offline.manifests(spec, new BundleDirectory(home.resolve("bundle")), _ -> {});

    assertThat(manifests.of(own.toString()).text())
        .contains("imagePullPolicy: IfNotPresent")
        .doesNotContain("Always");
  }
}
