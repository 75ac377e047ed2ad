package io.github.kubeadmwizard.practice;

import io.github.kubeadmwizard.cluster.HostSpec;
import io.github.kubeadmwizard.cluster.TaintSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Taints and labels of a simulated node, as the API server would keep them. It has a lock of its
 * own, since the first control plane changes those of all nodes.
 */
final class NodeMarks {
  private static final String CONTROL_PLANE = "node-role.kubernetes.io/control-plane";
  private static final String CORDON = "node.kubernetes.io/unschedulable:NoSchedule";

  private final SortedMap<String, String> taints = new TreeMap<>(); // by KEY:EFFECT
  private final SortedMap<String, String> labels = new TreeMap<>();
  private boolean cordoned;

  /** What a node of this wish has when it has joined. */
  synchronized void begin(HostSpec spec) {
    taints.clear();
    labels.clear();
    cordoned = false;
    if (spec.isControlPlane()) {
      labels.put(CONTROL_PLANE, "");
    }
    if (spec.isControlPlane() && !spec.isWorker()) {
      taints.put(CONTROL_PLANE + ":NoSchedule", "");
    }
    for (TaintSpec taint : spec.taints()) {
      taints.put(taint.key() + ":" + taint.effect().text(), taint.value());
    }
    labels.putAll(spec.labels());
  }

  /** Whether these lines, as {@code node-changes.sh} reads them, would change something. */
  synchronized boolean differs(List<String> lines) {
    var taintsThen = new TreeMap<>(taints);
    var labelsThen = new TreeMap<>(labels);
    boolean then = cordoned;
    for (String line : lines) {
      then = changed(line, taintsThen, labelsThen, then);
    }
    return !taintsThen.equals(taints) || !labelsThen.equals(labels) || then != cordoned;
  }

  /** Makes the changes. */
  synchronized void change(List<String> lines) {
    for (String line : lines) {
      cordoned = changed(line, taints, labels, cordoned);
    }
  }

  private static boolean changed(
      String line, Map<String, String> taints, Map<String, String> labels, boolean cordoned) {
    String[] words = line.split(" ", 3);
    String what = words.length > 2 ? words[2] : "";
    switch (words[0] + (words.length > 1 ? words[1] : "")) {
      case "taint+" -> {
        var taint = TaintSpec.parse(what);
        taints.put(taint.key() + ":" + taint.effect().text(), taint.value());
      }
      case "taint-" -> taints.remove(what);
      case "label+" -> labels.put(what.replaceFirst("=.*", ""), what.replaceFirst("^[^=]*=", ""));
      case "label-" -> labels.remove(what);
      case "cordon" -> {
        return true;
      }
      case "uncordon" -> {
        return false;
      }
      default -> {}
    }
    return cordoned;
  }

  /** The labels, as an object of the API has them. */
  synchronized Map<String, Object> labels(String hostname) {
    var all = new LinkedHashMap<String, Object>(labels);
    all.put("kubernetes.io/hostname", hostname);
    all.put("kubernetes.io/os", "linux");
    return all;
  }

  /** The spec of the node, as an object of the API has it. */
  synchronized Map<String, Object> spec() {
    var list = new ArrayList<Object>();
    var all = new TreeMap<>(taints);
    if (cordoned) {
      all.put(CORDON, "");
    }
    all.forEach((keyAndEffect, value) -> {
      var taint = new LinkedHashMap<String, Object>();
      taint.put("key", keyAndEffect.replaceFirst(":[^:]*$", ""));
      taint.put("effect", keyAndEffect.replaceFirst("^.*:", ""));
      if (!value.isEmpty()) {
        taint.put("value", value);
      }
      list.add(taint);
    });
    var spec = new LinkedHashMap<String, Object>();
    spec.put("taints", list);
    if (cordoned) {
      spec.put("unschedulable", true);
    }
    return spec;
  }
}
