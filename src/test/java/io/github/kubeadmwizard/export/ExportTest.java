package io.github.kubeadmwizard.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.engine.Action;
import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.engine.Plan;
import io.github.kubeadmwizard.engine.PlannedPhase;
import io.github.kubeadmwizard.engine.Var;
import io.github.kubeadmwizard.kubeadm.Clusters;
import io.github.kubeadmwizard.kubeadm.InitFacts;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.text.Words;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExportTest {
  private static final String DO = "printf 'saw %s\\n' \"$TEXT\"\nkw_value made it\nkw_changed\n";
  private static final String JOIN = "[ \"$TOKEN\" = abc ] || kw_fail no.token\nkw_unchanged\n";

  @TempDir Path directory;

  private final ClusterSpec spec =
      Clusters.of(Clusters.plane(1), Clusters.plane(2), Clusters.worker(3));

  private static String script(String name) {
    return switch (name) {
      case "do.sh" -> DO;
      case "join.sh" -> JOIN;
      default -> io.github.kubeadmwizard.assets.Assets.text("scripts/" + name);
    };
  }

  private static Plan plan() {
    var title = Message.of("kubeadm.runbook.title");
    Action prepare =
        Action.RunScript.of("say", title, "do.sh", Map.of("TEXT", Var.of("it's\ntwo lines")));
    Action init =
        Action.RunScript.of("token", title, "do.sh", Map.of("TEXT", Var.of("x")))
            .giving("join-token");
    Action join =
        Action.RunScript.of("join", title, "join.sh", Map.of("TOKEN", Var.given("join-token")));
    var n1 = new HostName("n1");
    var n2 = new HostName("n2");
    return new Plan(
        List.of(
            phase("prepare", lane(n1, prepare), lane(n2, prepare)),
            phase("init", lane(n1, init)),
            phase("join", lane(n2, join))));
  }

  private static PlannedPhase phase(String id, PlannedPhase.Lane... lanes) {
    return new PlannedPhase(
        id,
        Message.of("kubeadm.runbook.title"),
        PlannedPhase.Order.SIDE_BY_SIDE,
        Set.of(),
        Set.of(),
        Set.of(),
        List.of(lanes));
  }

  private static PlannedPhase.Lane lane(HostName host, Action action) {
    return new PlannedPhase.Lane(host, List.of(action));
  }

  private SortedMap<String, String> files() {
    return new Export(new Words(Locale.ENGLISH), ExportTest::script)
        .files(
            spec,
            InitFacts.of(Clusters.VERSION, Clusters.node(1)),
            Map.of(new HostName("n2"), Clusters.node(2), new HostName("n3"), Clusters.node(3)),
            plan());
  }

  @Test
  void everyHostHasItsFilesAndEveryPhaseItsScripts() {
    var files = files();
    assertThat(files.keySet())
        .containsExactly(
            "00-prepare-every-host.sh",
            "01-init-n1.sh",
            "02-join-n2.sh",
            "README.md",
            "join-n2.yaml",
            "join-n3.yaml",
            "kubeadm.yaml");
    assertThat(files.get("02-join-n2.sh"))
        .contains(
            "# The value join-token, as 01-init-n1.sh prints it:\nJOIN_TOKEN=${JOIN_TOKEN-}\n");
    assertThat(files.get("join-n2.yaml"))
        .contains("<certificate-key>", "kubeadm init phase upload-certs --upload-certs");
    assertThat(files.get("join-n3.yaml")).doesNotContain("certificate");
  }

  @Test
  void theScriptsPassShellCheck() throws IOException, InterruptedException {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/shellcheck")), "no shellcheck here");
    for (var file : files().entrySet()) {
      if (file.getKey().endsWith(".sh")) {
        Files.writeString(directory.resolve(file.getKey()), file.getValue());
        assertThat(run(Map.of(), "shellcheck", file.getKey())).isEqualTo("0\n");
      }
    }
  }

  @Test
  void aScriptRunsAloneAndTellsWhatItDid() throws IOException, InterruptedException {
    assumeTrue(System.getProperty("user.name").equals("root"), "the runbook is for root");
    files().forEach(this::write);
    var root = Map.of("KW_ROOT", directory.toString());
    assertThat(run(root, "bash", "00-prepare-every-host.sh"))
        .isEqualTo(
            """
            0

            == Runbook (prepare/say)
              saw it's
              two lines
              -> value made it
              -> result changed
            """);
    assertThat(run(Map.of("JOIN_TOKEN", "abc"), "bash", "02-join-n2.sh"))
        .isEqualTo("0\n\n== Runbook (join/join)\n  -> result unchanged\n");
    assertThat(run(Map.of(), "bash", "02-join-n2.sh"))
        .isEqualTo("1\n\n== Runbook (join/join)\n  -> result failed no.token\n");
  }

  private void write(String name, String content) {
    try {
      Files.writeString(directory.resolve(name), content);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private String run(Map<String, String> environment, String... command)
      throws IOException, InterruptedException {
    var builder =
        new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
    builder.environment().putAll(environment);
    var process = builder.start();
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return process.waitFor() + "\n" + output;
  }
}
