package io.github.kubeadmwizard.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.cli.CommandLineApp;
import io.github.kubeadmwizard.cli.Said;
import io.github.kubeadmwizard.cli.Tools;
import io.github.kubeadmwizard.home.UserDirectories;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
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
    tools = new PracticeTools(directories).ofMachinesThatStay();
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
    assertThat(said.out()).doesNotContain("… changed", "practice-of-nobody");
    assertThat(said.err())
        .contains("let anna in as edit in the namespace web … changed")
        .doesNotContain("practice-of-nobody")
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

  @Test
  void aJoinCommandIsTheOnlyResultAndItsTokenIsListedAndDeleted() throws Exception {
    assertThat(run("join-command", "--practice", "--lifetime", "30m")).isZero();
    String command =
        "kubeadm join practice.kubeadm-wizard.internal:6443 --token pract0.0000000000000000"
            + " --discovery-token-ca-cert-hash sha256:"
            + "0".repeat(64);
    assertThat(said.out()).endsWith(".\n" + command + "\n").hasLineCount(2);
    assertThat(said.err())
        .contains("make a command by which a worker joins within 30m … changed")
        .contains("joins any machine as a worker.", "It is a secret")
        .contains("into its /etc/hosts: 192.0.2.11 practice.kubeadm-wizard.internal")
        .doesNotContain("pract0.0");
    assertThat(run("join-command", "--practice", "--control-plane", "--json")).isZero();
    assertThat(said.out())
        .contains("--token pract1.", "--control-plane --certificate-key 000", "\"ends\":\"20");
    noJournalHolds(".0000000000000000");

    assertThat(run("join-command", "--practice", "--list")).isZero();
    assertThat(said.out())
        .containsPattern("TOKEN +ENDS +MADE FOR\npract0 +20.* +kubeadm-wizard: join command\n");
    assertThat(run("join-command", "--practice", "--delete", "pract0", "--delete", "pract1"))
        .isZero();
    assertThat(run("join-command", "--practice", "--list")).isZero();
    assertThat(said.err()).contains("No token is alive: nobody can join.");
  }

  @Test
  void aJoinCommandDoesNotLastForEverAndATokenIsNamedWithoutItsSecret() {
    assertThat(run("join-command", "--practice", "--lifetime", "8d")).isEqualTo(2);
    assertThat(said.err()).contains("from five minutes to seven days");
    assertThat(run("join-command", "--practice", "--control-plane", "--lifetime", "3h"))
        .isEqualTo(2);
    assertThat(said.err()).contains("from 5m to 2h");
    assertThat(run("join-command", "--practice", "--delete", "abcdef.0123456789abcdef"))
        .isEqualTo(2);
    assertThat(said.err()).contains("six characters before its dot").doesNotContain("abcdef");
  }

  @Test
  void podsAreListedAndOneIsReadByTheBeginningOfItsName() {
    assertThat(run("pods", "--practice")).isZero();
    assertThat(said.out())
        .containsPattern("NAMESPACE +POD +READY +STATE +RESTARTS +AGE +NODE\n")
        .containsPattern("kube-system +etcd-p1 +1/1 +Running +0 +12m +p1\n");
    assertThat(run("pods", "--practice", "--logs", "etcd", "--lines", "2")).isZero();
    assertThat(said.out()).endsWith("585 s\npractice: etcd is well, 600 s\n").hasLineCount(3);
    assertThat(run("pods", "--practice", "--events", "kube-system/etcd-p1")).isZero();
    assertThat(said.out()).contains("Scheduled");
    assertThat(run("pods", "--practice", "--describe", "etcd-p1", "--namespace", "kube-system"))
        .isZero();
    assertThat(said.out()).contains("Restart Count:");
    assertThat(run("pods", "--practice", "--logs", "etcd", "--previous")).isEqualTo(1);
    assertThat(said.err()).contains("there was no container before");
    assertThat(run("pods", "--practice", "--logs", "coredns")).isEqualTo(2);
    assertThat(said.err()).contains("Several pods begin with coredns");
    assertThat(run("pods", "--practice", "--logs", "web")).isEqualTo(2);
    assertThat(said.err()).contains("No pod has a name that begins with web.");
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
}
