package io.github.kubeadmwizard.practice;

import io.github.kubeadmwizard.assets.Assets;
import io.github.kubeadmwizard.json.Json;
import io.github.kubeadmwizard.practice.PracticeMachines.Member;
import io.github.kubeadmwizard.ssh.Exit;
import io.github.kubeadmwizard.ssh.OutputSink;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Answers what one asks a cluster in use: scripts that stand on {@code asking.sh}. */
final class UseAnswers {
  private final PracticeMachine machine;
  private final PracticeMachines machines;
  private final String cluster;

  UseAnswers(PracticeMachine machine, PracticeMachines machines, String cluster) {
    this.machine = machine;
    this.machines = machines;
    this.cluster = cluster;
  }

  Exit answer(String script, OutputSink sink) {
    Optional<List<String>> lines = lines(script);
    if (lines.isEmpty()) {
      String none = "error: there was no container before";
      sink.line(OutputSink.Stream.ERR, none);
      return new Exit(1);
    }
    lines.get().forEach(line -> sink.line(OutputSink.Stream.OUT, line));
    return new Exit(0);
  }

  /** Empty where kubectl would refuse. */
  private Optional<List<String>> lines(String script) {
    if (is(script, "access.sh")) {
      return Optional.of(
          List.of(Json.line(Map.of("kind", "List", "items", machine.grants.objects()))));
    }
    if (is(script, "join-tokens.sh")) {
      return Optional.of(machine.grants.tokens());
    }
    if (is(script, "version.sh")) {
      return Optional.of(List.of("{\"gitVersion\": \"v" + machine.versionOf("kubeadm") + "\"}"));
    }
    if (is(script, "pods.sh")) {
      String heads = "NAMESPACE   NAME   READY   STATUS   RESTARTS   AGE   IP   NODE";
      return Optional.of(
          Stream.concat(Stream.of(heads), pods().stream().map(UseAnswers::line)).toList());
    }
    return is(script, "pod.sh") ? ofPod(script) : Optional.of(List.of());
  }

  private static boolean is(String script, String name) {
    return script.endsWith(Assets.text("scripts/" + name));
  }

  private List<RunningPods.Pod> pods() {
    List<Member> members = machines.members(cluster);
    Optional<LaidNetwork> network;
    synchronized (machine) {
      network = LaidNetwork.of(machine);
    }
    return RunningPods.of(members, network);
  }

  private static String line(RunningPods.Pod pod) {
    return String.join(
        "   ",
        pod.namespace(),
        pod.name(),
        "1/1",
        "Running",
        "0",
        "12m",
        pod.address(),
        pod.node());
  }

  private Optional<List<String>> ofPod(String script) {
    String name = said(script, "POD");
    Optional<PodAnswers> pod =
        pods().stream().filter(one -> one.name().equals(name)).findFirst().map(PodAnswers::new);
    return switch (said(script, "WHAT")) {
      case "object" -> pod.map(PodAnswers::object);
      case "logs" -> pod.map(its -> its.logs(Integer.parseInt(said(script, "LAST"))));
      case "events" -> pod.map(PodAnswers::events);
      case "describe" -> pod.map(PodAnswers::description);
      default -> Optional.empty(); // nothing was begun again here
    };
  }

  private static String said(String script, String name) {
    var found = Pattern.compile("(?m)^" + name + "='([^']*)'").matcher(script);
    return found.find() ? found.group(1) : "";
  }
}
