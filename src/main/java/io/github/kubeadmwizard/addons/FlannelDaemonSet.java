package io.github.kubeadmwizard.addons;

import io.github.kubeadmwizard.cluster.CniSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Flannel's pods, one on each Linux node, in the node's own network. */
final class FlannelDaemonSet {
  private static final int HEALTH_PORT = 8081;
  private static final PodVolume RUN = new PodVolume.Directory("run", "/run/flannel");
  private static final PodVolume PLUGINS = new PodVolume.Directory("cni-plugin", "/opt/cni/bin");
  private static final PodVolume CNI = new PodVolume.Directory("cni", "/etc/cni/net.d");
  private static final PodVolume SETTINGS =
      new PodVolume.Configuration("flannel-cfg", Flannel.CONFIGURATION);
  private static final PodVolume LOCK = new PodVolume.File("xtables-lock", "/run/xtables.lock");

  private final FlannelCatalogue catalogue;
  private final CniSpec cni;
  private final Optional<ApiServer> apiServer;

  FlannelDaemonSet(FlannelCatalogue catalogue, CniSpec cni, Optional<ApiServer> apiServer) {
    this.catalogue = catalogue;
    this.cni = cni;
    this.apiServer = apiServer;
  }

  KubeObject object() {
    var selected = Tree.of("app", "flannel");
    var template =
        Tree.of(
            "metadata", Tree.of("labels", Tree.of("tier", "node", "app", "flannel")),
            "spec", pod());
    return new KubeObject(
        "apps/v1",
        "DaemonSet",
        "kube-flannel-ds",
        Optional.of(Flannel.NAMESPACE),
        new TreeMap<>(Map.of("tier", "node", "app", "flannel", "k8s-app", "flannel")),
        Tree.of(
            "spec", Tree.of("selector", Tree.of("matchLabels", selected), "template", template)));
  }

  private Map<String, Object> pod() {
    return Tree.of(
        "affinity", Tree.of("nodeAffinity", onLinux()),
        "hostNetwork", true,
        "priorityClassName", "system-node-critical",
        "tolerations", List.of(Tree.of("operator", "Exists", "effect", "NoSchedule")),
        "serviceAccountName", "flannel",
        "initContainers", List.of(bringsThePlugin(), bringsTheConfiguration()),
        "containers", List.of(daemon()),
        "volumes",
            List.of(RUN, PLUGINS, CNI, SETTINGS, LOCK).stream().map(PodVolume::tree).toList());
  }

  private static Map<String, Object> onLinux() {
    var linux = Tree.of("key", "kubernetes.io/os", "operator", "In", "values", List.of("linux"));
    return Tree.of(
        "requiredDuringSchedulingIgnoredDuringExecution",
        Tree.of("nodeSelectorTerms", List.of(Tree.of("matchExpressions", List.of(linux)))));
  }

  private Map<String, Object> bringsThePlugin() {
    return Tree.of(
        "name", "install-cni-plugin",
        "image", catalogue.cniPluginImage(),
        "command", List.of("cp"),
        "args", List.of("-f", "/flannel", "/opt/cni/bin/flannel"),
        "volumeMounts", List.of(PLUGINS.at("/opt/cni/bin")));
  }

  private Map<String, Object> bringsTheConfiguration() {
    return Tree.of(
        "name", "install-cni",
        "image", catalogue.daemonImage(),
        "command", List.of("/opt/bin/install-conf"),
        "args", List.of("/etc/kube-flannel/cni-conf.json", "/etc/cni/net.d/10-flannel.conflist"),
        "volumeMounts", List.of(CNI.at("/etc/cni/net.d"), SETTINGS.at("/etc/kube-flannel/")));
  }

  private Map<String, Object> daemon() {
    return Tree.of(
        "name", "kube-flannel",
        "image", catalogue.daemonImage(),
        "command", List.of("/opt/bin/flanneld"),
        "args", arguments(),
        "ports",
            List.of(Tree.of("name", "healthz", "containerPort", HEALTH_PORT, "protocol", "TCP")),
        "livenessProbe", probe("/healthz", 10, 30),
        "readinessProbe", probe("/readyz", 5, 10),
        "resources", Tree.of("requests", Tree.of("cpu", "100m", "memory", "50Mi")),
        "securityContext",
            Tree.of(
                "privileged",
                false,
                "capabilities",
                Tree.of("add", List.of("NET_ADMIN", "NET_RAW"))),
        "env", environment().stream().map(EnvVar::tree).toList(),
        "volumeMounts",
            List.of(
                RUN.at("/run/flannel"),
                SETTINGS.at("/etc/kube-flannel/"),
                LOCK.at("/run/xtables.lock")));
  }

  private List<String> arguments() {
    var arguments =
        new ArrayList<>(List.of("--ip-masq", "--kube-subnet-mgr", "--healthz-port=" + HEALTH_PORT));
    arguments.addAll(interfaces(cni));
    return arguments;
  }

  /** What its arguments say of the card. */
  static List<String> interfaces(CniSpec cni) {
    return cni.networkInterface().map(card -> "--iface=" + card).stream().toList();
  }

  /**
   * @param every seconds between two looks
   */
  private static Map<String, Object> probe(String path, int first, int every) {
    return Tree.of(
        "httpGet", Tree.of("path", path, "port", "healthz"),
        "initialDelaySeconds", first,
        "periodSeconds", every);
  }

  private List<EnvVar> environment() {
    var environment = new ArrayList<EnvVar>();
    environment.add(new EnvVar.Field("POD_NAME", "metadata.name"));
    environment.add(new EnvVar.Field("POD_NAMESPACE", "metadata.namespace"));
    environment.add(new EnvVar.Value("EVENT_QUEUE_DEPTH", "5000"));
    environment.add(new EnvVar.Value("CONT_WHEN_CACHE_NOT_READY", "false"));
    apiServer.ifPresent(api -> {
      // What the kubelet sets for the Service, of which nothing answers before kube-proxy runs.
      environment.add(new EnvVar.Value("KUBERNETES_SERVICE_HOST", api.host()));
      environment.add(new EnvVar.Value("KUBERNETES_SERVICE_PORT", String.valueOf(api.port())));
    });
    return environment;
  }
}
