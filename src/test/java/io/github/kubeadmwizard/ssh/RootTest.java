package io.github.kubeadmwizard.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestHost.Extension.class)
final class RootTest {
  private final TestHost lab;

  RootTest(TestHost lab) {
    this.lab = lab;
  }

  private TestHost.Said whoami(String user, SecretSource secrets) throws IOException, SshFailure {
    try (var connector = lab.connector();
        var host = connector.connect(lab.target(user), secrets)) {
      return TestHost.run(host, "echo $EUID $HOME; echo away >&2; exit 3");
    }
  }

  private static void isRoot(TestHost.Said said) {
    assertThat(said.exit()).isEqualTo(new Exit(3));
    assertThat(said.lines()).containsExactlyInAnyOrder("OUT 0 /root", "ERR away");
  }

  @Test
  void rootNeedsNoSudo() throws Exception {
    isRoot(whoami("root", SecretSource.none()));
  }

  @Test
  void rootWhoseHostRefusesTheShortWay() throws Exception {
    isRoot(asRoot("case $SSH_ORIGINAL_COMMAND in 'exec /bin/bash -s') exit 1;; esac; "));
  }

  @Test
  void rootOfAnotherSystemIsToldSo() {
    String other = "eval \"${SSH_ORIGINAL_COMMAND//proc/no-such}\"; exit; ";
    assertThat(
            TestHost.failure(
                () -> asRoot("[[ $SSH_ORIGINAL_COMMAND == *proc* ]] || exit; " + other)))
        .isEqualTo(new RootCause.NotLinux("Linux"));
  }

  /** As root, whose login runs this first. */
  private TestHost.Said asRoot(String first) throws IOException, SshFailure {
    Path key = lab.newKey("forced-" + System.nanoTime(), "ed25519", "");
    String line = Commands.run("ssh-keygen", "-y", "-f", key.toString());
    String command = first + "eval \"$SSH_ORIGINAL_COMMAND\"";
    lab.sshd.authorizeLine("root", "command=\"" + command.replace("\"", "\\\"") + "\" " + line);
    try (var connector = lab.connector();
        var host =
            connector.connect(lab.target("root", new SignIn.KeyFile(key)), SecretSource.none())) {
      return TestHost.run(host, "echo $EUID $HOME; echo away >&2; exit 3");
    }
  }

  @Test
  void sudoWithoutPassword() throws Exception {
    isRoot(whoami(lab.users.free, SecretSource.none()));
  }

  @Test
  void sudoWithPassword() throws Exception {
    isRoot(whoami(lab.users.asked, TestHost.secrets(TestUsers.PASSWORD)));
  }

  @Test
  void sudoThatGivesATerminalOfItsOwn() throws Exception {
    isRoot(whoami(lab.users.pty, TestHost.secrets(TestUsers.PASSWORD)));
  }

  @Test
  void sudoWantsAPasswordThatNobodyGave() {
    assertThat(TestHost.failure(() -> whoami(lab.users.asked, SecretSource.none())))
        .isEqualTo(new RootCause.SudoPasswordNeeded(lab.users.asked));
  }

  @Test
  void sudoRefusesAWrongPassword() {
    assertThat(TestHost.failure(() -> whoami(lab.users.asked, TestHost.secrets("wrong"))))
        .isEqualTo(new RootCause.SudoPasswordWrong(lab.users.asked));
  }

  @Test
  void theUserIsNotInSudoers() {
    var cause =
        TestHost.failure(() -> whoami(lab.users.plain, TestHost.secrets(TestUsers.PASSWORD)));
    assertThat(cause).isInstanceOf(RootCause.SudoNotAllowed.class);
    assertThat(((RootCause.SudoNotAllowed) cause).said())
        .contains(lab.users.plain + " is not in the sudoers file")
        .doesNotContain(TestUsers.PASSWORD);
  }

  @Test
  void sudoWantsATerminal() {
    assertThat(TestHost.failure(() -> whoami(lab.users.tty, SecretSource.none())))
        .isEqualTo(new RootCause.SudoNeedsTty(lab.users.tty));
  }

  @Test
  void theLoginShellRefuses() {
    assertThat(TestHost.failure(() -> whoami(lab.users.locked, SecretSource.none())))
        .isEqualTo(
            new RootCause.LoginShellRefuses(
                lab.users.locked, "This account is currently not available."));
  }
}
