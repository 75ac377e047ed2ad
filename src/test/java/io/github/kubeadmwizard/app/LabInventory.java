package io.github.kubeadmwizard.app;

import java.util.List;
import java.util.Map;

/** The machines that a lab test may change, as {@code lab inventory} prints them. */
final class LabInventory {
  private LabInventory() {}

  /** The cluster file for them: the first is the control plane. */
  static String clusterFile(Map<String, Object> inventory) {
    var text = new StringBuilder("name: lab\nkubernetes: \"1.36\"\nhosts:\n");
    String role = "control-plane";
    for (Map<?, ?> host : hosts(inventory)) {
      text.append("  - {name: ").append(host.get("name"));
      text.append(", address: \"").append(host.get("address")).append('"');
      text.append(", user: ").append(host.get("user"));
      if (host.get("key") != null) {
        text.append(", key: '").append(host.get("key")).append('\'');
      }
      text.append(", roles: [").append(role).append("]}\n");
      role = "worker";
    }
    if (inventory.get("mirror") instanceof Map<?, ?> mirror) {
      text.append("packages: {kubernetes: '").append(mirror.get("apt"));
      text.append("', docker: '").append(mirror.get("containerd")).append("'}\n");
      text.append("images: {mirrors: {");
      for (String registry : List.of("registry.k8s.io", "ghcr.io", "docker.io")) {
        text.append(registry).append(": 'http://").append(mirror.get("images")).append("', ");
      }
      text.append("}}\n");
    }
    // what small machines lack, and their slow leader election
    text.append("checks: {override: [NumCPU, SystemVerification]}\n");
    text.append("kubeadm: {clusterConfiguration: {");
    text.append("controllerManager: {extraArgs: [{name: leader-elect, value: 'false'}]}, ");
    text.append("scheduler: {extraArgs: [{name: leader-elect, value: 'false'}]}}}\n");
    return text.toString();
  }

  /** The machines. */
  static List<Map<?, ?>> hosts(Map<String, Object> inventory) {
    return ((List<?>) inventory.getOrDefault("hosts", List.of()))
        .stream().<Map<?, ?>>map(h -> (Map<?, ?>) h).toList();
  }
}
