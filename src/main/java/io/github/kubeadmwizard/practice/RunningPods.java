package io.github.kubeadmwizard.practice;

import io.github.kubeadmwizard.practice.PracticeMachine.Part;
import io.github.kubeadmwizard.practice.PracticeMachines.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The pods that run on a practice cluster; all of them are well. */
final class RunningPods {
  private RunningPods() {}

  /** A pod of one container, which is named as the program. */
  record Pod(String namespace, String name, String program, String node, String address) {}

  static List<Pod> of(List<Member> members, Optional<LaidNetwork> network) {
    var pods = new ArrayList<Pod>();
    members.forEach(member -> on(member, network, pods));
    int number = 2;
    for (String suffix : List.of("7c4d5", "x9k2p")) {
      String address = "10.244." + (members.size() - 1) + "." + number++;
      String node = members.getLast().name();
      pods.add(new Pod("kube-system", "coredns-5f6d8b9c47-" + suffix, "coredns", node, address));
    }
    return pods;
  }

  private static void on(Member member, Optional<LaidNetwork> network, List<Pod> pods) {
    String name = member.name();
    if (member.part() == Part.CONTROL_PLANE) {
      List.of("etcd", "kube-apiserver", "kube-controller-manager", "kube-scheduler")
          .forEach(program ->
              pods.add(
                  new Pod("kube-system", program + "-" + name, program, name, member.address())));
    }
    String suffix = Integer.toString(Math.floorMod(name.hashCode(), 46656) + 46656, 36);
    pods.add(new Pod("kube-system", "kube-proxy-" + suffix, "kube-proxy", name, member.address()));
    network.ifPresent(its ->
        pods.add(
            new Pod(
                its.namespace(), its.pods() + "-" + suffix, its.pods(), name, member.address())));
  }
}
