package io.github.kubeadmwizard.practice;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The part of a machine's facts that tells of the runtime, and of Kubernetes once it is there. */
final class NodeFacts {
  /** Programs by the package that brings them. */
  private static final Map<String, List<String>> PROGRAMS =
      Map.of(
          "containerd", List.of("containerd", "ctr"),
          "containerd.io", List.of("containerd", "ctr", "runc"),
          "runc", List.of("runc"),
          "kubeadm", List.of("kubeadm"),
          "kubelet", List.of("kubelet"),
          "kubectl", List.of("kubectl"),
          "cri-tools", List.of("crictl"),
          "conntrack", List.of("conntrack"),
          "ethtool", List.of("ethtool"),
          "socat", List.of("socat"));

  private static final List<String> CONTROL_PLANE_FILES =
      List.of(
          "admin.conf",
          "controller-manager.conf",
          "manifests/etcd.yaml",
          "manifests/kube-apiserver.yaml",
          "manifests/kube-controller-manager.yaml",
          "manifests/kube-scheduler.yaml",
          "pki/apiserver.crt",
          "pki/ca.key",
          "scheduler.conf",
          "super-admin.conf");

  private final PracticeMachine machine;
  private final List<String> lines = new ArrayList<>();

  NodeFacts(PracticeMachine machine) {
    this.machine = machine;
  }

  void lines(Consumer<List<String>> to) {
    machine.packages.keySet().stream()
        .flatMap(name -> PROGRAMS.getOrDefault(name, List.of()).stream())
        .distinct()
        .forEach(program -> head("tool", program, "/usr/bin/" + program));
    if (machine.units.containsKey("containerd.service")) {
      runtime();
    }
    machine.files.forEach((path, content) -> {
      if (path.startsWith("/etc/apt/sources.list.d/")) {
        head("file", path);
        content.lines().forEach(lines::add);
      }
    });
    if (machine.isNode()) {
      node();
    }
    to.accept(lines);
  }

  private void head(String... nameAndFields) {
    var all = List.of(nameAndFields);
    lines.add(MachineFacts.head(all.getFirst(), all.subList(1, all.size())));
  }

  private void runtime() {
    head("socket", "/run/containerd/containerd.sock");
    String config = machine.files.get(Effects.CONTAINERD_CONFIG);
    boolean packaged = machine.packages.containsKey("containerd.io");
    if (config != null || packaged) {
      head("text", "containerd-config");
      (config != null ? config : "disabled_plugins = [\"cri\"]").lines().forEach(lines::add);
    }
  }

  private void node() {
    machine.apiServer.ifPresent(server -> head("api-server", server));
    head("file", "/var/lib/kubelet/kubeadm-flags.env");
    lines.add("KUBELET_KUBEADM_ARGS=\"\"");
    left("kubernetes", "/etc/kubernetes/kubelet.conf", "/etc/kubernetes/pki/ca.crt");
    left("kubelet", "config.yaml", "kubeadm-flags.env", "pki", "pods");
    LaidNetwork.of(machine)
        .ifPresent(network -> {
          left("cni", network.file());
          left("link", network.links().toArray(String[]::new));
        });
    if (machine.part == PracticeMachine.Part.CONTROL_PLANE) {
      CONTROL_PLANE_FILES.forEach(file -> left("kubernetes", "/etc/kubernetes/" + file));
      left("etcd", "member");
    }
  }

  private void left(String kind, String... names) {
    for (String name : names) {
      head("left", kind, name);
    }
  }
}
