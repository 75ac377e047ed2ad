package io.github.kubeadmwizard.kubeadm;

import io.github.kubeadmwizard.cluster.Nearest;
import io.github.kubeadmwizard.kubeadm.tree.DocumentProblem;
import io.github.kubeadmwizard.kubeadm.v1beta4.Arg;
import io.github.kubeadmwizard.kubeadm.v1beta4.ClusterConfiguration;
import io.github.kubeadmwizard.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks arguments against the flags that a component has in a Kubernetes minor. */
final class ArgumentCheck {
  private ArgumentCheck() {}

  static List<DocumentProblem> cluster(String minor, String path, ClusterConfiguration cluster) {
    var problems = new ArrayList<DocumentProblem>();
    var api = cluster.apiServer();
    var controller = cluster.controllerManager();
    var scheduler = cluster.scheduler();
    var etcd = cluster.etcd() == null ? null : cluster.etcd().local();
    if (api != null) {
      String args = path + ".apiServer.extraArgs";
      problems.addAll(of(minor, "kube-apiserver", args, api.extraArgs()));
    }
    if (controller != null) {
      String args = path + ".controllerManager.extraArgs";
      problems.addAll(of(minor, "kube-controller-manager", args, controller.extraArgs()));
    }
    if (scheduler != null) {
      String args = path + ".scheduler.extraArgs";
      problems.addAll(of(minor, "kube-scheduler", args, scheduler.extraArgs()));
    }
    if (etcd != null) {
      problems.addAll(of(minor, "etcd", path + ".etcd.local.extraArgs", etcd.extraArgs()));
    }
    return problems;
  }

  static List<DocumentProblem> of(
      String minor, String component, String path, @Nullable List<Arg> args) {
    var known = KnownNames.ofFlags(minor, component);
    if (args == null || known.isEmpty()) {
      return List.of();
    }
    var problems = new ArrayList<DocumentProblem>();
    for (int i = 0; i < args.size(); i++) {
      String place = path + "[" + i + "].name";
      look(known.get(), component + " " + minor, place, args.get(i).name())
          .ifPresent(problems::add);
    }
    return problems;
  }

  private static Optional<DocumentProblem> look(
      KnownNames known, String program, String path, String flag) {
    if (flag.startsWith("-")) {
      return Optional.of(dashes(path, flag));
    }
    String word = known.names().get(flag);
    if (word == null) {
      return Optional.of(unknown(known, program, path, flag));
    }
    return word.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new DocumentProblem(
                path,
                false,
                Message.of("kubeadm.flagDeprecated.what", flag, program),
                Message.of("kubeadm.flagDeprecated.why"),
                Message.of("kubeadm.flagDeprecated.remedy", flag)));
  }

  private static DocumentProblem dashes(String path, String flag) {
    return new DocumentProblem(
        path,
        true,
        Message.of("kubeadm.flagDashes.what", flag),
        Message.of("kubeadm.flagDashes.why"),
        Message.of("kubeadm.flagDashes.remedy", flag.replaceFirst("^-+", "").split("=", 2)[0]));
  }

  private static DocumentProblem unknown(
      KnownNames known, String program, String path, String flag) {
    return new DocumentProblem(
        path,
        true,
        Message.of("kubeadm.unknownFlag.what", flag, program),
        Message.of("kubeadm.unknownFlag.why", program),
        Nearest.to(flag, known.names().keySet())
            .map(meant -> Message.of("kubeadm.unknownField.meant", meant))
            .orElseGet(() -> Message.of("kubeadm.unknownFlag.remedy", program)));
  }
}
