package io.github.kubeadmwizard.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.kubeadmwizard.addons.NetworkTraces;
import io.github.kubeadmwizard.engine.HostSpeech.SaidChanged;
import io.github.kubeadmwizard.engine.HostSpeech.SaidUnchanged;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a pod network left is taken away in a network namespace of its own, from real links, routes
 * and packet filter rules; skipped where this machine makes none.
 */
final class NetworkCleanScriptTest {
  @TempDir private Path root;
  @TempDir private Path work;
  private Process namespace;
  private ScriptRoot host;

  @BeforeEach
  void machine() throws Exception {
    namespace = new ProcessBuilder("unshare", "-n", "sh", "-c", "echo; exec sleep 300").start();
    boolean entered = namespace.getInputStream().read() >= 0; // then it is in there
    assumeTrue(entered, "no network namespace is to be had here");
    String enter =
        "[ -n \"${IN_NAMESPACE-}\" ] || IN_NAMESPACE=1 exec nsenter -t %d -n bash \"$0\"\n"
            .formatted(namespace.pid());
    String alone = "export XTABLES_LOCKFILE=" + work.resolve("lock") + "\n";
    host = new ScriptRoot(root, work, enter + alone + "modprobe() { return 1; }\n");
    in("ip link set lo up");
    assumeTrue(
        in("ip link add cni0 type bridge && iptables -N TRY && iptables -X TRY").isEmpty(),
        "this kernel makes no bridge or has no packet filter");
  }

  @AfterEach
  void end() {
    namespace.destroy();
  }

  /** What a command says in the namespace; empty where it went well and is silent. */
  private String in(String command) throws IOException, InterruptedException {
    var bash =
        new ProcessBuilder(
                "nsenter", "-t", String.valueOf(namespace.pid()), "-n", "bash", "-c", command)
            .redirectErrorStream(true)
            .start();
    String said = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    bash.waitFor();
    return said;
  }

  private List<String> links() throws Exception {
    return in("ip -o link show")
        .lines()
        .map(line -> line.split(": ", -1)[1].replaceFirst("@.*", ""))
        .filter(name -> !name.matches("lo|tunl0|sit0|ip6tnl0|gre0|gretap0|erspan0|ip_vti0"))
        .sorted()
        .toList();
  }

  private List<HostSpeech> clean(String plugin, String id) throws Exception {
    var vars = new TreeMap<>(NetworkTraces.onNodes(List.of(plugin)));
    vars.put("SWITCH", id);
    vars.put("PODS", "10.244.0.0/16");
    return host.run("network-clean.sh", vars);
  }

  private List<String> files() throws IOException {
    try (var all = Files.walk(root)) {
      return all.filter(Files::isRegularFile)
          .map(file -> root.relativize(file).toString())
          .filter(name -> !name.contains("/ledger/"))
          .sorted()
          .toList();
    }
  }

  private String rules() throws Exception {
    return in("iptables-save; ip6tables-save").replaceAll("(?m)^#.*\n", "");
  }

  private String filter() throws Exception {
    return in("iptables-save -t filter").replaceAll("(?m)^#.*\n", "");
  }

  @Test
  void flannelGoesAndWhatIsOfOthersStays() throws Exception {
    in(
        """
        ip link add flannel.1 type vxlan id 1 dstport 8472
        ip link add docker0 type bridge; ip link add mine0 type bridge; ip link add veth1 type veth peer name veth2
        ip addr add 192.0.2.1/24 dev docker0; ip link set docker0 up
        ip route add 10.244.1.0/24 via 192.0.2.7
        ip route add 10.245.0.0/16 via 192.0.2.8
        iptables -N KUBE-FORWARD; iptables -A FORWARD -j KUBE-FORWARD
        iptables -A FORWARD -i docker0 -m comment --comment "mine, -j FLANNEL-ish" -j ACCEPT
        """);
    String before = filter();
    in(
        """
        iptables -N FLANNEL-FWD; iptables -A FLANNEL-FWD -s 10.244.0.0/16 -j ACCEPT
        iptables -I FORWARD -m comment --comment "flanneld forward" -j FLANNEL-FWD
        iptables -t nat -N CNI-HOSTPORT-DNAT; iptables -t nat -N CNI-DN-1
        iptables -t nat -A CNI-HOSTPORT-DNAT -j CNI-DN-1
        iptables -t nat -A PREROUTING -m addrtype --dst-type LOCAL -j CNI-HOSTPORT-DNAT
        ip6tables -N FLANNEL-FWD
        """);
    assertThat(rules()).contains("FLANNEL-FWD", "CNI-DN-1");
    host.put(
        "etc/cni/net.d/10-mine.conflist",
        """
        {"name": "net0", "plugins": [{"type": "flannel", "delegate": {"bridge": "mine0"}}]}
        """);
    host.put("etc/cni/net.d/87-podman.conflist", "{\"name\": \"podman\", \"type\": \"bridge\"}");
    host.put("var/lib/cni/networks/net0/10.244.0.2", "id");
    host.put("var/lib/cni/networks/podman/10.88.0.2", "id");
    host.put("var/lib/cni/results/net0-abc-eth0", "{}");
    host.put("run/flannel/subnet.env", "FLANNEL_NETWORK=10.244.0.0/16");
    host.put("opt/cni/bin/flannel", "");
    host.put("opt/cni/bin/bridge", "");

    var said = clean("flannel", "one");

    assertThat(said.getLast()).isEqualTo(new SaidChanged());
    assertThat(links()).containsExactly("docker0", "veth1", "veth2");
    assertThat(in("ip route show")).contains("10.245.0.0/16").doesNotContain("10.244.");
    assertThat(filter()).isEqualTo(before);
    assertThat(rules()).doesNotContain("CNI-").doesNotContain("FLANNEL-FWD");
    assertThat(files())
        .containsExactly(
            "etc/cni/net.d/87-podman.conflist",
            "opt/cni/bin/bridge",
            "var/lib/cni/networks/podman/10.88.0.2",
            "var/lib/kubeadm-wizard/switch-cni.cleaned");
    assertThat(ScriptRoot.befores(said).toList())
        .anyMatch(one -> one.startsWith("link {name=flannel.1"))
        .anyMatch(one -> one.contains("path=/etc/cni/net.d/10-mine.conflist"))
        .anyMatch(one -> one.startsWith("route ") && one.contains("10.244.1.0/24 via 192.0.2.7"));
    assertThat(copies()).contains("FLANNEL_NETWORK=10.244.0.0/16");
  }

  /** The texts that the ledger keeps. */
  private List<String> copies() throws IOException {
    var texts = new ArrayList<String>();
    try (var all = Files.walk(root.resolve("var/lib/kubeadm-wizard/ledger"))) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        texts.add(Files.readString(file));
      }
    }
    return texts;
  }

  @Test
  void whatTheNewNetworkMakesUnderTheSameNamesIsLeftWhenItGoesOn() throws Exception {
    clean("flannel", "one");
    in("ip link add cni0 type bridge");
    assertThat(clean("flannel", "one")).containsExactly(new SaidUnchanged());
    assertThat(links()).containsExactly("cni0");
    assertThat(clean("flannel", "two").getLast()).isEqualTo(new SaidChanged());
    assertThat(links()).isEmpty();
  }

  @Test
  void calicoGoesWithItsMarkedRulesAndRoutes() throws Exception {
    in(
        """
        ip link add cali0123456789a type veth peer name inpod
        ip link add calico-mine type bridge; ip link add vxlan.calico type vxlan id 2 dstport 4789
        ip link set cni0 up; ip addr add 192.0.2.1/24 dev cni0
        ip route add blackhole 10.244.7.0/26 proto 80
        iptables -N cali-FORWARD; iptables -A FORWARD -m comment --comment "cali:x" -j cali-FORWARD
        iptables -A FORWARD -m comment --comment "cali:S93" -m mark --mark 0x10000/0x10000 -j ACCEPT
        iptables -N KUBE-X; iptables -A KUBE-X -m comment --comment "cali:never touched" -j RETURN
        """);
    assertThat(clean("calico", "one").getLast()).isEqualTo(new SaidChanged());
    assertThat(links()).containsExactly("calico-mine", "cni0");
    assertThat(in("ip route show root 10.244.0.0/16 table all")).isEmpty();
    assertThat(rules().lines().filter(line -> line.contains("cali")))
        .containsExactly("-A KUBE-X -m comment --comment \"cali:never touched\" -j RETURN");
  }

  @Test
  void ciliumsRoutingRulesGoAndTheMachinesOwnAddressesStay() throws Exception {
    in(
        """
        ip link add cilium_host type veth peer name cilium_net
        ip link add lxcbr0 type bridge; ip link add lxc0a1b2c3d4e5f type veth peer name inpod
        ip rule add pref 9 fwmark 0x200/0xf00 lookup 2004
        ip route add local 0.0.0.0/0 dev lo table 2004
        ip rule add pref 100 lookup local; ip rule del pref 0
        """);
    assertThat(in("ip rule show")).contains("2004").doesNotContain("0:\tfrom all lookup local\n9");
    assertThat(clean("cilium", "one").getLast()).isEqualTo(new SaidChanged());
    assertThat(links()).containsExactly("cni0", "lxcbr0");
    assertThat(in("ip rule show").lines().map(line -> line.replaceAll("\\s+", " ")))
        .containsExactly(
            "0: from all lookup local",
            "32766: from all lookup main",
            "32767: from all lookup default");
    assertThat(in("ip route show table 2004")).doesNotContain("local");
  }
}
