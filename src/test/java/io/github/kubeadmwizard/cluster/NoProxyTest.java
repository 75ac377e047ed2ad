package io.github.kubeadmwizard.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.kubeadm.Clusters;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class NoProxyTest {
  private static final ClusterSpec PLAIN =
      ClusterSpec.of(Clusters.VERSION, List.of(Clusters.plane(1), Clusters.worker(2)));

  private static ClusterSpec behind(String... noProxy) {
    return PLAIN.withProxy(
        Optional.of(new ProxySpec("http://proxy:3128", Optional.empty(), List.of(noProxy), false)));
  }

  @Test
  void theClusterItselfIsAlwaysReachedDirectly() {
    assertThat(
            NoProxy.of(
                behind(".lan"), List.of("10.0.0.1", "fd00::1"), "api.kubeadm-wizard.internal"))
        .isEqualTo(
            "localhost,127.0.0.1,::1,10.244.0.0/16,10.96.0.0/12,10.88.0.11,10.88.0.12,10.0.0.1,"
                + "fd00::1,api.kubeadm-wizard.internal,.svc,.cluster.local,.lan");
  }

  @Test
  void sourcesWithinARangeAreNamedForProgramsThatKnowNoRanges() {
    var spec =
        behind("10.88.0.0/24")
            .with(
                new PackagesSpec(
                    Optional.of("http://10.88.0.1/kubernetes"),
                    Optional.of("http://10.99.0.1/docker"),
                    Optional.empty()));
    assertThat(NoProxy.of(spec, List.of(), ""))
        .endsWith(".svc,.cluster.local,10.88.0.0/24,10.88.0.1");
  }
}
