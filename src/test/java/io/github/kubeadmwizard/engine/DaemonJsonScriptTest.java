package io.github.kubeadmwizard.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.engine.HostSpeech.SaidChanged;
import io.github.kubeadmwizard.engine.HostSpeech.SaidFailed;
import io.github.kubeadmwizard.engine.HostSpeech.SaidUnchanged;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Docker's file is never overwritten by what was made of another one. */
@EnabledOnOs(OS.LINUX)
final class DaemonJsonScriptTest {
  private static final String PATH = "etc/docker/daemon.json";
  private static final String BEFORE = "{\"debug\": true}";
  private static final String AFTER = "{\n  \"debug\" : true,\n  \"exec-opts\" : [ ]\n}\n";

  @TempDir private Path root;
  @TempDir private Path work;

  private HostSpeech run(String before, String content, String dockerd) throws Exception {
    String standIn = "dockerd() { " + dockerd + "; }\n";
    return new ScriptRoot(root, work, standIn)
        .run("daemon-json.sh", Map.of("BEFORE", before, "CONTENT", content))
        .getLast();
  }

  private void put(String text) {
    new ScriptRoot(root, work, "").put(PATH, text);
  }

  private String file() throws Exception {
    return Files.readString(root.resolve(PATH));
  }

  @Test
  void theMergedTextTakesThePlaceOfTheOneThatWasRead() throws Exception {
    put(BEFORE + "\n");
    assertThat(run(BEFORE, AFTER, "true")).isEqualTo(new SaidChanged());
    assertThat(file()).isEqualTo(AFTER);
    assertThat(run(AFTER, AFTER, "true")).isEqualTo(new SaidUnchanged());
    assertThat(run(BEFORE, AFTER, "true")).isEqualTo(new SaidUnchanged()); // resumed
  }

  @Test
  void whereNoneWasItIsMade() throws Exception {
    assertThat(run("", AFTER, "echo unknown flag: --validate; false")).isEqualTo(new SaidChanged());
    assertThat(file()).isEqualTo(AFTER);
  }

  @Test
  void anotherFileOneNotUnderstoodAndOneThatDockerdRefusesStayAsTheyAre() throws Exception {
    put("{\"debug\": false}");
    assertThat(run(BEFORE, AFTER, "true"))
        .isEqualTo(
            new SaidFailed("install.daemonJsonOther", List.of("/etc/docker/daemon.json", AFTER)));
    assertThat(run("{", "", "true"))
        .isEqualTo(new SaidFailed("install.daemonJsonBroken", List.of("/etc/docker/daemon.json")));
    assertThat(run("{\"debug\": false}", AFTER, "echo bad; echo worse; false"))
        .isEqualTo(
            new SaidFailed(
                "install.daemonJsonRefused", List.of("/etc/docker/daemon.json", "worse")));
    assertThat(file()).isEqualTo("{\"debug\": false}");
  }
}
