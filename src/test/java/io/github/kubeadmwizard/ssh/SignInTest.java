package io.github.kubeadmwizard.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.text.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(TestHost.Extension.class)
final class SignInTest {
  private static final SignIn PASSWORD = new SignIn.Password();

  private final TestHost lab;

  SignInTest(TestHost lab) {
    this.lab = lab;
  }

  private void signIn(SshTarget target, SecretSource secrets) throws IOException, SshFailure {
    signIn(target, secrets, Optional.empty(), lab.directory);
  }

  private void signIn(SshTarget target, SecretSource secrets, Optional<Path> agent, Path home)
      throws IOException, SshFailure {
    try (var connector = new SshConnector(lab.trusting(lab.sshd), agent, home);
        var host = connector.connect(target, secrets)) {
      assertThat(host.alive()).isTrue();
    }
  }

  private SshTarget at(int port, SignIn signIn) {
    return SshTarget.of("n1", "127.0.0.1", port, lab.users.plain, signIn);
  }

  @Test
  void thePasswordOpens() throws Exception {
    signIn(at(lab.sshd.port, PASSWORD), TestHost.secrets(TestUsers.PASSWORD));
  }

  @Test
  void aWrongPasswordIsRefusedAfterOneTry() {
    assertThat(
            TestHost.failure(() -> signIn(at(lab.sshd.port, PASSWORD), TestHost.secrets("wrong"))))
        .isEqualTo(
            new SignInCause.Refused(
                lab.users.plain,
                "127.0.0.1",
                List.of(Message.of("ssh.tried.password")),
                List.of("publickey", "password")));
  }

  @Test
  void noPasswordIsSaid() {
    assertThat(TestHost.failure(() -> signIn(at(lab.sshd.port, PASSWORD), SecretSource.none())))
        .isEqualTo(new SignInCause.PasswordNeeded(lab.users.plain, "127.0.0.1"));
  }

  @Test
  void thePasswordAnswersAKeyboardInteractiveQuestion() throws Exception {
    signIn(at(lab.sshd.interactivePort, PASSWORD), TestHost.secrets(TestUsers.PASSWORD));
  }

  @Test
  void aWrongAnswerIsRefused() {
    var cause =
        TestHost.failure(
            () -> signIn(at(lab.sshd.interactivePort, PASSWORD), TestHost.secrets("wrong")));
    assertThat(cause).isInstanceOf(SignInCause.Refused.class);
    assertThat(((SignInCause.Refused) cause).tried()).contains(Message.of("ssh.tried.interactive"));
  }

  @Test
  void aKeyAndThenAPassword() throws Exception {
    var target = at(lab.sshd.bothPort, new SignIn.KeyFile(lab.key));
    signIn(target, TestHost.secrets(TestUsers.PASSWORD));
    assertThat(TestHost.failure(() -> signIn(target, SecretSource.none())))
        .isInstanceOf(SignInCause.Refused.class);
  }

  @ParameterizedTest
  @CsvSource({
    "ed25519,,", "ed25519,open sesame,", "rsa,,", "rsa,open sesame,", "ecdsa,,",
    "ecdsa,open sesame,", "rsa,,PEM", "rsa,open sesame,PEM", "ecdsa,,PEM", "ecdsa,open sesame,PEM",
    "rsa,,PKCS8", "rsa,open sesame,PKCS8", "ecdsa,,PKCS8", "ecdsa,open sesame,PKCS8"
  })
  void keysOfAllKindsOpen(String type, String passphrase, String format) throws Exception {
    String secret = passphrase == null ? "" : passphrase;
    Path key = lab.directory.resolve("key-" + type + "-" + format + "-" + secret.length());
    if (format == null) {
      lab.newKey(key.getFileName().toString(), type, secret);
    } else {
      lab.newKey(key.getFileName().toString(), type, secret, "-m", format);
    }
    lab.sshd.authorizeLine(lab.users.plain, Files.readString(Path.of(key + ".pub")));
    signIn(at(lab.sshd.port, new SignIn.KeyFile(key)), TestHost.secrets(secret));
  }

  @Test
  void anEd25519KeyInPkcs8Opens() throws Exception {
    Path key = lab.directory.resolve("ed-pkcs8");
    Commands.run("openssl", "genpkey", "-algorithm", "ed25519", "-out", key.toString());
    var pair = new PrivateKeys().read(key, Optional::empty);
    var blob = new net.schmizz.sshj.common.Buffer.PlainBuffer().putPublicKey(pair.getPublic());
    String line =
        "ssh-ed25519 " + java.util.Base64.getEncoder().encodeToString(blob.getCompactData());
    lab.sshd.authorizeLine(lab.users.plain, line);
    signIn(at(lab.sshd.port, new SignIn.KeyFile(key)), SecretSource.none());
  }

  @ParameterizedTest
  @CsvSource({"ed25519,", "rsa,PEM", "ecdsa,PKCS8"})
  void aLockedKeyNeedsTheRightPassphrase(String type, String format) {
    String name = "locked-" + type;
    Path key =
        format == null
            ? lab.newKey(name, type, "right one")
            : lab.newKey(name, type, "right one", "-m", format);
    var target = at(lab.sshd.port, new SignIn.KeyFile(key));
    assertThat(TestHost.failure(() -> signIn(target, SecretSource.none())))
        .isEqualTo(new SignInCause.PassphraseNeeded(key.toString()));
    assertThat(TestHost.failure(() -> signIn(target, TestHost.secrets("wrong one"))))
        .isEqualTo(new SignInCause.PassphraseWrong(key.toString()));
  }

  @Test
  void aKeyThatIsNoneIsSaid() throws Exception {
    Path missing = lab.directory.resolve("no-key");
    assertThat(unreadable(missing)).isEqualTo(Message.of("ssh.key.missing"));
    Path text = Files.writeString(lab.directory.resolve("text"), "hello");
    assertThat(unreadable(text)).isEqualTo(Message.of("ssh.key.noKey"));
    Path broken =
        Files.writeString(
            lab.directory.resolve("broken"),
            Files.readString(lab.key).lines().limit(3).reduce("", (a, b) -> a + b + "\n"));
    assertThat(unreadable(broken)).isEqualTo(Message.of("ssh.key.noKey"));
    Path putty = Files.writeString(lab.directory.resolve("ppk"), "PuTTY-User-Key-File-3: x\n");
    assertThat(unreadable(putty)).isEqualTo(Message.of("ssh.key.putty"));
  }

  private Message unreadable(Path file) {
    var target = at(lab.sshd.port, new SignIn.KeyFile(file));
    return ((SignInCause.KeyUnreadable) TestHost.failure(() -> signIn(target, SecretSource.none())))
        .detail();
  }

  @Test
  void theAgentsKeysOpen() throws Exception {
    Path socket = lab.directory.resolve("agent");
    String said = Commands.run("ssh-agent", "-a", socket.toString());
    var pid = Pattern.compile("SSH_AGENT_PID=(\\d+)").matcher(said);
    assertThat(pid.find()).isTrue();
    try {
      var target = at(lab.sshd.port, new SignIn.Agent());
      Attempting agent =
          () -> signIn(target, SecretSource.none(), Optional.of(socket), lab.directory);
      assertThat(detail(agent)).isEqualTo(Message.of("ssh.agent.empty"));
      for (String type : List.of("ed25519", "rsa", "ecdsa")) {
        Path key = lab.newKey("agent-" + type, type, "");
        Commands.run(
            "sh",
            "-c",
            "SSH_AUTH_SOCK="
                + socket
                + " ssh-add -q -D; SSH_AUTH_SOCK="
                + socket
                + " ssh-add -q "
                + key);
        assertThat(TestHost.failure(agent::run)).isInstanceOf(SignInCause.Refused.class);
        lab.sshd.authorizeLine(lab.users.plain, Files.readString(Path.of(key + ".pub")));
        agent.run();
      }
      signIn(
          at(lab.sshd.port, new SignIn.Any()),
          SecretSource.none(),
          Optional.of(socket),
          lab.directory);
    } finally {
      Commands.signal("TERM", Long.parseLong(pid.group(1)));
    }
  }

  private interface Attempting {
    void run() throws IOException, SshFailure;
  }

  private static Message detail(Attempting attempt) {
    return ((SignInCause.AgentUnavailable) TestHost.failure(attempt::run)).detail();
  }

  @Test
  void noAgentIsSaid() {
    var target = at(lab.sshd.port, new SignIn.Agent());
    assertThat(detail(() -> signIn(target, SecretSource.none())))
        .isEqualTo(Message.of("ssh.agent.notRunning"));
    Path gone = lab.directory.resolve("gone");
    assertThat(detail(() -> signIn(target, SecretSource.none(), Optional.of(gone), lab.directory)))
        .isEqualTo(Message.of("ssh.agent.silent", gone.toString()));
  }

  @Test
  void anyTriesTheDefaultKeysAndThenThePassword() throws Exception {
    Path home = Files.createDirectories(lab.directory.resolve("home"));
    Path key = lab.newKey("home/id_ed25519", "ed25519", "");
    var target = at(lab.sshd.port, new SignIn.Any());
    signIn(target, TestHost.secrets(TestUsers.PASSWORD), Optional.empty(), home);
    lab.sshd.authorizeLine(lab.users.plain, Files.readString(Path.of(key + ".pub")));
    signIn(target, SecretSource.none(), Optional.empty(), home);
  }
}
