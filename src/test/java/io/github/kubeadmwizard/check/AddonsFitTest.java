package io.github.kubeadmwizard.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.kubeadmwizard.cluster.AddonSpec;
import io.github.kubeadmwizard.cluster.AddonSpec.Dashboard;
import io.github.kubeadmwizard.cluster.NetworkSpec;
import io.github.kubeadmwizard.cluster.NetworkSpec.KubeProxyMode;
import io.github.kubeadmwizard.text.Message;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** n1 is a control plane, n2 and n3 workers, all of amd64. */
final class AddonsFitTest {
  private final TestCluster cluster = TestCluster.ofThree();

  private List<Finding> found() {
    return cluster.look().byCheck().getOrDefault("AddOns", List.of());
  }

  private void assertPassed() {
    assertThat(found()).extracting(Finding::state).containsExactly(State.PASSED);
  }

  private void assertFound(State state, Message... read) {
    assertThat(found())
        .extracting(Finding::state, Finding::read)
        .containsExactly(tuple(state, Message.of("check.read.addons", List.of((Object[]) read))));
  }

  @Test
  void withoutAddonsThereIsNothingToSay() {
    assertThat(found()).isEmpty();
  }

  @Test
  void whatFitsPasses() {
    cluster.addons(AddonSpec.MetricsServer.DEFAULT, AddonSpec.LocalPath.DEFAULT);
    assertPassed();
  }

  @Test
  void anOlderKubernetesThanAnAddonIsMadeForBlocks() {
    cluster.version("1.33").addons(AddonSpec.MetricsServer.DEFAULT);
    assertFound(State.BLOCKS, Message.of("check.addons.older", "metrics-server", "1.34"));
  }

  @Test
  void aRetiredOneIsWarnedOf() {
    cluster.addons(
        new Dashboard(Dashboard.Kind.KUBERNETES_DASHBOARD, Dashboard.Access.CLUSTER_ADMIN));
    assertFound(
        State.WARNING,
        Message.of("check.addons.newer", "Kubernetes Dashboard", "1.34"),
        Message.of("check.addons.retired", "Kubernetes Dashboard", "2026-01-21"));
  }

  @Test
  void anAddressThatNobodyGivesIsWarnedOf() {
    var wish = new AddonSpec.Ingress(AddonSpec.Ingress.Expose.LOAD_BALANCER, true);
    cluster.addons(wish);
    assertFound(State.WARNING, Message.of("check.addons.noLoadBalancer"));
    cluster.addons(wish, new AddonSpec.MetalLb(List.of("10.88.0.200-10.88.0.220")));
    assertPassed();
  }

  @Test
  void metalLbWithIpvsNeedsStrictArp() {
    var usual = NetworkSpec.DEFAULT;
    cluster
        .addons(new AddonSpec.MetalLb(List.of("10.88.0.200-10.88.0.220")))
        .network(
            new NetworkSpec(
                usual.endpoint(),
                usual.highAvailability(),
                usual.podCIDR(),
                usual.serviceCIDR(),
                usual.dnsDomain(),
                KubeProxyMode.IPVS));
    assertThat(found()).extracting(Finding::state).containsExactly(State.WARNING);
    cluster.laidOver("kubeProxyConfiguration", Map.of("ipvs", Map.of("strictARP", true)));
    assertPassed();
  }

  @Test
  void aVolumeOfAClassThatNobodyBringsIsWarnedOf() {
    var wish = new AddonSpec.Prometheus(1, "24h", Optional.of("local-path"), Optional.empty());
    cluster.addons(wish, AddonSpec.LocalPath.DEFAULT);
    assertThat(found()).extracting(Finding::state).containsExactly(State.PASSED);
    cluster.addons(wish);
    assertThat(found())
        .extracting(Finding::read)
        .containsExactly(
            Message.of(
                "check.read.addons",
                List.of(Message.of("check.addons.unknownClass", "kube-prometheus", "local-path"))));
    cluster.addons(new AddonSpec.Logs("7d", Optional.of("mine"), "10Gi"));
    assertThat(found())
        .extracting(Finding::read)
        .containsExactly(
            Message.of(
                "check.read.addons",
                List.of(Message.of("check.addons.unknownClass", "VictoriaLogs", "mine"))));
  }
}
