package io.github.kubeadmwizard.addons;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.cluster.CniSpec;
import io.github.kubeadmwizard.cluster.KubernetesVersion;
import io.github.kubeadmwizard.json.JsonTree;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class LivingNetworkTest {
  private static final String FLANNEL =
      """
      {"kind":"DaemonSet","metadata":{"namespace":"kube-flannel","name":"kube-flannel-ds"},
       "spec":{"template":{"spec":{"containers":[{"args":["--ip-masq","--iface=eth1"]}]}}}},
      {"kind":"DaemonSet","metadata":{"namespace":"kube-system","name":"kube-proxy"}}
      """;
  private static final String OTHER =
      """
      {"kind":"DaemonSet","metadata":{"namespace":"net","name":"router"},
       "spec":{"template":{"spec":{"volumes":[{"hostPath":{"path":"/etc/cni/net.d"}}]}}}}
      """;
  private static final String KUBEADM =
      """
      {"items":[{"metadata":{"name":"kubeadm-config"},"data":{
        "ClusterConfiguration":"networking:\\n  podSubnet: 10.244.0.0/16\\n"}}]}
      """;
  private static final String SETTINGS =
      """
      {"items":[
        {"metadata":{"name":"kube-flannel-cfg","creationTimestamp":"2026-11-22T08:00:00Z",
          "managedFields":[{"time":"2026-11-22T09:00:00Z"},{"time":"2026-11-22T08:00:00Z"}]},
         "data":{"net-conf.json":
           "{\\"Network\\":\\"10.244.0.0/16\\",\\"EnableNFTables\\":false,\\"Backend\\":{\\"Type\\":\\"vxlan\\"}}"}}
      ]}
      """;

  private static String nodes(String second) {
    return """
    {"kind":"Node","metadata":{"name":"n1","annotations":{
      "flannel.alpha.coreos.com/backend-type":"vxlan"}}},
    {"kind":"Node","metadata":{"name":"n2","annotations":{
      "flannel.alpha.coreos.com/backend-type":"%s"}}}
    """
        .formatted(second);
  }

  private static LivingNetwork living(String objects, String... pods) {
    return LivingNetwork.of(
        JsonTree.of("{\"items\":[" + objects + "]}"),
        JsonTree.of(KUBEADM),
        JsonTree.of(SETTINGS),
        List.of(pods));
  }

  private static LivingNetwork flannel(String second, String made) {
    return living(
        nodes(second) + "," + FLANNEL,
        "kube-flannel|n1|true|Running|2026-11-22T09:00:01Z|flannel",
        "kube-flannel|n2|true|Running|" + made + "|flannel",
        "kube-system|n1||Running|2026-11-22T08:05:00Z|",
        "shop|n2||Running|2026-11-22T08:05:00Z|web",
        "shop|n2||Succeeded|2026-11-22T08:05:00Z|web",
        "shop|||Pending|2026-11-22T08:05:00Z|web");
  }

  @Test
  void tellsFlannelAndWhoUsesIt() {
    var living = flannel("vxlan", "2026-11-22T09:00:02Z");
    assertThat(living.plugin()).contains(CniSpec.Name.FLANNEL);
    assertThat(living.podSubnet()).contains("10.244.0.0/16");
    assertThat(living.nodes()).containsExactly("n1", "n2");
    assertThat(living.pods()).isEqualTo(new TreeMap<>(Map.of("kube-system", 1, "shop", 1)));
    assertThat(living.flannel().orElseThrow().backend()).isEqualTo("vxlan");
  }

  @Test
  void flannelIsToldAsTheFileSaysOnlyIfTheCardIsTheSameToo() {
    var spec = ClusterSpec.of(KubernetesVersion.parse("1.36"), List.of());
    var running = flannel("vxlan", "2026-11-22T09:00:02Z").flannel().orElseThrow();
    assertThat(running.isToldAs(spec)).isFalse();
    var same = CniSpec.DEFAULT.withInterface(Optional.of("eth1"));
    assertThat(running.isToldAs(spec.with(same))).isTrue();
    assertThat(running.isToldAs(spec.with(same.withBackend(Optional.of("host-gw"))))).isFalse();
    assertThat(running.isToldAs(spec.with(same.withMtu(Optional.of(1400))))).isFalse();
  }

  @Test
  void aPodThatIsOlderThanTheConfigurationDoesNotFollowIt() {
    assertThat(followed("vxlan", "2026-11-22T09:00:02Z")).isTrue();
    assertThat(followed("vxlan", "2026-11-22T09:00:00Z")).isFalse();
    assertThat(followed("host-gw", "2026-11-22T09:00:02Z")).isFalse();
  }

  private static boolean followed(String second, String made) {
    return flannel(second, made).flannel().orElseThrow().isFollowed();
  }

  /** Its DaemonSet has the same name and the same image as the one of the manifest. */
  @Test
  void calicoByItsOperatorIsToldByItsNamespace() {
    var found =
        living(
                """
                {"kind": "DaemonSet",
                  "metadata": {"namespace": "calico-system", "name": "calico-node"}}
                """)
            .found();
    assertThat(found)
        .containsExactly(
            new LivingNetwork.Found(
                Optional.of(CniSpec.Name.CALICO),
                "calico-system/calico-node",
                Optional.of("calico-operator")));
  }

  @Test
  void aPluginThatIsNotKnownIsToldByTheDirectoryThatItWritesInto() {
    var unknown = living(OTHER);
    assertThat(unknown.plugin()).isEmpty();
    assertThat(unknown.found())
        .containsExactly(new LivingNetwork.Found(Optional.empty(), "net/router", Optional.empty()));
    assertThat(living(FLANNEL + "," + OTHER).plugin()).isEmpty();
  }
}
