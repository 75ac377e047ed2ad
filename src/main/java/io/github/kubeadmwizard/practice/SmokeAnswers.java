package io.github.kubeadmwizard.practice;

import io.github.kubeadmwizard.practice.PracticeMachines.Member;
import java.util.ArrayList;
import java.util.List;

/** What the actions of a smoke test give on practice machines: everything works. */
final class SmokeAnswers {
  private static final String SERVICE = "10.103.87.21";
  private static final int PORT = 31847;

  private final List<Member> members;
  private final String self;

  SmokeAnswers(PracticeMachine machine, PracticeMachines machines) {
    String cluster;
    synchronized (machine) {
      cluster = machine.cluster;
      self = machine.nodeName;
    }
    members = machines.members(cluster);
  }

  /** The value of this name. */
  String value(String name) {
    if (name.startsWith("smoke-here-")) {
      return "ok 10.244.0.1 " + pod(self);
    }
    return switch (name) {
      case "smoke-ground" -> ground();
      case "smoke-port" -> Integer.toString(PORT);
      case "smoke-scaled" -> "47 62";
      case "smoke-kubelets" -> kubelets();
      default -> tries();
    };
  }

  private String ground() {
    var lines = new ArrayList<>(List.of("service " + SERVICE + " " + PORT));
    for (Member member : members) {
      lines.add(
          "node %s %s True %s runs %s "
              .formatted(
                  member.name(), "0".repeat(32), pod(member.name()), address(member.name())));
    }
    return String.join("\n", lines);
  }

  private String tries() {
    var lines = new ArrayList<>(List.of("self " + self));
    for (String way : List.of("node", "pod")) {
      members.stream()
          .map(Member::name)
          .filter(name -> !(way.equals("pod") && name.equals(self)))
          .forEach(
              name -> lines.add(way + " " + name + " " + address(name) + " ok " + address(self)));
      lines.add("service " + way + " " + SERVICE + " ok " + pod(self));
    }
    lines.add("dns pod " + SERVICE + " ok " + SERVICE);
    return String.join("\n", lines);
  }

  private String kubelets() {
    var lines = new ArrayList<String>();
    members.forEach(member -> {
      lines.add("logs " + member.name() + " ok -");
      lines.add("exec " + member.name() + " ok -");
    });
    return String.join("\n", lines);
  }

  private String address(String node) {
    int place = members.stream().map(Member::name).toList().indexOf(node);
    return "10.244." + Math.max(0, place) + ".9";
  }

  private static String pod(String node) {
    return "nginx-" + Integer.toString(Math.floorMod(node.hashCode(), 46656) + 46656, 36);
  }
}
