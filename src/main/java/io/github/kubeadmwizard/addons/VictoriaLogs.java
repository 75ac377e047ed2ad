package io.github.kubeadmwizard.addons;

import io.github.kubeadmwizard.cluster.AddonSpec;
import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.manifests.Manifest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * VictoriaLogs as objects made here, since upstream publishes Helm charts alone: one program that
 * keeps the logs of all pods and shows them, and an agent on every node that reads them. Nobody
 * reads or writes without the password. Source: VictoriaLogs docs, vlagent, Deploy on Kubernetes
 * without Helm; helm-charts, victoria-logs-single and victoria-logs-collector.
 */
final class VictoriaLogs {
  static final String NAMESPACE = "victoria-logs";
  static final String NAME = "victoria-logs";
  static final String AGENT = "vlagent";

  /** Source: VictoriaLogs, flag httpListenAddr. */
  static final int PORT = 9428;

  /** By whom, and where the password stands in both programs' pods. */
  static final String USER = "logs";

  static final String PASSWORD_FILE = "/etc/victoria-logs/password";

  /** In somebody else's namespace nothing is ours, whatever it is called. */
  private static final Claim OURS = Claim.labelled("namespaces", List.of(NAMESPACE));

  private static final Generated.Letters PASSWORD =
      new Generated.Letters(NAMESPACE, "victoria-logs-password", "password");

  private final AddonFacts facts;

  VictoriaLogs(AddonFacts facts) {
    this.facts = facts;
  }

  PreparedAddon prepared(AddonSpec.Logs wish, ClusterSpec spec, UnaryOperator<String> nodeOf) {
    return new PreparedAddon(
        facts.key(),
        facts.name(),
        List.of(namespace(wish), programs(wish, spec, nodeOf)),
        List.of(),
        Optional.empty());
  }

  /** With it goes all that is in it, the volume with the logs as well: it is the last to go. */
  private AddonStage namespace(AddonSpec.Logs wish) {
    var uses =
        Stream.of(
                "deployments.apps",
                "statefulsets.apps",
                "daemonsets.apps",
                "persistentvolumeclaims")
            .map(kind -> new PreparedAddon.Use(kind, ".metadata.namespace", NAMESPACE))
            .toList();
    var labels = Claim.labelled(Map.of("pod-security.kubernetes.io/enforce", "privileged"));
    var namespace =
        new KubeObject("v1", "Namespace", NAMESPACE, Optional.empty(), labels, Map.of());
    return stage(
            "logs-namespace",
            Stream.concat(Stream.of(namespace), LogsVolume.claim(wish).stream()),
            List.of())
        .keptBy(uses)
        .with(PASSWORD);
  }

  private AddonStage programs(AddonSpec.Logs wish, ClusterSpec spec, UnaryOperator<String> nodeOf) {
    var server = new VictoriaLogsServer(facts.image("program"), wish, LogsVolume.of(wish, spec));
    var agent = new VictoriaLogsAgent(facts.image("agent"), spec.runtime().isDocker());
    var objects =
        Stream.of(
                VictoriaLogsAgent.access().stream(),
                Stream.of(
                    service(),
                    letIn(NAME, List.of(fromAgents())),
                    letIn(AGENT, List.of()),
                    server.object(nodeOf),
                    agent.object()))
            .flatMap(some -> some);
    AddonStage stage =
        stage(
            "logs",
            objects,
            List.of(
                new Awaited.Deployment(NAMESPACE, NAME), new Awaited.DaemonSet(NAMESPACE, AGENT)));
    return stage.with(Placement.fitting(stage.objects(), spec));
  }

  private AddonStage stage(String id, Stream<KubeObject> objects, List<Awaited> awaited) {
    var trees = objects.map(KubeObject::tree).toList();
    return new AddonStage(id, facts.name(), new Manifest(facts.name(), trees), awaited)
        .claiming(OURS);
  }

  static Map<String, String> labels(String program) {
    return Map.of("app.kubernetes.io/name", program);
  }

  /** The password as a file. Each program reads it as whoever it runs as. */
  static Map<String, Object> passwordVolume() {
    var file = Tree.of("key", PASSWORD.key(), "path", "password");
    return Tree.of(
        "name",
        "password",
        "secret",
        Tree.of("secretName", PASSWORD.name(), "defaultMode", 0440, "items", List.of(file)));
  }

  static Map<String, Object> passwordMount() {
    return Tree.of("name", "password", "mountPath", "/etc/victoria-logs", "readOnly", true);
  }

  private static KubeObject service() {
    var port = Tree.of("name", "http", "port", PORT, "protocol", "TCP", "targetPort", "http");
    return in(
        "v1",
        "Service",
        NAME,
        Tree.of(
            "ipFamilyPolicy", "PreferDualStack", "selector", labels(NAME), "ports", List.of(port)));
  }

  private static Map<String, Object> fromAgents() {
    var agents = Tree.of("podSelector", Tree.of("matchLabels", labels(AGENT)));
    var port = Tree.of("port", "http", "protocol", "TCP");
    return Tree.of("from", List.of(agents), "ports", List.of(port));
  }

  /** What pod networks with policies hold besides the password; Flannel alone has none. */
  private static KubeObject letIn(String program, List<Map<String, Object>> whom) {
    return in(
        "networking.k8s.io/v1",
        "NetworkPolicy",
        program,
        Tree.of(
            "podSelector",
            Tree.of("matchLabels", labels(program)),
            "policyTypes",
            List.of("Ingress"),
            "ingress",
            whom));
  }

  static KubeObject in(String api, String kind, String name, Map<String, Object> spec) {
    return new KubeObject(
        api, kind, name, Optional.of(NAMESPACE), labels(name), Tree.of("spec", spec));
  }
}
