package io.github.kubeadmwizard.wizard.step.runtime;

import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.wizard.step.choice.Arguments;
import io.github.kubeadmwizard.wizard.step.choice.Basis;
import io.github.kubeadmwizard.wizard.step.choice.Entry;
import io.github.kubeadmwizard.wizard.step.choice.Forms;
import io.github.kubeadmwizard.wizard.step.choice.Overlaid;
import io.github.kubeadmwizard.wizard.step.choice.OverlayPath;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Kubernetes' feature gates, the same for all its programs: kubelet and kube-proxy have a field of
 * their documents for them, the programs of the control plane an argument.
 */
final class FeatureGates {
  private static final List<OverlayPath> FIELDS =
      List.of(
          OverlayPath.of("kubeletConfiguration.featureGates"),
          OverlayPath.of("kubeProxyConfiguration.featureGates"));
  private static final List<OverlayPath> ARGUMENTS =
      List.of(
          OverlayPath.of("clusterConfiguration.apiServer.extraArgs"),
          OverlayPath.of("clusterConfiguration.controllerManager.extraArgs"),
          OverlayPath.of("clusterConfiguration.scheduler.extraArgs"));

  private final Overlaid overlaid;
  private final Entry entry;

  FeatureGates(Basis basis) {
    overlaid = new Overlaid(basis);
    entry =
        new Entry(
            FeatureGates::wrong,
            this::take,
            () -> FIELDS.stream().flatMap(field -> overlaid.wrong(field).stream()).findFirst());
  }

  /** As they are typed. */
  Entry entry() {
    return entry;
  }

  void follow() {
    entry.follow(
        overlaid.at(FIELDS.getFirst()).orElse(Map.of()) instanceof Map<?, ?> gates
            ? text(gates)
            : "");
  }

  private static String text(Map<?, ?> gates) {
    return String.join(
        ", ",
        gates.entrySet().stream().map(gate -> gate.getKey() + "=" + gate.getValue()).toList());
  }

  private static Optional<Message> wrong(String text) {
    return Forms.items(text).stream().allMatch(one -> one.matches("[A-Za-z0-9]+=(true|false)"))
        ? Optional.empty()
        : Optional.of(Message.of("choices.runtime.gates.form"));
  }

  private void take(String text) {
    var gates = new TreeMap<String, Object>();
    Forms.items(text)
        .forEach(one -> {
          int sign = one.indexOf('=');
          gates.put(one.substring(0, sign), Boolean.valueOf(one.substring(sign + 1)));
        });
    FIELDS.forEach(
        field -> overlaid.put(field, Optional.<Object>of(gates).filter(_ -> !gates.isEmpty())));
    String argument =
        String.join(
            ",", gates.entrySet().stream().map(g -> g.getKey() + "=" + g.getValue()).toList());
    ARGUMENTS.forEach(place -> Arguments.putGates(overlaid, place, argument));
  }
}
