package io.github.kubeadmwizard.practice;

import io.github.kubeadmwizard.assets.Assets;
import io.github.kubeadmwizard.json.Json;
import io.github.kubeadmwizard.practice.PracticeMachine.Part;
import io.github.kubeadmwizard.practice.PracticeMachines.Member;
import io.github.kubeadmwizard.ssh.Exit;
import io.github.kubeadmwizard.ssh.OutputSink;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers the scripts that ask a control plane how its cluster stands and for its kubeconfig. */
final class ClusterAnswers {
  private static final String US = "\u001f";
  private static final int NO_CLUSTER = 3;
  private static final Duration YEAR = Duration.ofDays(365);

  private static final List<String> CERTIFICATES =
      List.of(
          "admin.conf",
          "apiserver",
          "apiserver-etcd-client",
          "apiserver-kubelet-client",
          "controller-manager.conf",
          "etcd-healthcheck-client",
          "etcd-peer",
          "etcd-server",
          "front-proxy-client",
          "scheduler.conf");

  private final PracticeMachine machine;
  private final PracticeMachines machines;

  ClusterAnswers(PracticeMachine machine, PracticeMachines machines) {
    this.machine = machine;
    this.machines = machines;
  }

  /** What the script prints; of a script that is not known, nothing. */
  Exit answer(String script, OutputSink sink) {
    boolean controls;
    String cluster;
    synchronized (machine) {
      controls = machine.part == Part.CONTROL_PLANE;
      cluster = machine.cluster;
    }
    if (script.endsWith(Assets.text("scripts/status.sh"))) {
      List<String> lines = controls ? status(cluster) : List.of(US + "none");
      lines.forEach(line -> sink.line(OutputSink.Stream.OUT, line));
    } else if (script.endsWith(Assets.text("scripts/nodes.sh"))) {
      if (!controls) {
        return new Exit(NO_CLUSTER);
      }
      var nodes = machines.members(cluster).stream().map(ClusterAnswers::node).toList();
      sink.line(OutputSink.Stream.OUT, Json.line(Map.of("kind", "List", "items", nodes)));
    } else if (script.endsWith(Assets.text("scripts/kubeconfig.sh"))) {
      if (!controls) {
        return new Exit(NO_CLUSTER);
      }
      Assets.text("practice/admin.conf")
          .replace("@ADDRESS@", machine.host.address())
          .lines()
          .forEach(line -> sink.line(OutputSink.Stream.OUT, line));
    }
    if (script.endsWith(Assets.text("scripts/pod-network.sh"))) {
      if (!controls) {
        return new Exit(NO_CLUSTER);
      }
      new NetworkAnswers(machines)
          .lines(cluster, network())
          .forEach(line -> sink.line(OutputSink.Stream.OUT, line));
    }
    if (script.contains(Assets.text("scripts/asking.sh"))) {
      return controls
          ? new UseAnswers(machine, machines, cluster).answer(script, sink)
          : new Exit(NO_CLUSTER);
    }
    if (script.endsWith(Assets.text("scripts/addons.sh"))
        || script.endsWith(Assets.text("scripts/dashboard.sh"))) {
      return new AddonAnswers(machine, machines.clock()).answer(script, sink);
    }
    return new Exit(0);
  }

  private List<String> status(String cluster) {
    var items = new ArrayList<Object>();
    List<Member> members = machines.members(cluster);
    members.forEach(member -> items.add(node(member)));
    RunningPods.of(members, network())
        .forEach(pod -> items.add(pod(pod.namespace(), pod.name(), pod.node())));
    return List.of(
        US + "objects",
        Json.line(Map.of("kind", "List", "items", items)),
        US + "end 0",
        US + "certificates",
        Json.line(certificates()),
        US + "end 0");
  }

  private Optional<LaidNetwork> network() {
    synchronized (machine) {
      return LaidNetwork.of(machine);
    }
  }

  private static Map<String, Object> node(Member member) {
    return Map.of(
        "kind",
        "Node",
        "metadata",
        Map.of("name", member.name(), "labels", member.marks().labels(member.name())),
        "spec",
        member.marks().spec(),
        "status",
        Map.of(
            "conditions",
            List.of(Map.of("type", "Ready", "status", "True", "reason", "KubeletReady")),
            "nodeInfo",
            Map.of(
                "kubeletVersion",
                "v" + member.version(),
                "containerRuntimeVersion",
                "containerd://" + member.containerd()),
            "addresses",
            List.of(Map.of("type", "InternalIP", "address", member.address()))));
  }

  private static Map<String, Object> pod(String namespace, String name, String node) {
    return Map.of(
        "kind",
        "Pod",
        "metadata",
        Map.of("name", name, "namespace", namespace),
        "spec",
        Map.of("nodeName", node, "containers", List.of(Map.of())),
        "status",
        Map.of(
            "phase",
            "Running",
            "containerStatuses",
            List.of(Map.of("ready", true, "restartCount", 0))));
  }

  private Map<String, Object> certificates() {
    Instant now = machines.clock().instant();
    return Map.of(
        "kind",
        "CertificateExpirationInfo",
        "certificates",
        CERTIFICATES.stream().map(name -> certificate(name, now.plus(YEAR))).toList(),
        "certificateAuthorities",
        List.of("ca", "etcd-ca", "front-proxy-ca").stream()
            .map(name -> certificate(name, now.plus(YEAR.multipliedBy(10))))
            .toList());
  }

  private static Map<String, Object> certificate(String name, Instant end) {
    return Map.of("name", name, "expirationDate", end.toString(), "missing", false);
  }
}
