package io.github.kubeadmwizard.kubeadm;

import io.github.kubeadmwizard.kubeadm.tree.DocumentProblem;
import io.github.kubeadmwizard.kubeadm.v1beta4.InitConfiguration;
import io.github.kubeadmwizard.kubeadm.v1beta4.NodeRegistration;
import io.github.kubeadmwizard.text.Message;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks what is laid over {@code nodeRegistration}. */
final class RegistrationCheck {
  private RegistrationCheck() {}

  /** The same for init, and its tokens: kubeadm fills in ttl and then refuses expires beside it. */
  static List<DocumentProblem> init(String minor, String path, InitConfiguration init) {
    var problems = new ArrayList<>(of(minor, path, init.nodeRegistration()));
    var tokens = init.bootstrapTokens();
    if (tokens != null && tokens.stream().anyMatch(token -> token.expires() != null)) {
      problems.add(
          new DocumentProblem(
              path + ".bootstrapTokens",
              true,
              Message.of("kubeadm.tokenExpires.what"),
              Message.of("kubeadm.tokenExpires.why"),
              Message.of("kubeadm.tokenExpires.remedy")));
    }
    return problems;
  }

  static List<DocumentProblem> of(
      String minor, String document, @Nullable NodeRegistration registration) {
    if (registration == null) {
      return List.of();
    }
    String path = document + ".nodeRegistration";
    var problems =
        new ArrayList<>(
            ArgumentCheck.of(
                minor, "kubelet", path + ".kubeletExtraArgs", registration.kubeletExtraArgs()));
    if (registration.name() != null) {
      problems.add(
          new DocumentProblem(
              path + ".name",
              true,
              Message.of("kubeadm.nodeName.what"),
              Message.of("kubeadm.nodeName.why"),
              Message.of("kubeadm.nodeName.remedy")));
    }
    var ignored = registration.ignorePreflightErrors();
    if (ignored != null && ignored.stream().anyMatch("all"::equalsIgnoreCase)) {
      problems.add(
          new DocumentProblem(
              path + ".ignorePreflightErrors",
              true,
              Message.of("kubeadm.ignoreAll.what"),
              Message.of("kubeadm.ignoreAll.why"),
              Message.of("kubeadm.ignoreAll.remedy")));
    }
    if (registration.taints() != null) {
      problems.add(
          new DocumentProblem(
              path + ".taints",
              false,
              Message.of("kubeadm.taintsReplaced.what"),
              Message.of("kubeadm.taintsReplaced.why"),
              Message.of("kubeadm.taintsReplaced.remedy")));
    }
    return problems;
  }
}
