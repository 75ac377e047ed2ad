package io.github.kubeadmwizard.migrate;

import static io.github.kubeadmwizard.migrate.Samples.done;
import static io.github.kubeadmwizard.migrate.Samples.overlay;
import static io.github.kubeadmwizard.migrate.Samples.refused;
import static io.github.kubeadmwizard.migrate.Samples.told;
import static io.github.kubeadmwizard.migrate.Samples.unsaid;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.cluster.Cidr;
import io.github.kubeadmwizard.cluster.HostSpec;
import io.github.kubeadmwizard.cluster.Role;
import io.github.kubeadmwizard.yaml.PlainTree;
import io.github.kubeadmwizard.yaml.Position;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines as they are copied out of terminals and web pages. */
final class PastedLineTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "kubeadm init --pod-network-cidr=10.32.0.0/16",
        "$ kubeadm init --pod-network-cidr 10.32.0.0/16",
        "# kubeadm init --pod-network-cidr='10.32.0.0/16'",
        "root@cp1:~# kubeadm init --pod-network-cidr \"10.32.0.0/16\"",
        "[root@cp1 ~]# sudo -E kubeadm init --pod-network-cidr=10.32.0.0/\\\n16",
        "  sudo /usr/bin/kubeadm init \\\n    --pod-network-cidr=10.32.0.0/16 \\  \n    --v=5",
        "swapoff -a && kubeadm init --pod-network-cidr=10.32.0.0/16 | tee log",
        "HTTPS_PROXY=http://p:3128 kubeadm init --pod-network-cidr=10.32.0.0/16 2>&1",
        "kubeadm init --pod-network-cidr=10.32.0.0/16 # for Weave",
        "kubeadm init --v=5\\\n--pod-network-cidr=10.32.0.0/16",
        "kubeadm init \\\n> --pod-network-cidr=10.32.0.0/16\nmkdir -p $HOME/.kube"
      })
  void aLineIsFoundAndCutAsAShellDoes(String text) {
    assertThat(OldKubeadm.isLike(text)).isTrue();
    assertThat(done(text).cluster().network().podCIDR())
        .isEqualTo(List.of(Cidr.parse("10.32.0.0/16")));
    assertThat(done(text).changes()).noneMatch(c -> c.kind() == Change.Kind.UNKNOWN);
  }

  @Test
  void everyOptionGoesWhereItsFieldGoes() {
    var done =
        done(
            """
            kubeadm init --kubernetes-version=v1.36.1 --service-cidr=10.100.0.0/16 \\
              --service-dns-domain lab.local --control-plane-endpoint=k8s.lab:6443 \\
              --apiserver-advertise-address=10.0.0.1 --apiserver-bind-port 7443 \\
              --apiserver-cert-extra-sans=a.lab,b.lab --image-repository=r.lab/k8s \\
              --cri-socket=unix:///run/crio/crio.sock --node-name=cp1 \\
              --feature-gates=CoreDNS=true --ignore-preflight-errors=Mem --dry-run \\
              --patches=/p --skip-phases=addon/kube-proxy --config=kubeadm.yaml
            """);
    var cluster = done.cluster();
    assertThat(cluster.kubernetes()).hasToString("1.36.1");
    assertThat(cluster.network().serviceCIDR()).isEqualTo(List.of(Cidr.parse("10.100.0.0/16")));
    assertThat(cluster.network().dnsDomain()).isEqualTo("lab.local");
    assertThat(cluster.network().endpoint()).contains("k8s.lab:6443");
    assertThat(cluster.images().repository()).isEqualTo("r.lab/k8s");
    assertThat(cluster.runtime().criSocket()).isEqualTo("unix:///run/crio/crio.sock");
    assertThat(cluster.checks().override()).containsExactly("Mem");
    assertThat(cluster.hosts())
        .containsExactly(
            HostSpec.of("10.0.0.1", 22, "root", Set.of(Role.CONTROL_PLANE))
                .withName(Optional.of("cp1"))
                .withAddresses(Optional.empty(), Optional.of("10.0.0.1")));
    assertThat(overlay(done))
        .isEqualTo(
            PlainTree.read(
                """
                clusterConfiguration: {apiServer: {certSANs: [a.lab, b.lab]}}
                initConfiguration:
                  localAPIEndpoint: {bindPort: 7443}
                  patches: {directory: /p}
                  skipPhases: [addon/kube-proxy]
                """));
    assertThat(told(done))
        .contains(
            "6:3 DROPPED --feature-gates.CoreDNS: The feature gate \"CoreDNS\" does not exist in"
                + " Kubernetes 1.36; a program that is told of it does not start.",
            "6:62 DROPPED --dry-run: It would keep the cluster from being made. A trial run is:"
                + " kubeadm-wizard install --dry-run",
            "7:47 DROPPED --config: The file that this option names holds the settings: import that"
                + " file instead.");
  }

  @Test
  void aJoinTellsOfTheControlPlane() {
    var done =
        done(
            "sudo kubeadm join 10.0.0.1:7443 --token abcdef.0123456789abcdef"
                + " --discovery-token-ca-cert-hash sha256:"
                + "1".repeat(64));
    assertThat(done.cluster().hosts())
        .containsExactly(HostSpec.of("10.0.0.1", 22, "root", Set.of(Role.CONTROL_PLANE)));
    assertThat(done.cluster().kubeadm().apiPort()).isEqualTo(7443);
    assertThat(unsaid(done))
        .containsExactly(
            "ASSUMED hosts[0].address: SSH goes to this address, as root, unless you say another"
                + " address or user.",
            "NEEDED hosts: A machine joins by this text, and nothing in it says where. Add it with"
                + " address and role worker.");
  }

  @Test
  void aNameInAJoinIsTheEndpoint() {
    var cluster = done("kubeadm join k8s.lab:6443 --control-plane --node-name=cp2").cluster();
    assertThat(cluster.network().endpoint()).contains("k8s.lab:6443");
    assertThat(cluster.hosts())
        .containsExactly(
            HostSpec.of("", 22, "root", Set.of(Role.CONTROL_PLANE)),
            HostSpec.of("", 22, "root", Set.of(Role.CONTROL_PLANE)).withName(Optional.of("cp2")));
  }

  @Test
  void initAndJoinsMakeOneCluster() {
    var done =
        done(
            """
            kubeadm init --apiserver-advertise-address 10.0.0.1
            kubeadm join 10.0.0.1:6443 --token <token> --node-name w1
            kubeadm join 10.0.0.1:6443 --token <your token> --node-name w2
            """);
    assertThat(done.cluster().hosts())
        .extracting(HostSpec::label)
        .containsExactly("10.0.0.1", "w1", "w2");
    assertThat(done.files())
        .extracting(KubeadmFile::name)
        .containsExactly("kubeadm-init.yaml", "kubeadm-join.yaml", "kubeadm-join-2.yaml");
    assertThat(told(done))
        .contains(
            "3:28 DROPPED --token: \"<your token>\" is a placeholder for a value that was never"
                + " filled in.");
  }

  @Test
  void anUnknownOptionIsToldAndASlipIsRecognised() {
    assertThat(told(done("kubeadm init --pod-network-cdir=10.32.0.0/16 --colour blue")))
        .containsExactly(
            "1:14 UNKNOWN --pod-network-cdir: kubeadm has no option --pod-network-cdir in any"
                + " version that is known here. Perhaps \"--pod-network-cidr\" was meant.",
            "1:46 UNKNOWN --colour: kubeadm has no option --colour in any version that is known"
                + " here.",
            "1:55 UNKNOWN blue: kubeadm init takes no word like \"blue\".");
  }

  @Test
  void aTokenInTheWrongPlaceIsNotRepeated() {
    assertThat(told(done("kubeadm init abcdef.0123456789abcdef")))
        .containsExactly("1:14 UNKNOWN …: kubeadm init takes no word like \"…\".");
    assertThat(done("kubeadm join abcdef.0123456789abcdef").changes())
        .noneMatch(change -> change.toString().contains("0123456789"));
  }

  @Test
  void oldOptionsAreUnderstood() {
    var done =
        done(
            "kubeadm init --use-kubernetes-version v1.5.1 --api-advertise-addresses=10.0.0.1"
                + " --skip-preflight-checks --cloud-provider=aws");
    assertThat(told(done))
        .containsExactly(
            "1:14 CHANGED --use-kubernetes-version → kubernetes: Kubernetes v1.5.1 is not offered"
                + " any more; 1.36 is installed.",
            "1:46 MOVED --api-advertise-addresses → hosts[0].advertiseAddress: The cluster file has"
                + " a key of its own for it.",
            "1:81 DROPPED --skip-preflight-checks: Checks are passed over by name, never all at"
                + " once.",
            "1:105 DROPPED --cloud-provider: Cloud providers inside Kubernetes are gone; a cloud"
                + " controller manager of its own does their work.");
  }

  @Test
  void whatIsNothingOfKubeadmsIsRefused() {
    for (String text : List.of("kubectl get nodes", "a: b", "kind: Pod", "- 1", "")) {
      assertThat(OldKubeadm.isLike(text)).isFalse();
      assertThat(refused(text).why().key()).isEqualTo("migrate.notKubeadms");
    }
    assertThat(refused("kind: InitConfiguration\n\tname: x\n").at()).isEqualTo(new Position(2, 1));
  }

  @Test
  void aCommentInAFileIsNoLine() {
    var done = done("# kubeadm init --node-name a\nkind: ClusterConfiguration\nclusterName: lab\n");
    assertThat(done.cluster().name()).isEqualTo("lab");
    assertThat(overlay(done)).isEqualTo(Map.of());
  }
}
