package io.github.kubeadmwizard.practice;

import io.github.kubeadmwizard.engine.Action;
import io.github.kubeadmwizard.json.Json;
import io.github.kubeadmwizard.manifests.Manifest;
import io.github.kubeadmwizard.practice.PracticeMachine.Part;
import io.github.kubeadmwizard.ssh.Exit;
import io.github.kubeadmwizard.ssh.OutputSink;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Answers the scripts that ask a control plane for its add-ons, by what was applied on it. */
final class AddonAnswers {
  private static final int NO_CLUSTER = 3;
  private static final int NOT_INSTALLED = 4;

  private final PracticeMachine machine;
  private final Clock clock;

  AddonAnswers(PracticeMachine machine, Clock clock) {
    this.machine = machine;
    this.clock = clock;
  }

  Exit answer(String script, OutputSink sink) {
    List<Map<String, Object>> deployments;
    synchronized (machine) {
      if (machine.part != Part.CONTROL_PLANE) {
        return new Exit(NO_CLUSTER);
      }
      deployments = deployments();
    }
    if (!script.contains("create token")) {
      sink.line(OutputSink.Stream.OUT, Json.line(Map.of("kind", "List", "items", deployments)));
      return new Exit(0);
    }
    boolean headlamp = script.contains("SERVICE='headlamp'");
    String wanted = headlamp ? "headlamp" : "kubernetes-dashboard";
    boolean there =
        deployments.stream()
            .anyMatch(
                one -> one.get("metadata") instanceof Map<?, ?> m && wanted.equals(m.get("name")));
    if (!there) {
      return new Exit(NOT_INSTALLED);
    }
    sink.line(OutputSink.Stream.OUT, "10.96.77.7 " + (headlamp ? 80 : 443) + " 1");
    sink.line(OutputSink.Stream.OUT, "practice-token-of-nobody");
    sink.line(OutputSink.Stream.OUT, clock.instant().plus(Duration.ofHours(1)).toString());
    return new Exit(0);
  }

  private List<Map<String, Object>> deployments() {
    var found = new ArrayList<Map<String, Object>>();
    for (Object done : machine.done) {
      if (done instanceof Action.ApplyManifest applied) {
        found.addAll(deployments(applied));
      }
    }
    return found;
  }

  private static List<Map<String, Object>> deployments(Action.ApplyManifest applied) {
    try {
      return Manifest.read(applied.name(), applied.yaml()).objects().stream()
          .filter(object -> "Deployment".equals(object.get("kind")))
          .map(AddonAnswers::running)
          .toList();
    } catch (Manifest.NoObject _) {
      return List.of(); // it was made of objects
    }
  }

  private static Map<String, Object> running(Map<String, Object> deployment) {
    var running = new LinkedHashMap<>(deployment);
    var spec = new LinkedHashMap<String, Object>();
    if (deployment.get("spec") instanceof Map<?, ?> said) {
      said.forEach((key, value) -> spec.put(String.valueOf(key), value));
    }
    spec.putIfAbsent("replicas", 1L);
    running.put("spec", spec);
    running.put("status", Map.of("availableReplicas", 1L));
    return running;
  }
}
