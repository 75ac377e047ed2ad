package io.github.kubeadmwizard.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.engine.HostSpeech.SaidChanged;
import io.github.kubeadmwizard.engine.HostSpeech.SaidFailed;
import io.github.kubeadmwizard.engine.HostSpeech.SaidSkipped;
import io.github.kubeadmwizard.engine.HostSpeech.SaidUnchanged;
import io.github.kubeadmwizard.text.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the API server is asked for, and in which order, while one plugin takes another's place. */
final class NetworkSwitchScriptsTest {
  private static final String KUBECTL =
      """
      #!/bin/bash
      echo "$*" >> "$KW_ROOT/asked"
      case "$*" in
        *--dry-run=server*) cat "$KW_ROOT/tried"; [ ! -s "$KW_ROOT/tried" ] || exit 1 ;;
        *'get nodes'*) cat "$KW_ROOT/nodes" ;;
        *'annotate nodes'*) echo n1 mark >> "$KW_ROOT/told" ;;
        *'get whiskers'*) echo "error: the server doesn't have a resource type \"whiskers\""; exit 1 ;;
        *'get installations'*finalizers*) cat "$KW_ROOT/held" ;;
        *'get installations'*) cat "$KW_ROOT/wishes" ;;
        *'delete installations'*) [ ! -f "$KW_ROOT/stuck" ] || { cat "$KW_ROOT/stuck"; exit 1; } ;;
        *'get deployment'*) cat "$KW_ROOT/operators" ;;
        *'get tiers'*finalizers*) cat "$KW_ROOT/finalized" ;;
        *'get customresourcedefinitions'*) cat "$KW_ROOT/kinds" ;;
        *'get globalnetworkpolicies'*'-o name') [ ! -f "$KW_ROOT/dumb" ] || exit 1; echo globalnetworkpolicy/mine ;;
        *'get pods -o name'*) [ ! -f "$KW_ROOT/dumb" ] || exit 1; cat "$KW_ROOT/inhabitants" ;;
        *'get pods -A'*) cat "$KW_ROOT/pods"; [ -f "$KW_ROOT/later" ] && mv "$KW_ROOT/later" "$KW_ROOT/pods" ;;
        *'delete -f'*1-daemons*) cat "${3}" > "$KW_ROOT/daemons" ;;
        *'delete -f'*2-rest*) cat "${3}" > "$KW_ROOT/rest" ;;
      esac
      exit 0
      """;
  private static final String OWN =
      """
      apiVersion: v1
      kind: Namespace
      metadata:
        name: my-net
      ---
      apiVersion: apiextensions.k8s.io/v1
      kind: CustomResourceDefinition
      metadata:
        name: things.mine
      ---
      apiVersion: apps/v1
      kind: DaemonSet
      metadata:
        name: carrier
        namespace: my-net
      """;

  @TempDir private Path root;
  @TempDir private Path work;
  private ScriptRoot host;

  @BeforeEach
  void machine() {
    host = ScriptRoot.playing(root, work, Map.of("kubectl", KUBECTL));
    host.put("etc/kubernetes/admin.conf", "");
    host.put("etc/kubernetes/kubelet.conf", "");
    for (String empty :
        List.of("asked", "tried", "kinds", "inhabitants", "nodes", "held", "wishes", "operators")) {
      host.put(empty, "");
    }
  }

  private List<HostSpeech> begin(String workload) throws Exception {
    return host.run(
        "network-begin.sh",
        Map.of(
            "MARK", "from=flannel by=" + workload + " calico one",
            "WORKLOADS", workload,
            "OBJECTS", "apps/v1 DaemonSet kube-flannel kube-flannel-ds",
            "WISHES", "installations.operator.tigera.io",
            "OPERATOR", "tigera-operator tigera-operator",
            "NAME", "calico",
            "MANIFEST", "kind: DaemonSet\n"));
  }

  /** What it holds by finalizers would never go. */
  @Test
  void anOperatorThatDoesNotRunStopsItBeforeAnythingIsMarked() throws Exception {
    host.put("nodes", "n1 <no value>\n");
    host.put("held", "[\"tigera.io/operator-cleanup\"]");
    host.put("operators", "");
    assertThat(begin("kube-flannel/kube-flannel-ds"))
        .containsExactly(
            new SaidFailed(
                "install.operatorAway",
                List.of("tigera-operator/tigera-operator", "installations.operator.tigera.io")));
    assertThat(host.text("asked")).doesNotContain("annotate");
    host.put("operators", "1");
    assertThat(begin("kube-flannel/kube-flannel-ds").getLast()).isEqualTo(new SaidChanged());
    host.put("held", "");
    host.put("operators", "");
    assertThat(begin("kube-flannel/kube-flannel-ds").getLast()).isEqualTo(new SaidChanged());
  }

  @Test
  void whatAnOperatorWasToldToRunGoesFirstKindByKind() throws Exception {
    host.put("wishes", "installation.operator.tigera.io/default\n");
    host.put("kinds", "tiers.crd.projectcalico.org\n");
    host.put("finalized", "|default|[\"projectcalico.org/finalizer\"]\n|other|\n");
    var said = remove("calico-system/calico-node", "apps/v1 DaemonSet calico-system calico-node");
    assertThat(said.getLast()).isEqualTo(new SaidChanged());
    assertThat(host.text("asked"))
        .containsSubsequence(
            "delete installations.operator.tigera.io --all --wait=true",
            "1-daemons.yaml",
            "2-rest.yaml",
            "patch tiers.crd.projectcalico.org default --type=merge -p"
                + " {\"metadata\":{\"finalizers\":null}}",
            "delete customresourcedefinitions tiers.crd.projectcalico.org")
        .doesNotContain("delete whiskers", "patch tiers.crd.projectcalico.org other");
  }

  @Test
  void anOperatorThatDoesNotLetGoStopsItBeforeItGoesItself() throws Exception {
    host.put("wishes", "installation.operator.tigera.io/default\n");
    host.put("stuck", "error: timed out waiting for the condition on installations/default\n");
    assertThat(remove("calico-system/calico-node", "v1 ServiceAccount x y").getLast())
        .isEqualTo(
            new SaidFailed(
                "install.networkStays",
                List.of("error: timed out waiting for the condition on installations/default")));
    assertThat(host.text("asked")).doesNotContain("1-daemons.yaml", "2-rest.yaml");
  }

  @Test
  void aNetworkOfUnknownObjectsIsNotBegunWith() throws Exception {
    host.put("nodes", "n1 <no value>\n");
    assertThat(begin("my-net/carrier"))
        .containsExactly(new SaidFailed("install.networkObjects", List.of("my-net/carrier")));
    assertThat(host.text("asked")).isEmpty();
    host.put("var/lib/kubeadm-wizard/ledger/r0/files/0007.manifest.yaml", OWN);
    assertThat(begin("my-net/carrier").getLast()).isEqualTo(new SaidChanged());
  }

  @Test
  void aRefusedManifestStopsItAndAMissingNamespaceDoesNot() throws Exception {
    host.put("nodes", "n1 <no value>\nn2 <no value>\n");
    host.put(
        "tried",
        """
        daemonset.apps/x serverside-applied (server dry run)
        Error from server (NotFound): namespaces "net" not found
        """);
    String flannel = "kube-flannel/kube-flannel-ds";
    assertThat(begin(flannel).getLast()).isEqualTo(new SaidChanged());
    assertThat(host.text("asked"))
        .contains(
            "annotate nodes n1 n2 kubeadm-wizard/network-switch=from=flannel by="
                + flannel
                + " calico one --overwrite");
    host.put("tried", "The DaemonSet \"x\" is invalid: spec.template: Required value\n");
    assertThat(begin(flannel).getLast())
        .isEqualTo(
            new SaidFailed(
                "host.manifestRefused",
                List.of(
                    "calico", "The DaemonSet \"x\" is invalid: spec.template: Required value")));
    host.put("tried", "");
    host.put("nodes", "n1 from=flannel by=" + flannel + " calico one\n");
    assertThat(begin(flannel)).containsExactly(new SaidUnchanged());
  }

  private List<HostSpeech> remove(String workload, String objects) throws Exception {
    var vars = new HashMap<String, String>();
    vars.put("SWITCH", "one");
    vars.put("WORKLOADS", workload);
    vars.put("OBJECTS", objects);
    vars.put("WISHES", "whiskers.operator.tigera.io\ninstallations.operator.tigera.io");
    vars.put("GROUPS_OF_IT", "crd.projectcalico.org");
    vars.put("WRITTEN", "globalnetworkpolicies.crd.projectcalico.org");
    vars.put("ANNOTATIONS", "projectcalico.org/");
    return host.run("network-remove.sh", vars);
  }

  @Test
  void daemonsGoFirstThenTheRestAndKindsThatPeopleWroteInStay() throws Exception {
    host.put(
        "kinds",
        """
        ippools.crd.projectcalico.org
        globalnetworkpolicies.crd.projectcalico.org
        ciliumnodes.cilium.io
        """);
    host.put("nodes", "n1 projectcalico.org/IPv4Address 10.0.0.1/24\nn1 volumes.x/y true\n");
    var said =
        remove(
            "kube-system/calico-node",
            "apps/v1 DaemonSet kube-system calico-node\nv1 Namespace - calico-extra\n"
                + "rbac.authorization.k8s.io/v1 ClusterRole - calico-node");
    assertThat(said.getLast()).isEqualTo(new SaidChanged());
    assertThat(host.text("daemons")).contains("\"calico-node\", \"namespace\": \"kube-system\"");
    assertThat(host.text("rest"))
        .contains("\"kind\": \"ClusterRole\", \"metadata\": {\"name\": \"calico-node\"}}");
    assertThat(deletions())
        .containsSubsequence(
            "1-daemons.yaml",
            "2-rest.yaml",
            "customresourcedefinitions ippools.crd.projectcalico.org --ignore-not-found",
            "namespace calico-extra --ignore-not-found");
    assertThat(host.text("asked"))
        .contains("annotate nodes --all projectcalico.org/IPv4Address-\n")
        .doesNotContain("globalnetworkpolicies.crd.projectcalico.org --ignore");
    assertThat(remove("kube-system/calico-node", "")).containsExactly(new SaidUnchanged());
  }

  private List<String> deletions() throws IOException {
    return host.text("asked")
        .lines()
        .filter(line -> line.startsWith("delete "))
        .map(line -> line.replaceFirst("^delete (-f \\S*/)?", "").replaceFirst(" --wait.*", ""))
        .map(line -> line.replaceFirst("(yaml) --ignore-not-found$", "$1"))
        .toList();
  }

  @Test
  void aNetworkOfTheUsersOwnGoesByTheManifestThatWasAppliedAndItsNamespaceOnlyWhenEmpty()
      throws Exception {
    host.put("var/lib/kubeadm-wizard/ledger/r0/files/0007.manifest.yaml", OWN);
    host.put("inhabitants", "pod/web\n");
    assertThat(remove("my-net/carrier", "").getLast()).isEqualTo(new SaidChanged());
    assertThat(host.text("rest")).contains("name: carrier").doesNotContain("things.mine");
    assertThat(deletions()).containsExactly("1-daemons.yaml", "2-rest.yaml");
  }

  @Test
  void whatCouldNotBeAskedForIsNotDeleted() throws Exception {
    host.put("dumb", "");
    host.put("kinds", "globalnetworkpolicies.crd.projectcalico.org\n");
    host.put("var/lib/kubeadm-wizard/ledger/r0/files/0007.manifest.yaml", OWN);
    assertThat(remove("my-net/carrier", "").getLast()).isEqualTo(new SaidChanged());
    assertThat(deletions()).containsExactly("1-daemons.yaml", "2-rest.yaml");
  }

  private List<HostSpeech> pods(String which) throws Exception {
    return host.run("network-pods.sh", Map.of("SWITCH", "one", "NODE", "n1", "WHICH", which));
  }

  @Test
  void podsOfBeforeAreMadeAnewByTheirControllersAndNoOthers() throws Exception {
    String pods =
        """
        kube-system|coredns-1|u1||Running|2026-11-22T09:00:00Z||ReplicaSet|kube-dns
        kube-system|kube-proxy-1|u2|true|Running|2026-11-22T09:00:00Z||DaemonSet|kube-proxy
        shop|web-1|u3||Running|2026-11-22T10:00:00Z||ReplicaSet|
        shop|web-2|u4||Running|2026-11-22T10:00:01Z||ReplicaSet|
        shop|bare|u5||Running|2026-11-22T09:00:00Z|||
        shop|job-1|u6||Succeeded|2026-11-22T09:00:00Z||Job|
        """;
    host.put("pods", pods);
    assertThat(pods("rest")).containsExactly(new SaidUnchanged());
    host.put("var/lib/kubeadm-wizard/switch-cni.cleaned", "one 2026-11-22T10:00:00Z\n");
    assertThat(pods("bare"))
        .containsExactly(new SaidSkipped(Message.of("install.podsLeft", "n1", "shop/bare")));
    host.put("later", "");
    assertThat(ScriptRoot.befores(pods("dns")))
        .containsExactly("object {existed=true, kind=Pod, name=coredns-1, namespace=kube-system}");
    host.put("pods", pods);
    host.put("later", "");
    assertThat(ScriptRoot.befores(pods("rest")))
        .containsExactly(
            "object {existed=true, kind=Pod, name=coredns-1, namespace=kube-system}",
            "object {existed=true, kind=Pod, name=web-1, namespace=shop}");
    assertThat(host.text("asked"))
        .contains("-n shop delete pod web-1 --ignore-not-found --wait=false")
        .doesNotContain("delete pod bare")
        .doesNotContain("delete pod web-2")
        .doesNotContain("delete pod kube-proxy-1");
  }

  @Test
  void aNodeIsUpWhenAConfigurationCameAfterTheOldOneWentAndTheRuntimeServes() throws Exception {
    host.program("crictl", "#!/bin/bash\ncat \"$KW_ROOT/info\"\n");
    host.put("var/lib/kubeadm-wizard/switch-cni.cleaned", "one 2026-11-22T10:00:00Z\n");
    host.put("etc/cni/net.d/10-new.conflist", "{}");
    var past = java.nio.file.attribute.FileTime.fromMillis(0);
    Files.setLastModifiedTime(root.resolve("var/lib/kubeadm-wizard/switch-cni.cleaned"), past);
    host.put(
        "info",
        """
        {"status": {"conditions": [
          {"message": "", "status": true, "type": "RuntimeReady"},
          {"message": "", "status": true, "type": "NetworkReady"}]}}
        """);
    host.put("pods", "");
    assertThat(host.run("network-up.sh", Map.of("NODE", "n1", "SOCKET", "unix:///s")))
        .containsExactly(new SaidUnchanged());
  }
}
