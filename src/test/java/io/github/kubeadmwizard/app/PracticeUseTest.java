package io.github.kubeadmwizard.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.cli.CommandLineApp;
import io.github.kubeadmwizard.cli.FakeTerminal;
import io.github.kubeadmwizard.cli.Interrupts;
import io.github.kubeadmwizard.cli.Said;
import io.github.kubeadmwizard.cli.Tools;
import io.github.kubeadmwizard.cluster.KubernetesVersion;
import io.github.kubeadmwizard.draft.ClusterFile;
import io.github.kubeadmwizard.home.UserDirectories;
import io.github.kubeadmwizard.practice.Pace;
import io.github.kubeadmwizard.practice.PracticeCluster;
import io.github.kubeadmwizard.practice.PracticeMachines;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands for a cluster in use, on practice machines that stay between them. */
final class PracticeUseTest {
  @TempDir Path home;
  private final Said said = new Said();
  private UserDirectories directories;
  private Tools tools;

  @BeforeEach
  void aClusterStands() {
    directories = UserDirectories.of(Map.of("HOME", home.toString()), "Linux", home);
    var wiring = new Wiring(directories);
    var version = KubernetesVersion.parse("1.36");
    var machines = PracticeMachines.smooth(Pace.NONE, Clock.systemUTC());
    tools =
        new Tools(
            directories,
            FakeTerminal.nobody(),
            new Undisturbed(),
            Clock.systemUTC(),
            ZoneOffset.UTC,
            ClusterFile.ofThisProgram()::read,
            wiring.workshop(),
            () ->
                new Tools.Practice(
                    wiring.practiceWorkshop(machines),
                    PracticeCluster.all(version),
                    PracticeCluster.installable(version),
                    _ -> {}));
    assertThat(run("install", "--practice", "--yes")).isZero();
  }

  private int run(String... args) {
    return said.by(new CommandLineApp(tools, "1", Locale.ENGLISH), "", args);
  }

  @Test
  void aPersonIsLetInListedAndTakenOutAgain() throws Exception {
    Path file = home.resolve("anna.conf");
    assertThat(
            run(
                "kubeconfig",
                "--practice",
                "--for",
                "anna",
                "--role",
                "edit",
                "--namespace",
                "web",
                "--lifetime",
                "8h",
                "--save",
                file.toString()))
        .isZero();
    assertThat(said.out())
        .contains("let anna in as edit in the namespace web … changed")
        .doesNotContain("practice-of-nobody");
    assertThat(said.err())
        .contains("anna is edit in the namespace web until ", "cannot call a certificate back");
    assertThat(Files.readString(file)).contains("name: practice-anna", "namespace: web");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    noJournalHolds("practice-of-nobody");

    assertThat(run("access", "--practice")).isZero();
    assertThat(said.out())
        .containsPattern("PERSON +ROLE +NAMESPACE +CERTIFICATE ENDS\nanna +edit +web +20");
    assertThat(run("access", "--practice", "--json")).isZero();
    assertThat(said.out())
        .contains("{\"person\":\"anna\",\"role\":\"edit\",\"namespace\":\"web\",\"groups\":[]");

    assertThat(run("access", "--practice", "--remove", "anna")).isZero();
    assertThat(said.out()).contains("take the access of anna away … changed");
    assertThat(said.err()).contains("anna has no role from here any more.");
    assertThat(run("access", "--practice")).isZero();
    assertThat(said.err())
        .contains("Nobody was given access from here.", "The name anna is not given again before");
    assertThat(run("access", "--practice", "--remove", "anna")).isEqualTo(1);
    assertThat(said.err()).contains("anna has no access from here.");
  }

  private void noJournalHolds(String secret) throws java.io.IOException {
    try (var files = Files.walk(directories.state())) {
      assertThat(files.filter(Files::isRegularFile))
          .isNotEmpty()
          .allSatisfy(file -> assertThat(Files.readString(file)).doesNotContain(secret));
    }
  }

  @Test
  void aKubeconfigForAPersonIsOnlyMadeIntoAFileOfItsOwn() {
    String wrong = "A kubeconfig for another person needs --for PERSON and --save PATH";
    assertThat(run("kubeconfig", "--practice", "--for", "anna")).isEqualTo(2);
    assertThat(said.err()).contains(wrong);
    assertThat(run("kubeconfig", "--practice", "--role", "view")).isEqualTo(2);
    assertThat(said.err()).contains(wrong);
    String group = "system:masters";
    assertThat(run("kubeconfig", "--practice", "--for", "anna", "--save", "x", "--group", group))
        .isEqualTo(2);
    assertThat(said.err()).contains("The group system:masters cannot be given");
    assertThat(run("kubeconfig", "--practice", "--for", "Anna", "--save", "x", "--lifetime", "2y"))
        .isEqualTo(2);
    assertThat(said.err()).contains("Anna cannot be a name here", "2y is no lifetime");
  }

  private record Undisturbed() implements Interrupts {
    @Override
    public Watch watch(Runnable onInterrupt) {
      return () -> {};
    }

    @Override
    public void endNow(int exitCode) {
      throw new AssertionError(exitCode);
    }
  }
}
