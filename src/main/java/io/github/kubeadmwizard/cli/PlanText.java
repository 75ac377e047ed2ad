package io.github.kubeadmwizard.cli;

import io.github.kubeadmwizard.engine.Action;
import io.github.kubeadmwizard.engine.HostScript;
import io.github.kubeadmwizard.engine.Plan;
import io.github.kubeadmwizard.engine.PlannedPhase;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.text.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A plan as the user reads it, and for programs. */
final class PlanText {
  private static final int LONGEST_VALUE = 60;
  private final Words words;

  PlanText(Words words) {
    this.words = words;
  }

  /**
   * Phases with their actions; hosts that do the same are named together.
   *
   * @param previews whether the scripts and their variables are shown, too
   */
  List<String> lines(Plan plan, boolean previews) {
    var lines = new ArrayList<String>();
    int number = 0;
    for (PlannedPhase phase : plan.phases()) {
      number++;
      lines.add(
          words.say(Message.of("cli.plan.phase", number, phase.title(), phase.id(), gates(phase))));
      for (var part : sameActions(phase).entrySet()) {
        lines.add("  " + String.join(", ", part.getValue()));
        part.getKey().forEach(action -> lines.addAll(lines(action, previews)));
      }
    }
    return lines;
  }

  private Message gates(PlannedPhase phase) {
    Message order =
        phase.order() == PlannedPhase.Order.SIDE_BY_SIDE
            ? Message.of("cli.plan.sideBySide")
            : Message.of("cli.plan.oneAtATime");
    return phase.waitsFor().isEmpty()
        ? order
        : Message.of("cli.plan.after", order, phase.waitsFor().stream().sorted().toList());
  }

  private static Map<List<Action>, List<String>> sameActions(PlannedPhase phase) {
    var hosts = new LinkedHashMap<List<Action>, List<String>>();
    for (PlannedPhase.Lane lane : phase.lanes()) {
      hosts.computeIfAbsent(lane.actions(), _ -> new ArrayList<>()).add(lane.host().value());
    }
    return hosts;
  }

  private List<String> lines(Action action, boolean preview) {
    var lines = new ArrayList<String>();
    lines.add("    - " + words.say(action.title()));
    if (preview) {
      HostScript script = HostScript.of(action);
      lines.add("        " + script.script());
      script
          .shown()
          .forEach((name, value) -> lines.add("          " + name + "=" + shortened(value)));
    }
    return lines;
  }

  private static String shortened(String value) {
    String line = value.strip().replace("\n", " ⏎ ");
    return line.length() <= LONGEST_VALUE ? line : line.substring(0, LONGEST_VALUE) + "…";
  }

  /** The whole plan, with every preview whole. */
  Map<String, Object> tree(Plan plan) {
    var phases = new ArrayList<Map<String, Object>>();
    for (PlannedPhase phase : plan.phases()) {
      var tree = new LinkedHashMap<String, Object>();
      tree.put("phase", phase.id());
      tree.put("title", words.say(phase.title()));
      tree.put("sideBySide", phase.order() == PlannedPhase.Order.SIDE_BY_SIDE);
      tree.put("waitsFor", phase.waitsFor().stream().sorted().toList());
      tree.put("opens", phase.opens().stream().sorted().toList());
      tree.put("hosts", phase.lanes().stream().map(this::tree).toList());
      phases.add(tree);
    }
    return Map.of("phases", phases);
  }

  private Map<String, Object> tree(PlannedPhase.Lane lane) {
    var tree = new LinkedHashMap<String, Object>();
    tree.put("host", lane.host().value());
    tree.put("actions", lane.actions().stream().map(this::tree).toList());
    return tree;
  }

  private Map<String, Object> tree(Action action) {
    HostScript script = HostScript.of(action);
    var tree = new LinkedHashMap<String, Object>();
    tree.put("action", action.id());
    tree.put("title", words.say(action.title()));
    tree.put("script", script.script());
    tree.put("variables", script.shown());
    tree.put("mayBeInterrupted", action.mayBeInterrupted());
    tree.put("deadlineSeconds", action.deadline().toSeconds());
    return tree;
  }
}
