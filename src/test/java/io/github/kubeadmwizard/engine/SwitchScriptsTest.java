package io.github.kubeadmwizard.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.engine.HostSpeech.SaidChanged;
import io.github.kubeadmwizard.engine.HostSpeech.SaidFailed;
import io.github.kubeadmwizard.engine.HostSpeech.SaidUnchanged;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What a node does while its pod network is switched; kubectl and ip are played. */
@Timeout(60)
@EnabledOnOs(OS.LINUX)
final class SwitchScriptsTest {
  private static final String KUBECTL =
      """
      #!/bin/bash
      printf '%s\\n' "$*" >> "$KW_ROOT/asked"
      case "$*" in
        *'get configmap'*) cat "$KW_ROOT/told" ;;
        *'delete pod'*) cp "$KW_ROOT/new-pod" "$KW_ROOT/pod" ;;
        *'get pods'*) cat "$KW_ROOT/pod" ;;
        *'get node'*) cat "$KW_ROOT/type" ;;
      esac
      """;
  private static final String IP =
      """
      #!/bin/bash
      case "$*" in
        '-o -4 route show root 10.244.0.0/16') cat "$KW_ROOT/routes" ;;
        'link delete dev '*) rm "$KW_ROOT/sys/class/net/$4" ;;
      esac
      printf '%s\\n' "$*" >> "$KW_ROOT/asked"
      """;

  @TempDir private Path root;
  @TempDir private Path work;
  private ScriptRoot host;

  @BeforeEach
  void machine() {
    host = ScriptRoot.playing(root, work, Map.of("kubectl", KUBECTL, "ip", IP));
    host.put("etc/kubernetes/kubelet.conf", "");
    host.put("asked", "");
    host.put("told", "2026-11-22T08:00:00Z 2026-11-22T08:00:00Z 2026-11-22T09:00:00Z");
    host.put("type", "host-gw");
  }

  private List<HostSpeech> flannel() throws Exception {
    return host.run("switch-flannel.sh", Map.of("NODE", "n2", "BACKEND", "host-gw"));
  }

  private List<HostSpeech> leftovers(String backend, String part) throws Exception {
    return host.run(
        "switch-leftovers.sh", Map.of("BACKEND", backend, "PART", part, "PODS", "10.244.0.0/16"));
  }

  @Test
  void aPodOlderThanItsConfigurationIsMadeAnew() throws Exception {
    host.put("pod", "old|2026-11-22T08:30:00Z||True| \n");
    host.put("new-pod", "new|2026-11-22T09:00:01Z||True| \n");
    var said = flannel();
    assertThat(ScriptRoot.befores(said))
        .containsExactly("object {existed=true, kind=Pod, name=old, namespace=kube-flannel}");
    assertThat(said.getLast()).isEqualTo(new SaidChanged());
    assertThat(flannel()).containsExactly(new SaidUnchanged());
  }

  @Test
  void aNodeThatSaysAnotherWayFails() throws Exception {
    host.put("pod", "new|2026-11-22T09:00:01Z||True| \n");
    host.put("type", "vxlan");
    assertThat(flannel().getLast())
        .isEqualTo(
            new SaidFailed("install.flannelOtherBackend", List.of("n2", "host-gw", "vxlan")));
  }

  @Test
  void routesThroughLinksOfBeforeGoAndTheOthersStay() throws Exception {
    host.put("sys/class/net/flannel.1", "");
    host.put("sys/class/net/cni0", "");
    host.put(
        "routes",
        """
        10.244.0.0/24 dev cni0 proto kernel scope link src 10.244.0.1
        10.244.1.0/24 via 10.88.0.12 dev eth0
        10.244.2.0/24 via 10.244.2.0 dev flannel.1 onlink
        """);
    var said = leftovers("host-gw", "routes");
    assertThat(ScriptRoot.befores(said))
        .containsExactly(
            "route {family=-4, route=10.244.2.0/24 via 10.244.2.0 dev flannel.1 onlink}");
    assertThat(host.text("asked"))
        .contains("-4 route del 10.244.2.0/24 via 10.244.2.0 dev flannel.1 onlink\n");
    assertThat(leftovers("vxlan", "routes")).containsExactly(new SaidUnchanged());
  }

  @Test
  void pastWireguardNoRouteLeadsThroughAGateway() throws Exception {
    host.put("sys/class/net/flannel-wg", "");
    host.put(
        "routes",
        """
        10.244.0.0/16 dev flannel-wg scope link
        10.244.1.0/24 via 10.88.0.12 dev eth0
        """);
    assertThat(ScriptRoot.befores(leftovers("wireguard", "routes")))
        .containsExactly("route {family=-4, route=10.244.1.0/24 via 10.88.0.12 dev eth0}");
  }

  @Test
  void theLinkOfBeforeGoesOnce() throws Exception {
    host.put("sys/class/net/flannel.1", "");
    host.put("sys/class/net/flannel-wg", "");
    assertThat(leftovers("wireguard", "links").getLast()).isEqualTo(new SaidChanged());
    assertThat(root.resolve("sys/class/net/flannel.1")).doesNotExist();
    assertThat(root.resolve("sys/class/net/flannel-wg")).exists();
    assertThat(leftovers("wireguard", "links")).containsExactly(new SaidUnchanged());
  }

  @Test
  void anInstallationThatWouldChangeTheWayIsStopped() throws Exception {
    host.put("etc/kubernetes/admin.conf", "");
    host.put("told", "{\"Backend\": {\"Type\": \"vxlan\"}}");
    assertThat(host.run("network-agrees.sh", Map.of("BACKEND", "vxlan")))
        .containsExactly(new SaidUnchanged());
    assertThat(host.run("network-agrees.sh", Map.of("BACKEND", "host-gw")))
        .containsExactly(new SaidFailed("install.networkDiffers", List.of("vxlan", "host-gw")));
  }
}
