package io.github.kubeadmwizard.running;

import io.github.kubeadmwizard.cluster.TaintSpec;
import io.github.kubeadmwizard.text.Message;

/** One change to a node of a cluster that stands. */
public sealed interface NodeChange {

  /** A taint more; one of the same key and effect is replaced. */
  record AddTaint(TaintSpec taint) implements NodeChange {}

  /** A taint less; its value does not matter. */
  record RemoveTaint(TaintSpec taint) implements NodeChange {}

  /** A label more; one of the same key is replaced. */
  record AddLabel(String key, String value) implements NodeChange {}

  /** A label less. */
  record RemoveLabel(String key) implements NodeChange {}

  /** No new pods from now on. */
  record Cordon() implements NodeChange {}

  /** New pods again. */
  record Uncordon() implements NodeChange {}

  /** The line that {@code node-changes.sh} reads. */
  default String line() {
    return switch (this) {
      case AddTaint(var taint) ->
          "taint + " + taint.key() + "=" + taint.value() + ":" + taint.effect().text();
      case RemoveTaint(var taint) -> "taint - " + taint.key() + ":" + taint.effect().text();
      case AddLabel(var key, var value) -> "label + " + key + "=" + value;
      case RemoveLabel(var key) -> "label - " + key;
      case Cordon _ -> "cordon";
      case Uncordon _ -> "uncordon";
    };
  }

  /** What it does. */
  default Message words() {
    return switch (this) {
      case AddTaint(var taint) -> Message.of("running.change.addTaint", taint);
      case RemoveTaint(var taint) -> Message.of("running.change.removeTaint", taint);
      case AddLabel(var key, var value) -> Message.of("running.change.addLabel", key, value);
      case RemoveLabel(var key) -> Message.of("running.change.removeLabel", key);
      case Cordon _ -> Message.of("running.change.cordon");
      case Uncordon _ -> Message.of("running.change.uncordon");
    };
  }
}
