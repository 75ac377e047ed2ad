package io.github.kubeadmwizard.practice;

import io.github.kubeadmwizard.assets.Assets;
import io.github.kubeadmwizard.json.Json;
import io.github.kubeadmwizard.ssh.Exit;
import io.github.kubeadmwizard.ssh.OutputSink;
import java.util.List;
import java.util.Map;

/** Answers what one asks a cluster in use: scripts that stand on {@code asking.sh}. */
final class UseAnswers {
  private final PracticeMachine machine;

  UseAnswers(PracticeMachine machine) {
    this.machine = machine;
  }

  Exit answer(String script, OutputSink sink) {
    lines(script).forEach(line -> sink.line(OutputSink.Stream.OUT, line));
    return new Exit(0);
  }

  private List<String> lines(String script) {
    if (is(script, "access.sh")) {
      return List.of(Json.line(Map.of("kind", "List", "items", machine.grants.objects())));
    }
    return List.of();
  }

  private static boolean is(String script, String name) {
    return script.endsWith(Assets.text("scripts/" + name));
  }
}
