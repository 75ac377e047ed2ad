package io.github.kubeadmwizard.migrate;

import static io.github.kubeadmwizard.migrate.Samples.cluster;
import static io.github.kubeadmwizard.migrate.Samples.init;
import static io.github.kubeadmwizard.migrate.Samples.master;
import static io.github.kubeadmwizard.migrate.Samples.overlay;
import static io.github.kubeadmwizard.migrate.Samples.told;
import static io.github.kubeadmwizard.migrate.Samples.unsaid;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.cluster.Cidr;
import io.github.kubeadmwizard.cluster.HostSpec;
import io.github.kubeadmwizard.cluster.KubernetesVersion;
import io.github.kubeadmwizard.cluster.Mirror;
import io.github.kubeadmwizard.cluster.NetworkSpec;
import io.github.kubeadmwizard.cluster.Role;
import io.github.kubeadmwizard.cluster.RuntimeSpec;
import io.github.kubeadmwizard.cluster.TaintSpec;
import io.github.kubeadmwizard.yaml.PlainTree;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What old tutorials hold, one thing a test: where it goes, and what is said of it. */
final class TutorialFileTest {
  private static final String OWN = "The cluster file has a key of its own for it.";
  private static final String OVER =
      "The cluster file has no key of its own for it; it is laid over the document that the program"
          + " makes.";
  private static final String LIST = "Since v1beta4 arguments are a list of name and value.";

  @Test
  void aVersionThatIsNotOfferedBecomesTheUsualOne() {
    var done = master("kubernetesVersion: \"v1.10.0\"\n");
    assertThat(done.cluster().kubernetes()).isEqualTo(KubernetesVersion.parse("1.36"));
    assertThat(done.files().getFirst().documents().getFirst())
        .containsEntry("kubernetesVersion", "v1.36.4");
    assertThat(told(done))
        .containsExactly(
            "3:1 CHANGED kubernetesVersion → kubernetes: Kubernetes v1.10.0 is not offered any"
                + " more; 1.36 is installed.");
  }

  @Test
  void aVersionThatIsOfferedStays() {
    assertThat(cluster("kubernetesVersion: v1.37.1\n").cluster().kubernetes())
        .isEqualTo(KubernetesVersion.parse("1.37.1"));
  }

  @Test
  void anUnsaidVersionIsTold() {
    assertThat(unsaid(master("clusterName: a\nnetworking: {podSubnet: 10.244.0.0/16}\n")))
        .containsExactly(
            "NEEDED hosts[0].address: The old text does not say where this machine is reached."
                + " Write its address.",
            "ASSUMED kubernetes: The old text names no version; 1.36 is installed.");
  }

  @Test
  void aFlagThatNoLongerExistsIsDroppedAndTheOthersStay() {
    var done =
        master(
            """
            controllerManagerExtraArgs:
              horizontal-pod-autoscaler-use-rest-clients: "true"
              horizontal-pod-autoscaler-sync-period: "10s"
              node-monitor-grace-period: "10s"
            """);
    assertThat(overlay(done))
        .isEqualTo(
            PlainTree.read(
                """
                clusterConfiguration:
                  controllerManager:
                    extraArgs:
                    - {name: horizontal-pod-autoscaler-sync-period, value: 10s}
                    - {name: node-monitor-grace-period, value: 10s}
                """));
    String to = " → kubeadm.clusterConfiguration.controllerManager.extraArgs[";
    assertThat(told(done))
        .containsExactly(
            "4:3 DROPPED controllerManagerExtraArgs.horizontal-pod-autoscaler-use-rest-clients:"
                + " kube-controller-manager of Kubernetes 1.36 has no flag"
                + " \"horizontal-pod-autoscaler-use-rest-clients\" and would not start with it.",
            "5:3 CHANGED controllerManagerExtraArgs.horizontal-pod-autoscaler-sync-period"
                + to
                + "horizontal-pod-autoscaler-sync-period]: "
                + LIST,
            "6:3 CHANGED controllerManagerExtraArgs.node-monitor-grace-period"
                + to
                + "node-monitor-grace-period]: "
                + LIST);
  }

  @Test
  void flagsThatGoByAnotherNameAreRenamed() {
    var done =
        master(
            """
            apiServerExtraArgs: {admission-control: "NodeRestriction,PodSecurityPolicy"}
            schedulerExtraArgs: {address: 127.0.0.1}
            """);
    assertThat(overlay(done))
        .isEqualTo(
            PlainTree.read(
                """
                clusterConfiguration:
                  apiServer: {extraArgs: [{name: enable-admission-plugins, value: NodeRestriction}]}
                  scheduler: {extraArgs: [{name: bind-address, value: 127.0.0.1}]}
                """));
    assertThat(told(done))
        .containsExactly(
            "3:22 DROPPED apiServerExtraArgs.admission-control: kube-apiserver of Kubernetes 1.36"
                + " has no admission plugin \"PodSecurityPolicy\" and would not start with it.",
            "3:22 CHANGED apiServerExtraArgs.admission-control →"
                + " kubeadm.clusterConfiguration.apiServer.extraArgs[enable-admission-plugins]: The"
                + " flag \"admission-control\" is called \"enable-admission-plugins\" now.",
            "4:22 CHANGED schedulerExtraArgs.address →"
                + " kubeadm.clusterConfiguration.scheduler.extraArgs[bind-address]: The flag"
                + " \"address\" is called \"bind-address\" now.");
  }

  @Test
  void aVolumeThatWasReadOnlyWithoutAWordStaysSo() {
    var done =
        master(
            """
            apiServerExtraVolumes:
            - {name: a, hostPath: /a, mountPath: /a}
            - {name: b, hostPath: /b, mountPath: /b, writable: true, pathType: DirectoryOrCreate}
            """);
    assertThat(overlay(done))
        .isEqualTo(
            PlainTree.read(
                """
                clusterConfiguration:
                  apiServer:
                    extraVolumes:
                    - {name: a, hostPath: /a, mountPath: /a, readOnly: true}
                    - name: b
                      hostPath: /b
                      mountPath: /b
                      readOnly: false
                      pathType: DirectoryOrCreate
                """));
  }

  @Test
  void aVolumeOfV1beta2IsWrittenAsItWas() {
    var done =
        cluster(
            "apiServer: {extraVolumes: [{name: a, hostPath: /a, mountPath: /a, readOnly:"
                + " true}]}\n");
    assertThat(told(done))
        .containsExactly(
            "3:28 MOVED apiServer.extraVolumes[0] →"
                + " kubeadm.clusterConfiguration.apiServer.extraVolumes[a]: "
                + OVER);
  }

  @Test
  void theApiServersAddressIsAHost() {
    var done = master("api: {advertiseAddress: 10.20.0.11, bindPort: 6443}\n");
    assertThat(done.cluster().hosts())
        .containsExactly(
            HostSpec.of("10.20.0.11", 22, "root", Set.of(Role.CONTROL_PLANE))
                .withAddresses(Optional.empty(), Optional.of("10.20.0.11")));
    assertThat(told(done))
        .containsExactly(
            "3:7 MOVED api.advertiseAddress → hosts[0].advertiseAddress: " + OWN,
            "3:37 DROPPED api.bindPort: It is so anyway.");
    assertThat(unsaid(done))
        .contains(
            "ASSUMED hosts[0].address: SSH goes to this address, as root, unless you say another"
                + " address or user.");
  }

  @Test
  void anotherPortAndTheEndpointAreKept() {
    var done = master("api: {bindPort: 443, controlPlaneEndpoint: \"k8s.example.lan:6443\"}\n");
    assertThat(done.cluster().kubeadm().apiPort()).isEqualTo(443);
    assertThat(done.cluster().network().endpoint()).contains("k8s.example.lan:6443");
  }

  @Test
  void theImageOfEtcdBecomesARepository() {
    var done = master("etcd: {local: {image: \"r.example.lan/x/etcd-amd64:3.1.12\"}}\n");
    assertThat(overlay(done))
        .isEqualTo(
            PlainTree.read(
                "clusterConfiguration: {etcd: {local: {imageRepository: r.example.lan/x}}}"));
    assertThat(told(done))
        .containsExactly(
            "3:16 CHANGED etcd.local.image →"
                + " kubeadm.clusterConfiguration.etcd.local.imageRepository: The version of"
                + " Kubernetes decides which etcd fits (3.6.8-0 today), so the tag of"
                + " r.example.lan/x/etcd-amd64:3.1.12 is not taken over.");
    assertThat(overlay(master("etcd: {image: \"k8s.gcr.io/etcd-amd64:3.2.18\"}\n")))
        .isEqualTo(Map.of());
  }

  @Test
  void theDirectoryOfEtcdStaysUnlessItIsTheUsualOne() {
    assertThat(overlay(master("etcd: {dataDir: /data/etcd}\n")))
        .isEqualTo(PlainTree.read("clusterConfiguration: {etcd: {local: {dataDir: /data/etcd}}}"));
    assertThat(told(master("etcd: {dataDir: /var/lib/etcd}\n")))
        .containsExactly("3:8 DROPPED etcd.dataDir: It is so anyway.");
  }

  @Test
  void etcdElsewhereRulesOutOneOfOurs() {
    var done =
        master("etcd: {endpoints: [\"https://e:2379\"], caFile: /e/ca, dataDir: /data/etcd}\n");
    assertThat(overlay(done))
        .isEqualTo(
            PlainTree.read(
                "clusterConfiguration: {etcd: {external: {endpoints: [\"https://e:2379\"], caFile:"
                    + " /e/ca}}}"));
    assertThat(told(done))
        .contains(
            "3:54 DROPPED etcd.dataDir: etcd runs elsewhere, so settings for one on the control"
                + " plane have no effect.");
  }

  @Test
  void theProxysConfigurationBecomesADocument() {
    var done =
        master(
            """
            kubeProxy:
              config: {mode: ipvs, metricsBindAddress: 0.0.0.0, resourceContainer: /kube-proxy,
                       featureGates: {SupportIPVSProxyMode: true}}
            """);
    assertThat(done.cluster().network().kubeProxy()).isEqualTo(NetworkSpec.KubeProxyMode.IPVS);
    assertThat(overlay(done))
        .isEqualTo(PlainTree.read("kubeProxyConfiguration: {metricsBindAddress: 0.0.0.0}"));
    assertThat(told(done))
        .contains(
            "4:53 DROPPED kubeProxy.config.resourceContainer: Kubernetes of today does not take it:"
                + " resourceContainer is not a field of KubeProxyConfiguration.",
            "5:27 DROPPED kubeProxy.config.featureGates.SupportIPVSProxyMode: The feature gate"
                + " \"SupportIPVSProxyMode\" does not exist in Kubernetes 1.36; a program that is"
                + " told of it does not start.");
  }

  @Test
  void theKubeletsConfigurationBecomesADocument() {
    var done =
        master(
            "kubeletConfiguration: {baseConfig: {maxPods: 200, cgroupDriver: cgroupfs,"
                + " clusterDNS: [10.96.0.10], nodeStatusUpdateFrequency: 4s}}\n");
    assertThat(done.cluster().runtime().cgroupDriver())
        .isEqualTo(RuntimeSpec.CgroupDriver.CGROUPFS);
    assertThat(overlay(done))
        .isEqualTo(
            PlainTree.read("kubeletConfiguration: {maxPods: 200, nodeStatusUpdateFrequency: 4s}"));
  }

  @Test
  void deadFeatureGatesAreDroppedAndOneBecameAField() {
    var done =
        cluster("featureGates: {CoreDNS: true, PublicKeysECDSA: true, NodeLocalCRISocket: true}\n");
    assertThat(overlay(done))
        .isEqualTo(
            PlainTree.read(
                "clusterConfiguration: {encryptionAlgorithm: ECDSA-P256, featureGates:"
                    + " {NodeLocalCRISocket: true}}"));
    assertThat(told(cluster("featureGates: {NodeLocalCRISocket: false}\n")))
        .containsExactly(
            "3:16 DROPPED featureGates.NodeLocalCRISocket: The feature gate"
                + " \"NodeLocalCRISocket\" can no longer be set to this value in Kubernetes 1.36.");
  }

  @Test
  void theOldRegistryBecomesTheNewOneAndAMirrorStays() {
    var done = master("imageRepository: k8s.gcr.io\n");
    assertThat(done.cluster().images().repository()).isEqualTo("registry.k8s.io");
    assertThat(told(done))
        .containsExactly(
            "3:1 CHANGED imageRepository → images.repository: k8s.gcr.io no longer serves"
                + " Kubernetes' images; registry.k8s.io does.");
    String mirror = "registry.aliyuncs.com/google_containers";
    var named = master("imageRepository: " + mirror + "\n");
    assertThat(named.cluster().images().repository()).isEqualTo(mirror);
    assertThat(named.cluster().images().mirror().map(Mirror::id)).contains("aliyun");
    assertThat(named.cluster().images().own().repository()).isEmpty();
    assertThat(told(named))
        .containsExactly(
            "3:1 MOVED imageRepository → images.mirror: It is the mirror of Aliyun, which has a"
                + " name here: aliyun.");
    var other = master("imageRepository: " + mirror + "/k8s\n").cluster().images();
    assertThat(other.mirror()).isEmpty();
    assertThat(other.repository()).isEqualTo(mirror + "/k8s");
  }

  @Test
  void aSocketSaysWhichRuntime() {
    assertThat(runtime("/var/run/dockershim.sock")).isEqualTo(RuntimeSpec.Name.DOCKER);
    assertThat(runtime("unix:///var/run/crio/crio.sock")).isEqualTo(RuntimeSpec.Name.CRI_O);
    assertThat(runtime("/run/containerd/containerd.sock")).isEqualTo(RuntimeSpec.Name.CONTAINERD);
    assertThat(told(master("criSocket: /var/run/dockershim.sock\n")))
        .containsExactly(
            "3:1 CHANGED criSocket → runtime.name: dockershim went with Kubernetes 1.24. Docker"
                + " Engine is now reached through cri-dockerd (unix:///run/cri-dockerd.sock)."
                + " containerd alone does as well, and needs less.");
    assertThat(
            master("criSocket: /run/k3s/containerd/containerd.sock\n").cluster().runtime().socket())
        .contains("unix:///run/k3s/containerd/containerd.sock");
  }

  private static RuntimeSpec.Name runtime(String socket) {
    var runtime = master("criSocket: " + socket + "\n").cluster().runtime();
    assertThat(runtime.socket()).isEmpty();
    return runtime.name();
  }

  @Test
  void placeholdersAreNeverTakenForValues() {
    var done =
        init(
            """
            localAPIEndpoint: {advertiseAddress: "..."}
            nodeRegistration: {name: <node-name>, criSocket: $SOCKET, kubeletExtraArgs: {v: "{{ v }}"}}
            """);
    assertThat(overlay(done)).isEqualTo(Map.of());
    assertThat(told(done))
        .containsExactly(
            "3:20 DROPPED localAPIEndpoint.advertiseAddress: \"...\" is a placeholder for a value"
                + " that was never filled in.",
            "4:20 DROPPED nodeRegistration.name: \"<node-name>\" is a placeholder for a value that"
                + " was never filled in.",
            "4:39 DROPPED nodeRegistration.criSocket: \"$SOCKET\" is a placeholder for a value that"
                + " was never filled in.",
            "4:78 DROPPED nodeRegistration.kubeletExtraArgs.v: \"{{ v }}\" is a placeholder for a"
                + " value that was never filled in.");
  }

  @Test
  void aMachineKeepsItsNameItsLabelsAndItsTaints() {
    var done =
        init(
            """
            nodeRegistration:
              name: CP_1
              kubeletExtraArgs: {node-labels: "zone=a,disk=ssd", node-ip: 10.0.0.1, v: 2}
              taints:
              - {key: node-role.kubernetes.io/master, effect: NoSchedule}
              - {key: dedicated, value: infra, effect: NoExecute}
            """);
    var host = done.cluster().hosts().getFirst();
    assertThat(host.name()).contains("cp-1");
    assertThat(host.labels()).isEqualTo(Map.of("zone", "a", "disk", "ssd"));
    assertThat(host.nodeIP()).contains("10.0.0.1");
    assertThat(host.roles()).isEqualTo(Set.of(Role.CONTROL_PLANE));
    assertThat(host.taints()).isEqualTo(List.of(TaintSpec.parse("dedicated=infra:NoExecute")));
    assertThat(overlay(done))
        .isEqualTo(
            PlainTree.read(
                "initConfiguration: {nodeRegistration: {kubeletExtraArgs: [{name: v, value:"
                    + " \"2\"}]}}"));
  }

  @Test
  void noTaintMeansBothRoles() {
    for (var done :
        List.of(master("noTaintMaster: true\n"), init("nodeRegistration: {taints: []}\n"))) {
      assertThat(done.cluster().hosts().getFirst().roles())
          .isEqualTo(Set.of(Role.CONTROL_PLANE, Role.WORKER));
    }
    assertThat(init("nodeRegistration: {taints: null}\n").cluster().hosts().getFirst().roles())
        .isEqualTo(Set.of(Role.CONTROL_PLANE));
  }

  @Test
  void secretsStayBehind() {
    var done =
        init(
            """
            bootstrapTokens: [{token: 9a08jv.c0izixklcxtmnze7, ttl: 0s}]
            certificateKey: e6a2eb8581237ab72a4f494f30285ec12a9694d750b9785706a83bfcbbbd2204
            """);
    assertThat(told(done))
        .containsExactly(
            "3:19 DROPPED bootstrapTokens[0]: The program makes a token of one hour when nodes"
                + " join.",
            "3:20 SECRET bootstrapTokens[0].token: Tokens and keys are secrets; none is taken over."
                + " The program makes new ones when they are needed.",
            "4:1 SECRET certificateKey: Tokens and keys are secrets; none is taken over. The"
                + " program makes new ones when they are needed.");
    assertThat(done.files().getFirst().documents().getFirst())
        .containsEntry("bootstrapTokens", List.of(Map.of("ttl", "0s")));
  }

  @Test
  void whatIsGoneIsDroppedWithItsReason() {
    assertThat(
            told(
                master(
                    """
                    cloudProvider: aws
                    unifiedControlPlaneImage: x/hyperkube:v1
                    selfHosted: true
                    authorizationModes: [Node, RBAC]
                    """)))
        .containsExactly(
            "3:1 DROPPED cloudProvider: Cloud providers inside Kubernetes are gone; a cloud"
                + " controller manager of its own does their work.",
            "4:1 DROPPED unifiedControlPlaneImage: One image for all programs of the control plane"
                + " is gone; each has its own.",
            "5:1 DROPPED selfHosted: A control plane that runs in itself was an experiment and is"
                + " gone.",
            "6:1 DROPPED authorizationModes: It is so anyway.");
    assertThat(told(cluster("useHyperKubeImage: true\nciImageRepository: x\n")))
        .containsExactly(
            "3:1 DROPPED useHyperKubeImage: The image with all programs in one went with Kubernetes"
                + " 1.19.",
            "4:1 DROPPED ciImageRepository: Only builds of Kubernetes' own tests came from there.");
  }

  @Test
  void otherModesOfAuthorizationBecomeAnArgument() {
    assertThat(overlay(master("authorizationModes: [Node, RBAC, Webhook]\n")))
        .isEqualTo(
            PlainTree.read(
                "clusterConfiguration: {apiServer: {extraArgs: [{name: authorization-mode, value:"
                    + " \"Node,RBAC,Webhook\"}]}}"));
  }

  @Test
  void timeLimitsWentIntoTimeouts() {
    assertThat(overlay(cluster("apiServer: {timeoutForControlPlane: 10m0s}\n")))
        .isEqualTo(
            PlainTree.read(
                "initConfiguration: {timeouts: {controlPlaneComponentHealthCheck: 10m0s}}"));
    assertThat(told(cluster("apiServer: {timeoutForControlPlane: 10 minutes}\n")))
        .containsExactly(
            "3:13 DROPPED apiServer.timeoutForControlPlane: \"10 minutes\" is no length of time as"
                + " kubeadm writes it, such as 24h0m0s.");
  }

  @Test
  void networkingHasKeysOfItsOwn() {
    var done =
        master(
            "networking: {podSubnet: 10.32.7.0/16, serviceSubnet: 10.100.0.0/16, dnsDomain:"
                + " lab.local}\n");
    assertThat(done.cluster().network())
        .isEqualTo(
            new NetworkSpec(
                Optional.empty(),
                NetworkSpec.DEFAULT.highAvailability(),
                List.of(Cidr.parse("10.32.0.0/16")),
                List.of(Cidr.parse("10.100.0.0/16")),
                "lab.local",
                NetworkSpec.KubeProxyMode.IPTABLES));
    assertThat(told(done))
        .contains(
            "3:14 CHANGED networking.podSubnet → network.podCIDR: Bits beyond the prefix were set;"
                + " the range is 10.32.0.0/16.");
  }

  @Test
  void aRangeWithTheHostInsideMakesRoom() {
    var done =
        cluster("networking: {podSubnet: 192.168.0.0/16}\napiServer: {certSANs: [a.example]}\n");
    assertThat(done.cluster().network().podCIDR()).isEqualTo(List.of(Cidr.parse("192.168.0.0/16")));
    var inside =
        master("networking: {podSubnet: 192.168.0.0/16}\napi: {advertiseAddress: 192.168.1.5}\n");
    assertThat(inside.cluster().network().podCIDR())
        .isEqualTo(List.of(Cidr.parse("10.244.0.0/16")));
    assertThat(told(inside))
        .contains(
            "3:14 CHANGED networking.podSubnet → network.podCIDR: The host 192.168.1.5 lies inside"
                + " the range 192.168.0.0/16. So 10.244.0.0/16 was taken instead.");
  }

  @Test
  void checksArePassedOverByName() {
    var done = init("nodeRegistration: {ignorePreflightErrors: [NumCPU, all, Docker]}\n");
    assertThat(done.cluster().checks().override()).containsExactly("NumCPU");
    assertThat(told(done))
        .containsExactly(
            "3:20 DROPPED nodeRegistration.ignorePreflightErrors: Checks are passed over by name,"
                + " never all at once.",
            "3:20 DROPPED nodeRegistration.ignorePreflightErrors: kubeadm has no check \"Docker\".",
            "3:20 MOVED nodeRegistration.ignorePreflightErrors → checks.override: " + OWN);
  }

  @Test
  void anUnknownFieldIsToldWithItsPlace() {
    assertThat(told(master("networking:\n  podSubnets: 10.244.0.0/16\nfavourite: blue\n")))
        .containsExactly(
            "4:3 UNKNOWN networking.podSubnets: kubeadm has no field \"networking.podSubnets\" in"
                + " any version that is known here. Perhaps \"networking.podSubnet\" was meant.",
            "5:1 UNKNOWN favourite: kubeadm has no field \"favourite\" in any version that is known"
                + " here.");
  }

  @Test
  void aValueOfAnotherTypeIsTold() {
    assertThat(told(master("api: {bindPort: many}\nkubernetesVersion: [1]\n")))
        .containsExactly(
            "3:7 DROPPED api.bindPort: The value has another type than this field wants.",
            "4:1 DROPPED kubernetesVersion: The value has another type than this field wants.");
  }

  @Test
  void theAuditPolicyBecomesArgumentsAndMounts() {
    assertThat(overlay(master("auditPolicy: {path: /etc/audit.yaml, logMaxAge: 7}\n")))
        .isEqualTo(
            PlainTree.read(
                """
                clusterConfiguration:
                  apiServer:
                    extraArgs:
                    - {name: audit-policy-file, value: /etc/audit.yaml}
                    - {name: audit-log-path, value: /var/log/kubernetes/audit/audit.log}
                    - {name: audit-log-maxage, value: "7"}
                    extraVolumes:
                    - name: audit
                      hostPath: /etc/audit.yaml
                      mountPath: /etc/audit.yaml
                      readOnly: true
                      pathType: File
                    - name: audit-log
                      hostPath: /var/log/kubernetes/audit
                      mountPath: /var/log/kubernetes/audit
                      readOnly: false
                      pathType: DirectoryOrCreate
                """));
  }
}
