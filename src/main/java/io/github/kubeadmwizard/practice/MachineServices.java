package io.github.kubeadmwizard.practice;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The part of a machine's facts that tells of units, listening ports and the firewall. */
final class MachineServices {
  private static final String HEADER =
      "Netid State  Recv-Q Send-Q Local Address:Port  Peer Address:PortProcess";

  /** What listens on a node of its part; source: Kubernetes docs, ports and protocols. */
  private static final Map<Integer, String> OF_CONTROL_PLANE =
      Map.of(
          6443, "kube-apiserver",
          2379, "etcd",
          2380, "etcd",
          10257, "kube-controller",
          10259, "kube-scheduler");

  private static final Map<Integer, String> OF_NODE = Map.of(10250, "kubelet", 10256, "kube-proxy");

  private final PracticeMachine machine;
  private final List<String> lines = new ArrayList<>();

  MachineServices(PracticeMachine machine) {
    this.machine = machine;
  }

  void lines(Consumer<List<String>> to) {
    units();
    ports();
    firewall();
    clock();
    to.accept(lines);
  }

  private void head(String... nameAndFields) {
    var all = List.of(nameAndFields);
    lines.add(MachineFacts.head(all.getFirst(), all.subList(1, all.size())));
  }

  private void units() {
    head("text", "services");
    machine.units.forEach((unit, state) -> {
      lines.add("Id=" + unit);
      lines.add("LoadState=loaded");
      lines.add("ActiveState=" + (state.active() ? "active" : "inactive"));
      lines.add("FragmentPath=/usr/lib/systemd/system/" + unit);
      lines.add("SourcePath=");
      lines.add("UnitFileState=" + (state.enabled() ? "enabled" : "disabled"));
      lines.add("");
    });
  }

  private void ports() {
    head("text", "ports");
    lines.add(HEADER);
    listening("127.0.0.53%lo", 53, "systemd-resolve", 512);
    listening("0.0.0.0", 22, "sshd", 731);
    if (machine.host.has(Trouble.PORT_TAKEN)) {
      listening("0.0.0.0", 10250, "metrics-agent", 901);
    }
    if (machine.units.containsKey("containerd.service")) {
      listening("127.0.0.1", 41697, "containerd", 1607);
    }
    if (machine.isNode()) {
      OF_NODE.forEach((port, process) -> listening("*", port, process, 2100 + port % 97));
    }
    if (machine.part == PracticeMachine.Part.CONTROL_PLANE) {
      OF_CONTROL_PLANE.forEach((port, process) -> listening("*", port, process, 1900 + port % 97));
    }
  }

  private void listening(String address, int port, String process, int pid) {
    lines.add(
        "tcp   LISTEN 0      4096      "
            + (address + ":" + port)
            + "         0.0.0.0:*    users:((\""
            + process
            + "\",pid="
            + pid
            + ",fd=3))");
  }

  private void firewall() {
    boolean on = machine.host.has(Trouble.FIREWALL);
    if (on) {
      head("file", "/etc/ufw/ufw.conf");
      lines.add("ENABLED=yes");
      lines.add("LOGLEVEL=low");
    }
    head("text", "iptables");
    lines.add("policy INPUT " + (on ? "DROP" : "ACCEPT"));
    lines.add("policy FORWARD " + (on ? "DROP" : "ACCEPT"));
    lines.add("policy OUTPUT ACCEPT");
    lines.add("input " + (on ? "6" : "0"));
    lines.add("kube " + (machine.isNode() ? "38" : "0"));
  }

  private void clock() {
    head("text", "timedate");
    lines.add("NTPSynchronized=" + (machine.behind.isZero() ? "yes" : "no"));
    lines.add("Timezone=Etc/UTC");
    lines.add("");
  }
}
