package io.github.kubeadmwizard.export;

import io.github.kubeadmwizard.engine.Action;
import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.engine.Plan;
import io.github.kubeadmwizard.engine.PlannedPhase;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.text.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A plan as shell scripts that do the same by hand: the plan's own actions with the scripts that
 * the program itself would send, so that it cannot say anything else. Hosts with the same actions
 * in a phase share a script.
 */
record Runbook(Words words, UnaryOperator<String> scripts) {

  /** A script to be written. */
  private record Part(
      String file, PlannedPhase phase, List<HostName> hosts, List<Action> actions) {}

  SortedMap<String, String> files(Plan plan) {
    var parts = parts(plan);
    var givers = givers(parts);
    var script = new RunbookScript(words, scripts.apply("prelude.sh"), scripts, givers);
    var files = new TreeMap<String, String>();
    for (Part part : parts) {
      files.put(part.file(), script.text(part.phase(), part.hosts(), part.actions()));
    }
    files.put("README.md", readme(parts));
    return files;
  }

  private static List<Part> parts(Plan plan) {
    var parts = new ArrayList<Part>();
    int all = plan.hosts().size();
    for (int i = 0; i < plan.phases().size(); i++) {
      var phase = plan.phases().get(i);
      var groups = new LinkedHashMap<List<Action>, List<HostName>>();
      for (var lane : phase.lanes()) {
        if (!lane.actions().isEmpty()) {
          groups.computeIfAbsent(lane.actions(), a -> new ArrayList<>()).add(lane.host());
        }
      }
      for (var group : groups.entrySet()) {
        var hosts = group.getValue();
        String who = hosts.size() == all && all > 1 ? "every-host" : joined(hosts);
        String file = String.format("%02d-%s-%s.sh", i, phase.id(), who);
        parts.add(new Part(file, phase, List.copyOf(hosts), group.getKey()));
      }
    }
    return parts;
  }

  private static String joined(List<HostName> hosts) {
    String names =
        hosts.stream()
            .map(h -> h.value().replaceAll("[^A-Za-z0-9.-]", "_"))
            .collect(Collectors.joining("-"));
    return names.length() <= 60 ? names : names.substring(0, 50) + "-" + hosts.size();
  }

  /** Which script prints a run value, by the value's name. */
  private static Map<String, String> givers(List<Part> parts) {
    var givers = new TreeMap<String, String>();
    for (Part part : parts) {
      for (Action action : part.actions()) {
        if (action instanceof Action.RunScript script) {
          script.gives().forEach(name -> givers.putIfAbsent(name, part.file()));
        }
      }
    }
    return givers;
  }

  private String readme(List<Part> parts) {
    var text = new StringBuilder();
    text.append("# ").append(words.say(Message.of("kubeadm.runbook.title"))).append("\n\n");
    text.append(words.say(Message.of("kubeadm.runbook.how"))).append("\n\n");
    for (Part part : parts) {
      text.append("1. `").append(part.file()).append("`: ");
      text.append(words.say(part.phase().title())).append(" (");
      text.append(part.hosts().stream().map(HostName::value).collect(Collectors.joining(", ")));
      text.append(")\n");
    }
    return text.toString();
  }
}
