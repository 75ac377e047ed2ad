package io.github.kubeadmwizard.addons;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.cluster.AddonSpec;
import io.github.kubeadmwizard.cluster.AddonsSpec;
import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.cluster.HostSpec;
import io.github.kubeadmwizard.cluster.KubernetesVersion;
import io.github.kubeadmwizard.cluster.Role;
import io.github.kubeadmwizard.cluster.RuntimeSpec;
import io.github.kubeadmwizard.cluster.TaintSpec;
import io.github.kubeadmwizard.manifests.Manifest;
import io.github.kubeadmwizard.manifests.Manifests;
import io.github.kubeadmwizard.manifests.ObjectName;
import io.github.kubeadmwizard.yaml.PlainTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The objects that keep the logs of all pods. */
final class VictoriaLogsTest {
  private static final String NAMESPACE = "victoria-logs";
  private static final ObjectName SERVER = ObjectName.in(NAMESPACE, "Deployment", "victoria-logs");
  private static final ObjectName AGENT = ObjectName.in(NAMESPACE, "DaemonSet", "vlagent");
  private static final AddonSpec.Logs ON_VOLUME =
      new AddonSpec.Logs("4w", Optional.of("local-path"), "20Gi");

  private static HostSpec host(int number, Role... roles) {
    return HostSpec.of("10.88.0.1" + number, 22, "root", Set.of(roles));
  }

  private static ClusterSpec spec(AddonSpec.Logs wish, HostSpec... hosts) {
    return ClusterSpec.of(KubernetesVersion.parse("1.36.4"), List.of(hosts))
        .with(new AddonsSpec(List.of(wish), List.of()));
  }

  private static ClusterSpec spec(AddonSpec.Logs wish) {
    return spec(wish, host(1, Role.CONTROL_PLANE), host(2, Role.WORKER), host(3, Role.WORKER));
  }

  private static PreparedAddon prepared(ClusterSpec spec) {
    return Addons.ofThisProgram()
        .prepared(spec, new Manifests(Map.of()), label -> "node-" + label)
        .getFirst();
  }

  private static Object at(Object tree, String... keys) {
    Object now = tree;
    for (String key : keys) {
      now = ((Map<?, ?>) now).get(key);
    }
    return now;
  }

  private static Manifest programs(PreparedAddon addon) {
    return addon.stages().getLast().objects();
  }

  private static Object pod(PreparedAddon addon, ObjectName name) {
    return at(programs(addon).object(name).orElseThrow(), "spec", "template", "spec");
  }

  private static Object container(PreparedAddon addon, ObjectName name) {
    return ((List<?>) at(pod(addon, name), "containers")).getFirst();
  }

  private static Object volumes(PreparedAddon addon, ObjectName name) {
    var volumes = new ArrayList<>((List<?>) at(pod(addon, name), "volumes"));
    volumes.removeIf(volume -> "password".equals(at(volume, "name")));
    return volumes;
  }

  private static Object yaml(String text) {
    return PlainTree.read("it:\n" + text.indent(2)).get("it");
  }

  @Test
  void theNamespaceComesFirstWithThePasswordAndGoesLast() {
    var addon = prepared(spec(ON_VOLUME));
    assertThat(addon.stages()).extracting(AddonStage::id).containsExactly("logs-namespace", "logs");
    var namespace = addon.stages().getFirst();
    assertThat(namespace.generated())
        .contains(new Generated.Letters(NAMESPACE, "victoria-logs-password", "password"));
    assertThat(addon.stages()) // each is taken away by itself
        .extracting(AddonStage::claims)
        .containsOnly(List.of(Claim.labelled("namespaces", List.of(NAMESPACE))));
    assertThat(at(namespace.objects().objects().getFirst(), "metadata"))
        .isEqualTo(
            yaml(
                """
                name: victoria-logs
                labels:
                  pod-security.kubernetes.io/enforce: privileged
                  app.kubernetes.io/managed-by: kubeadm-wizard
                """));
    assertThat(addon.stages().getLast().awaited())
        .extracting(Awaited::line)
        .containsExactly(
            "deployments victoria-logs victoria-logs", "daemonsets victoria-logs vlagent");
  }

  /** A claim that is there keeps the namespace, so that nobody's logs go unasked. */
  @Test
  void aVolumeWithLogsIsNeverTakenAway() {
    assertThat(prepared(spec(ON_VOLUME)).stages().getFirst().uses())
        .extracting(PreparedAddon.Use::line)
        .contains("persistentvolumeclaims|.metadata.namespace|victoria-logs");
    assertThat(programs(prepared(spec(ON_VOLUME))).objects())
        .extracting(object -> object.get("kind"))
        .doesNotContain("PersistentVolumeClaim", "Namespace", "Secret");
  }

  @Test
  void withAClassTheLogsLieOnAVolumeAndTheProgramIsNobody() {
    var addon = prepared(spec(ON_VOLUME));
    var claim =
        addon
            .stages()
            .getFirst()
            .objects()
            .object(ObjectName.in(NAMESPACE, "PersistentVolumeClaim", "logs"))
            .orElseThrow();
    assertThat(claim.get("spec"))
        .isEqualTo(
            yaml(
                """
                accessModes: [ReadWriteOnce]
                storageClassName: local-path
                resources: {requests: {storage: 20Gi}}
                """));
    assertThat(volumes(addon, SERVER))
        .isEqualTo(yaml("[{name: logs, persistentVolumeClaim: {claimName: logs}}]"));
    assertThat(at(pod(addon, SERVER), "affinity")).isNull();
    assertThat(at(pod(addon, SERVER), "securityContext"))
        .isEqualTo(
            yaml(
                """
                runAsNonRoot: true
                runAsUser: 65532
                runAsGroup: 65532
                fsGroup: 65532
                fsGroupChangePolicy: OnRootMismatch
                seccompProfile: {type: RuntimeDefault}
                """));
    assertThat(at(container(addon, SERVER), "args"))
        .isEqualTo(
            List.of(
                "-httpListenAddr=:9428",
                "-storageDataPath=/storage",
                "-retentionPeriod=4w",
                "-retention.maxDiskSpaceUsageBytes=16384MiB",
                "-httpAuth.username=logs",
                "-httpAuth.password=file:///etc/victoria-logs/password",
                "-http.disableCORS",
                "-enableTCP6"));
  }

  @Test
  void withoutAClassTheyStayOnOneNodeWhateverHappensToThePod() {
    var tainted = new TaintSpec("example.org/slow", "", TaintSpec.Effect.NO_SCHEDULE);
    var addon =
        prepared(
            spec(
                AddonSpec.Logs.DEFAULT,
                host(1, Role.CONTROL_PLANE),
                host(2, Role.WORKER).withTaints(List.of(tainted)),
                host(3, Role.WORKER)));
    assertThat(volumes(addon, SERVER))
        .isEqualTo(
            yaml(
                "[{name: logs, hostPath: {path: /var/lib/victoria-logs, type:"
                    + " DirectoryOrCreate}}]"));
    assertThat(at(pod(addon, SERVER), "affinity"))
        .isEqualTo(
            yaml(
                """
                nodeAffinity:
                  requiredDuringSchedulingIgnoredDuringExecution:
                    nodeSelectorTerms:
                    - matchFields: [{key: metadata.name, operator: In, values: [node-10.88.0.13]}]
                """));
    assertThat((List<?>) at(container(addon, SERVER), "args"))
        .asString()
        .contains("-retentionPeriod=7d", "UsageBytes=8192MiB", "minFreeDiskSpaceBytes=2GiB");
    assertThat(addon.stages().getFirst().objects().objects()).hasSize(1);
  }

  @Test
  void theNodesOwnTaintsDoNotKeepThemFromIt() {
    var tainted = new TaintSpec("example.org/slow", "", TaintSpec.Effect.NO_SCHEDULE);
    var only = host(1, Role.CONTROL_PLANE).withTaints(List.of(tainted));
    assertThat(at(pod(prepared(spec(AddonSpec.Logs.DEFAULT, only)), SERVER), "tolerations"))
        .isEqualTo(
            yaml(
                """
                - {key: example.org/slow, operator: Exists, effect: NoSchedule}
                - {key: node-role.kubernetes.io/control-plane, operator: Exists, effect: NoSchedule}
                """));
  }

  @Test
  void agentsReadTheLogsOfEveryNodeAndWriteOnlyWhatIsTheirs() {
    var addon = prepared(spec(ON_VOLUME));
    assertThat(at(pod(addon, AGENT), "tolerations")).isEqualTo(yaml("[{operator: Exists}]"));
    assertThat(volumes(addon, AGENT))
        .isEqualTo(
            yaml(
                """
                - {name: containers, hostPath: {path: /var/log/containers}}
                - {name: pods, hostPath: {path: /var/log/pods}}
                - {name: data, hostPath: {path: /var/lib/vlagent, type: DirectoryOrCreate}}
                """));
    assertThat(at(container(addon, AGENT), "volumeMounts"))
        .isEqualTo(
            yaml(
                """
                - {name: containers, mountPath: /var/log/containers, readOnly: true}
                - {name: pods, mountPath: /var/log/pods, readOnly: true}
                - {name: data, mountPath: /var/lib/vlagent}
                - {name: password, mountPath: /etc/victoria-logs, readOnly: true}
                """));
    assertThat(at(container(addon, AGENT), "args"))
        .isEqualTo(
            List.of(
                "-httpListenAddr=:9429",
                "-kubernetesCollector",
                "-tmpDataPath=/var/lib/vlagent",
                "-remoteWrite.url=http://victoria-logs:9428/insert/native",
                "-remoteWrite.maxDiskUsagePerURL=1000MB",
                "-remoteWrite.basicAuth.username=logs",
                "-remoteWrite.basicAuth.passwordFile=/etc/victoria-logs/password",
                "-httpAuth.username=logs",
                "-httpAuth.password=file:///etc/victoria-logs/password",
                "-enableTCP6"));
    assertThat(addon.images().anywhere()).contains("docker.io/victoriametrics/vlagent:v1.52.0");
    assertThat(addon.images().ordinary())
        .containsExactly("docker.io/victoriametrics/victoria-logs:v1.52.0");
  }

  /** Its files are behind the kubelet's links. */
  @Test
  void withDockerAgentsReadItsFilesToo() {
    var spec = spec(ON_VOLUME).with(RuntimeSpec.DEFAULT.withName(RuntimeSpec.Name.DOCKER));
    assertThat((List<?>) at(container(prepared(spec), AGENT), "volumeMounts"))
        .asString()
        .contains("name=docker, mountPath=/var/lib/docker/containers, readOnly=true");
  }

  @Test
  void neitherProgramMayMoreThanItMust() {
    var addon = prepared(spec(AddonSpec.Logs.DEFAULT));
    for (ObjectName name : List.of(SERVER, AGENT)) {
      assertThat(at(container(addon, name), "securityContext"))
          .isEqualTo(
              yaml(
                  """
                  allowPrivilegeEscalation: false
                  readOnlyRootFilesystem: true
                  capabilities: {drop: [ALL]}
                  """));
      assertThat(at(container(addon, name), "readinessProbe", "httpGet"))
          .isEqualTo(yaml("{path: /health, port: http}"));
    }
    assertThat(at(pod(addon, SERVER), "automountServiceAccountToken")).isEqualTo(false);
    var role = programs(addon).object(ObjectName.of("ClusterRole", "victoria-logs-vlagent"));
    assertThat(role.orElseThrow().get("rules"))
        .isEqualTo(
            yaml(
                """
                - {apiGroups: [""], resources: [pods], verbs: [get, list, watch]}
                - {apiGroups: [""], resources: [nodes], verbs: [get]}
                - {apiGroups: [""], resources: [namespaces], verbs: [list]}
                """));
  }

  @Test
  void onlyTheAgentsComeInAndNobodyToThem() {
    var addon = prepared(spec(ON_VOLUME));
    var server = ObjectName.in(NAMESPACE, "NetworkPolicy", "victoria-logs");
    assertThat(programs(addon).object(server).orElseThrow().get("spec"))
        .isEqualTo(
            yaml(
                """
                podSelector: {matchLabels: {app.kubernetes.io/name: victoria-logs}}
                policyTypes: [Ingress]
                ingress:
                - from: [{podSelector: {matchLabels: {app.kubernetes.io/name: vlagent}}}]
                  ports: [{port: http, protocol: TCP}]
                """));
    var agent = ObjectName.in(NAMESPACE, "NetworkPolicy", "vlagent");
    assertThat(programs(addon).object(agent).orElseThrow().get("spec"))
        .isEqualTo(
            yaml(
                """
                podSelector: {matchLabels: {app.kubernetes.io/name: vlagent}}
                policyTypes: [Ingress]
                """));
    var service = ObjectName.in(NAMESPACE, "Service", "victoria-logs");
    assertThat(at(programs(addon).object(service).orElseThrow(), "spec"))
        .isEqualTo(
            yaml(
                """
                ipFamilyPolicy: PreferDualStack
                selector: {app.kubernetes.io/name: victoria-logs}
                ports: [{name: http, port: 9428, protocol: TCP, targetPort: http}]
                """));
  }

  /** Seen to be enough for what old pods have left on a node, whatever CPUs the machine has. */
  @Test
  void whatTheyTakeIsBounded() {
    var addon = prepared(spec(ON_VOLUME));
    assertThat(at(container(addon, SERVER), "env"))
        .isEqualTo(yaml("[{name: GOMAXPROCS, value: '4'}, {name: GOMEMLIMIT, value: 800MiB}]"));
    assertThat(at(container(addon, SERVER), "resources", "limits"))
        .isEqualTo(yaml("{memory: 1Gi}"));
    assertThat(at(container(addon, AGENT), "env"))
        .isEqualTo(yaml("[{name: GOMAXPROCS, value: '2'}, {name: GOMEMLIMIT, value: 200MiB}]"));
    assertThat(at(container(addon, AGENT), "resources", "limits"))
        .isEqualTo(yaml("{memory: 256Mi}"));
  }

  /** What is said of it beforehand is what its pods ask for. */
  @Test
  void theMemoryIsWhatItsPodsAskFor() {
    var addon = prepared(spec(ON_VOLUME));
    var facts = AddonCatalogue.load().of(ON_VOLUME).orElseThrow();
    assertThat(at(container(addon, SERVER), "resources", "requests", "memory"))
        .isEqualTo(facts.memoryMiB() + "Mi");
    assertThat(at(container(addon, AGENT), "resources", "requests", "memory"))
        .isEqualTo(facts.nodeMemoryMiB() + "Mi");
  }
}
