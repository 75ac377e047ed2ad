package io.github.kubeadmwizard.running;

import io.github.kubeadmwizard.cluster.TaintSpec;
import io.github.kubeadmwizard.text.Message;
import java.util.Optional;

/**
 * Whose a taint is. Those that the control plane sets from a node's condition come back as long as
 * the condition lasts, so only their cause can be mended. Source: Kubernetes, node lifecycle
 * controller, well-known taints.
 */
public sealed interface TaintMeaning {

  /**
   * Set by the control plane because of the node's condition.
   *
   * @param cause what the condition is, with the node's own words where there are any
   * @param mend what to do about it
   */
  record OfCondition(Message cause, Message mend) implements TaintMeaning {}

  /** Set by {@code kubectl cordon}; it goes with {@code uncordon}. */
  record OfCordon() implements TaintMeaning {}

  /** kubeadm's for control planes. */
  record OfControlPlane() implements TaintMeaning {}

  /** kubeadm's for control planes until Kubernetes 1.24; nothing sets or needs it any more. */
  record OldMaster() implements TaintMeaning {}

  /** Somebody's wish. */
  record Given() implements TaintMeaning {}

  /** Of a taint on a node. */
  static TaintMeaning of(LivingNode node, TaintSpec taint) {
    return switch (taint.key()) {
      case "node-role.kubernetes.io/control-plane" -> new OfControlPlane();
      case "node-role.kubernetes.io/master" -> new OldMaster();
      case "node.kubernetes.io/unschedulable" -> new OfCordon();
      default ->
          condition(node, taint).<TaintMeaning>map(found -> found).orElseGet(() -> new Given());
    };
  }

  private static Optional<OfCondition> condition(LivingNode node, TaintSpec taint) {
    String name = node.name();
    return Optional.ofNullable(
        switch (taint.key()) {
          case "node.kubernetes.io/not-ready" ->
              new OfCondition(
                  Message.of("running.taint.notReady", name, said(node, "Ready")),
                  Message.of("running.taint.notReady.mend", name));
          case "node.kubernetes.io/unreachable" ->
              new OfCondition(
                  Message.of("running.taint.unreachable", name, said(node, "Ready")),
                  Message.of("running.taint.unreachable.mend", name));
          case "node.kubernetes.io/memory-pressure" ->
              new OfCondition(
                  Message.of("running.taint.memory", name, said(node, "MemoryPressure")),
                  Message.of("running.taint.memory.mend", name));
          case "node.kubernetes.io/disk-pressure" ->
              new OfCondition(
                  Message.of("running.taint.disk", name, said(node, "DiskPressure")),
                  Message.of("running.taint.disk.mend", name));
          case "node.kubernetes.io/pid-pressure" ->
              new OfCondition(
                  Message.of("running.taint.pid", name, said(node, "PIDPressure")),
                  Message.of("running.taint.pid.mend", name));
          case "node.kubernetes.io/network-unavailable" ->
              new OfCondition(
                  Message.of("running.taint.network", name, said(node, "NetworkUnavailable")),
                  Message.of("running.taint.network.mend", name));
          case "node.cloudprovider.kubernetes.io/uninitialized",
              "node.cloudprovider.kubernetes.io/shutdown" ->
              new OfCondition(
                  Message.of("running.taint.cloud", name),
                  Message.of("running.taint.cloud.mend", name));
          default -> null;
        });
  }

  private static String said(LivingNode node, String condition) {
    return node.conditions().getOrDefault(condition, "");
  }

  /** Whether it goes for good when it is removed. */
  default boolean isRemovable() {
    return !(this instanceof OfCondition || this instanceof OfCordon);
  }
}
