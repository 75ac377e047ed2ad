package io.github.kubeadmwizard.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.cluster.CniSpec;
import io.github.kubeadmwizard.facts.Firewall;
import io.github.kubeadmwizard.facts.HostFacts;
import io.github.kubeadmwizard.facts.ListeningPort.Protocol;
import io.github.kubeadmwizard.facts.Service;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The requirements of the groups firewall and left-overs, on bare hosts and on nodes of ours. */
final class LeftoverChecksTest {
  private static final String MANIFEST = "/etc/kubernetes/manifests/kube-apiserver.yaml";
  private static final String KUBELET = "/etc/kubernetes/kubelet.conf";
  private static final String CA = "/etc/kubernetes/pki/ca.crt";

  private final TestCluster cluster = TestCluster.ofThree();

  @Test
  void theThreeFirewallsAreOpenedByTheInstallationAndOthersWarnedOf() {
    cluster
        .facts("n1", firewall(Firewall.Tool.FIREWALLD))
        .facts("n2", firewall(Firewall.Tool.UFW))
        .facts("n3", firewall(Firewall.Tool.IPTABLES));
    assertThat(cluster.cell("Firewall", "n1")).isEqualTo("SET_BY_INSTALL firewalld");
    assertThat(cluster.finding("Firewall", "n1").check()).isEqualTo("Firewalld");
    assertThat(cluster.cell("Firewall", "n2")).isEqualTo("SET_BY_INSTALL ufw");
    assertThat(cluster.cell("Firewall", "n3")).isEqualTo("WARNING iptables");
    assertThat(TestCluster.ofThree().cell("Firewall", "n1")).isEqualTo("PASSED open");
  }

  @Test
  void aPortInUseIsToldWithItsOwner() {
    cluster
        .facts("n1", Change.listens(Protocol.TCP, 6443, "haproxy"))
        .facts("n2", Change.listens(Protocol.TCP, 6443, "haproxy"));
    assertThat(cluster.cell("Port-6443", "n1")).isEqualTo("BLOCKS haproxy");
    assertThat(English.say(cluster.finding("Port-6443", "n1").read()))
        .isEqualTo("On port 6443 listens: haproxy.");
    assertThat(cluster.look().byCheck().get("Port-6443")).hasSize(1);
    assertThat(cluster.cell("Port-10250", "n2")).isEqualTo("PASSED free");
  }

  @Test
  void flannelsPortIsOfUdp() {
    cluster
        .facts("n2", Change.listens(Protocol.UDP, 8472, "vxlan"))
        .facts("n3", Change.listens(Protocol.TCP, 8472, "web"));
    assertThat(cluster.cell("Port-8472", "n2")).isEqualTo("WARNING vxlan");
    assertThat(cluster.cell("Port-8472", "n3")).isEqualTo("PASSED free");
  }

  @Test
  void aNodeOfAnotherClusterIsNeverTakenOver() {
    cluster.facts("n2", Change.apiServer("https://10.1.1.1:6443")).override("OtherCluster");
    assertThat(cluster.cell("OtherCluster", "n1")).isEqualTo("PASSED none");
    assertThat(cluster.cell("OtherCluster", "n2")).isEqualTo("BLOCKS https://10.1.1.1:6443");
  }

  @Test
  void aSecondInstallOnTheSameClusterIsNotBlocked() {
    installed("n1").facts("n1", Change.listens(Protocol.TCP, 6443, "kube-apiserver"));
    installed("n2");
    assertThat(cluster.look().blocks()).isFalse();
    assertThat(cluster.cell("OtherCluster", "n1")).isEqualTo("PASSED this cluster");
    assertThat(cluster.cell("Port-6443", "n1")).isEqualTo("PASSED this cluster");
    assertThat(cluster.cell("DirAvailable--var-lib-etcd", "n1")).isEqualTo("PASSED this cluster");
    assertThat(cluster.cell("LeftoverCni", "n2")).isEqualTo("PASSED this cluster");
  }

  @Test
  void aWorkerOfAnEarlierClusterAtTheSameAddressIsNotTakenForOneOfThis() {
    installed("n2");
    assertThat(cluster.finding("OtherCluster", "n2").state()).isEqualTo(State.BLOCKS);
    assertThat(cluster.cell("FileAvailable--etc-kubernetes-kubelet.conf", "n2"))
        .isEqualTo("BLOCKS there");
  }

  @Test
  void filesOfAnEarlierClusterBlockUnderKubeadmsNames() {
    cluster
        .facts(
            "n1", Change.leftovers(List.of(MANIFEST, CA), List.of("member"), List.of(), List.of()))
        .facts(
            "n2", Change.leftovers(List.of(KUBELET, CA), List.of("member"), List.of(), List.of()));
    assertThat(cluster.cell("FileAvailable--etc-kubernetes-manifests-kube-apiserver.yaml", "n1"))
        .isEqualTo("BLOCKS there");
    assertThat(cluster.cell("DirAvailable--var-lib-etcd", "n1")).isEqualTo("BLOCKS there");
    assertThat(cluster.cell("ExistingCa", "n1")).isEqualTo("WARNING there");
    assertThat(cluster.cell("FileAvailable--etc-kubernetes-kubelet.conf", "n2"))
        .isEqualTo("BLOCKS there");
    assertThat(cluster.cell("FileAvailable--etc-kubernetes-pki-ca.crt", "n2"))
        .isEqualTo("BLOCKS there");
    assertThat(cluster.look().byCheck().get("DirAvailable--var-lib-etcd")).hasSize(1);
    cluster.override("DirAvailable--var-lib-etcd");
    assertThat(cluster.cell("DirAvailable--var-lib-etcd", "n1")).isEqualTo("OVERRIDDEN there");
  }

  @Test
  void anotherPodNetworkBlocksWhereItGoesFirstOrHasLinks() {
    cluster
        .facts("n1", cni(List.of("05-cilium.conflist"), List.of()))
        .facts("n2", cni(List.of("87-podman-bridge.conflist", ".keep"), List.of()))
        .facts("n3", cni(List.of(), List.of("cni0")));
    assertThat(cluster.cell("LeftoverCni", "n1")).isEqualTo("BLOCKS 05-cilium.conflist");
    assertThat(cluster.cell("LeftoverCni", "n2")).isEqualTo("WARNING 87-podman-bridge.conflist");
    assertThat(cluster.cell("LeftoverCni", "n3")).isEqualTo("BLOCKS cni0");
    assertThat(cluster.finding("LeftoverCni", "n3").mend())
        .containsExactly(Mends.putCniAway(List.of(), List.of("cni0")));
  }

  @Test
  void flagsThatTheKubeletNoLongerKnowsBlockWithTheirFile() {
    cluster
        .facts(
            "n1", Change.kubelet("1.36.4", "enabled", "KUBELET_EXTRA_ARGS=--node-ip=10.88.0.11\n"))
        .facts(
            "n2",
            Change.kubelet(
                "1.36.4",
                "enabled",
                "# --container-runtime=docker\nKUBELET_EXTRA_ARGS=\"--network-plugin=cni\"\n"));
    assertThat(cluster.cell("StaleKubeletFlags", "n1")).isEqualTo("PASSED none");
    assertThat(cluster.cell("StaleKubeletFlags", "n2")).isEqualTo("BLOCKS --network-plugin");
    assertThat(cluster.finding("StaleKubeletFlags", "n2").mend())
        .containsExactly(
            Mends.dropKubeletFlags(List.of("network-plugin"), List.of("/etc/default/kubelet")));
  }

  @Test
  void aKubeletNewerThanTheClusterBlocksAndAnOlderOneIsRenewed() {
    cluster
        .facts("n1", Change.kubelet("1.37.1", "enabled", ""))
        .facts("n2", Change.kubelet("1.35.9", "enabled", ""))
        .facts("n3", Change.kubelet("1.36.2", "enabled", ""));
    assertThat(cluster.cell("KubeletVersion", "n1")).isEqualTo("BLOCKS 1.37.1");
    assertThat(cluster.cell("KubernetesVersion", "n1")).isEqualTo("BLOCKS 1.37.1");
    assertThat(cluster.cell("KubeletVersion", "n2")).isEqualTo("SET_BY_INSTALL 1.35.9");
    assertThat(cluster.cell("KubeletVersion", "n3")).isEqualTo("PASSED 1.36.2");
    assertThat(cluster.version("1.36.1").cell("KubeletVersion", "n3")).isEqualTo("BLOCKS 1.36.2");
  }

  @Test
  void aClusterThatIsThereIsNotHalfUpgraded() {
    cluster
        .facts("n1", Change.kubelet("1.35.9", "enabled", ""))
        .facts("n1", Change.apiServer("https://10.88.0.11:6443"));
    assertThat(cluster.cell("KubeletVersion", "n1")).isEqualTo("BLOCKS 1.35.9");
    assertThat(cluster.cell("KubernetesVersion", "n1")).isEqualTo("BLOCKS 1.35.9");
    assertThat(English.say(cluster.finding("KubeletVersion", "n1").read()))
        .startsWith("kubelet is 1.35.9 in a cluster that is there already, and the file wants 1.36")
        .contains("Write 1.35.9 into the file");
    assertThat(cluster.cell("HeldPackages", "n1")).isEqualTo("PASSED this cluster");
  }

  @Test
  void aMaskedKubeletBlocksAndADisabledOneIsEnabled() {
    cluster
        .facts("n1", Change.kubelet("1.36.4", "masked", ""))
        .facts("n2", Change.kubelet("1.36.4", "disabled", ""))
        .facts("n3", Change.kubelet("1.36.4", "enabled", ""));
    assertThat(cluster.cell("Service-Kubelet", "n1")).isEqualTo("BLOCKS masked");
    assertThat(cluster.cell("Service-Kubelet", "n2")).isEqualTo("SET_BY_INSTALL to set");
    assertThat(cluster.cell("Service-Kubelet", "n3")).isEqualTo("PASSED enabled");
  }

  @Test
  void aClusterWhoseFlannelCarriesPacketsInAnotherWayIsLeftToTheSwitch() {
    installed("n1");
    installed("n2");
    cluster.cni(CniSpec.DEFAULT.withBackend(Optional.of("host-gw")));
    assertThat(cluster.cell("LeftoverCni", "n2")).isEqualTo("BLOCKS another way");
    assertThat(English.say(cluster.finding("LeftoverCni", "n2").read()))
        .isEqualTo(
            "Flannel carries packets over vxlan on this cluster; the file says host-gw."
                + " To switch: kubeadm-wizard switch-cni.");
  }

  private TestCluster installed(String host) {
    return cluster
        .facts(host, Change.apiServer("https://10.88.0.11:6443"))
        .facts(
            host,
            Change.leftovers(
                List.of(MANIFEST, KUBELET, CA), List.of("member"),
                List.of("10-flannel.conflist"), List.of("cni0", "flannel.1")));
  }

  private static UnaryOperator<HostFacts> cni(List<String> files, List<String> links) {
    return Change.leftovers(List.of(), List.of(), files, links);
  }

  private static UnaryOperator<HostFacts> firewall(Firewall.Tool tool) {
    return f ->
        f.with(
            new Firewall(
                tool,
                Service.absent("firewalld.service"),
                Service.absent("ufw.service"),
                Service.absent("nftables.service"),
                Optional.empty(),
                Firewall.IptablesBackend.NFT,
                new TreeMap<>(),
                OptionalInt.of(3),
                List.of()));
  }
}
