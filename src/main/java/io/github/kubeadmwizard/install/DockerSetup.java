package io.github.kubeadmwizard.install;

import io.github.kubeadmwizard.cluster.Cidr;
import io.github.kubeadmwizard.cluster.RegistrySpec;
import io.github.kubeadmwizard.engine.Action;
import io.github.kubeadmwizard.engine.Action.EnsureService;
import io.github.kubeadmwizard.engine.Action.RunScript;
import io.github.kubeadmwizard.engine.Action.WriteFile;
import io.github.kubeadmwizard.engine.Var;
import io.github.kubeadmwizard.facts.Program;
import io.github.kubeadmwizard.kubeadm.DaemonJson;
import io.github.kubeadmwizard.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Docker with cri-dockerd before it: Docker's own configuration merged, cri-dockerd told the pause
 * image. Sources: Docker docs, daemon.json; cri-dockerd, its flags and units.
 */
final class DockerSetup {
  private static final RuntimeProxy PROXY =
      new RuntimeProxy("docker.service", "/etc/docker/kubeadm-wizard-proxy.env");
  private static final String DROP_IN =
      "/etc/systemd/system/cri-docker.service.d/kubeadm-wizard.conf";

  /** Where the kubelet reads accounts, which it hands to cri-dockerd with every image. */
  static final String ACCOUNTS = "/var/lib/kubelet/config.json";

  private DockerSetup() {}

  static List<Action> actions(Ground ground, Node node) {
    var actions = new ArrayList<Action>();
    ground.spec().images().registries().forEach((host, registry) -> trust(host, registry, actions));
    accounts(ground).ifPresent(actions::add);
    PROXY.action(ground, node).ifPresent(actions::add);
    actions.add(daemonJson(ground, node));
    var files = new ArrayList<>(List.of(DaemonJson.PATH));
    files.addAll(PROXY.files(ground, node));
    actions.add(service("docker-service", "docker.service", files));
    String program = program(node);
    actions.add(
        new WriteFile(
            "cri-docker-drop-in",
            Message.of("install.action.unit", DROP_IN),
            DROP_IN,
            "0644",
            Var.of(dropIn(ground, program))));
    actions.add(service("cri-docker-socket", "cri-docker.socket", List.of()));
    actions.add(service("cri-docker-service", "cri-docker.service", List.of(DROP_IN, program)));
    return actions;
  }

  private static void trust(String host, RegistrySpec registry, List<Action> actions) {
    registry
        .ca()
        .ifPresent(pem ->
            actions.add(
                new WriteFile(
                    "ca-" + ContainerdRegistries.id(host),
                    Message.of("install.action.registry-ca", host),
                    "/etc/docker/certs.d/" + host + "/kubeadm-wizard-ca.crt",
                    "0644",
                    Var.of(pem.endsWith("\n") ? pem : pem + "\n"))));
  }

  private static Optional<Action> accounts(Ground ground) {
    SortedMap<String, String> keys = keys(ground);
    return keys.isEmpty()
        ? Optional.empty()
        : Optional.of(
            SecretFile.auths(
                "registry-accounts",
                Message.of("install.action.registry-accounts", List.copyOf(keys.keySet())),
                ACCOUNTS,
                keys));
  }

  /** Docker knows its own registry by an address of old. */
  static SortedMap<String, String> keys(Ground ground) {
    var keys = new TreeMap<String, String>();
    ground
        .spec()
        .images()
        .registries()
        .forEach((host, registry) -> {
          if (registry.signIn()) {
            keys.put(host, host.equals("docker.io") ? "https://index.docker.io/v1/" : host);
          }
        });
    return keys;
  }

  /** What we saw is said too: should it be another by then, nothing is written. */
  private static RunScript daemonJson(Ground ground, Node node) {
    String now = node.facts().runtimes().dockerState().daemonJson().orElse("");
    String next = DaemonJson.merged(now, ground.spec()).orElse("");
    return RunScript.of(
        "daemon-json",
        Message.of("install.action.daemon-json"),
        "daemon-json.sh",
        Map.of("BEFORE", Var.of(now), "CONTENT", Var.of(next)));
  }

  private static EnsureService service(String id, String unit, List<String> newerThan) {
    return new EnsureService(
        id, Message.of("install.action.service", unit), unit, true, true, newerThan);
  }

  /** The one that is there, else ours. */
  private static String program(Node node) {
    return node.facts()
        .runtimes()
        .criDockerd()
        .program()
        .map(Program::path)
        .orElse(ProgramDownloads.CRI_DOCKERD);
  }

  private static String dropIn(Ground ground, String program) {
    boolean dual = ground.spec().network().podCIDR().stream().anyMatch(Cidr::isIpv6);
    return """
    # Written by Kubeadm Wizard.
    [Service]
    ExecStart=
    ExecStart=%s --container-runtime-endpoint fd:// --network-plugin=cni \
    --cni-bin-dir=/opt/cni/bin --cni-conf-dir=/etc/cni/net.d \
    --pod-infra-container-image=%s%s
    """
        .formatted(program, ground.images().pause(), dual ? " --ipv6-dual-stack" : "");
  }
}
