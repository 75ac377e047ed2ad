package io.github.kubeadmwizard.ssh;

import io.github.kubeadmwizard.assets.Assets;
import io.github.kubeadmwizard.ssh.OutputSink.Stream;
import io.github.kubeadmwizard.text.Secret;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** Starts the root helper: becomes root, by sudo where the user is another, and says why not. */
final class RootStart {
  private static final Duration TIME = Duration.ofSeconds(30);

  private final Link link;
  private final SecretSource secrets;
  private SudoTalk talk = new SudoTalk();
  private int answered;

  RootStart(Link link, SecretSource secrets) {
    this.link = link;
    this.secrets = secrets;
  }

  RootShell start(Deadlines deadlines) throws SshFailure {
    try {
      Optional<RootShell> shell = user().equals("root") ? straight(deadlines) : Optional.empty();
      return shell.isPresent() ? shell.get() : asked(deadlines);
    } catch (IOException e) {
      throw link.lost(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw link.lost(new IOException("interrupted", e));
    }
  }

  /**
   * The short way for root: the login shell becomes bash, with no process between, and bash greets.
   * Empty where it does not: then {@link #asked} finds out why.
   */
  private Optional<RootShell> straight(Deadlines deadlines)
      throws IOException, InterruptedException, SshFailure {
    var voice = new Voice(exec(SudoTalk.BASH), talk);
    voice.frames.helper(talk.greeting(), Program.TEXT);
    SudoTalk.State state = talk.await(0, TIME);
    if (state == SudoTalk.State.HELLO) {
      return Optional.of(voice.shell(deadlines));
    }
    inTime(state, voice.in());
    talk = new SudoTalk();
    return Optional.empty();
  }

  private RootShell asked(Deadlines deadlines)
      throws IOException, InterruptedException, SshFailure {
    var voice = new Voice(exec(talk.command(!user().equals("root"))), talk);
    becomeRoot(voice.in());
    voice.frames.helper("", Program.TEXT);
    return voice.shell(deadlines);
  }

  /** Read once, with the first host. */
  private static final class Program {
    private static final String TEXT = Assets.text("scripts/root-helper.sh");
  }

  /** A command of the host whose streams are read, first by the talk, then by the shell. */
  private final class Voice {
    private final TwoStreamSession command;
    private final Frames frames;
    private final Pump out;
    private final Pump err;

    Voice(TwoStreamSession command, SudoTalk first) {
      this.command = command;
      this.frames = new Frames(command.getOutputStream());
      out = new Pump("ssh-out", command.out(), first.taker(Stream.OUT));
      err = new Pump("ssh-err", command.err(), first.taker(Stream.ERR));
    }

    OutputStream in() {
      return command.getOutputStream();
    }

    RootShell shell(Deadlines deadlines) {
      var shell = new RootShell(link, frames);
      out.to(shell.taker(Stream.OUT));
      err.to(shell.taker(Stream.ERR));
      Heartbeat.start(link, frames, deadlines);
      link.beforeGoodbye(shell::quit);
      return shell;
    }
  }

  private TwoStreamSession exec(String text) throws IOException, SshFailure {
    var session = new TwoStreamSession(link.client().getConnection());
    session.open();
    try {
      session.exec(text);
      return session;
    } catch (net.schmizz.sshj.connection.ConnectionException e) {
      if (!link.alive()) {
        throw e;
      }
      throw new SshFailure(new RootCause.LoginShellRefuses(user(), ""), e);
    }
  }

  private void becomeRoot(OutputStream in) throws IOException, InterruptedException, SshFailure {
    SudoTalk.State state = talk.await(answered, TIME);
    while (state == SudoTalk.State.PROMPT) {
      answer(in);
      state = talk.await(answered, TIME);
    }
    inTime(state, in);
    if (state == SudoTalk.State.ENDED) {
      throw new SshFailure(RootRefusal.cause(user(), talk.said(), answered));
    }
    greeted();
  }

  private void inTime(SudoTalk.State state, OutputStream in) throws IOException, SshFailure {
    if (state == SudoTalk.State.LATE) {
      in.close();
      throw new SshFailure(
          new ConnectCause.TimedOut(
              link.target().address(), ConnectCause.Step.ROOT, TIME.toSeconds()));
    }
    if (state == SudoTalk.State.ENDED && !link.alive()) {
      throw new IOException("the host hung up");
    }
  }

  private void greeted() throws InterruptedException, SshFailure {
    switch (talk.answer()) {
      case "ok" -> {}
      case "nobash" -> throw new SshFailure(new RootCause.NoBash());
      default -> {
        talk.awaitEnd(Duration.ofSeconds(2));
        String system = talk.said().replace("notlinux", "");
        throw new SshFailure(new RootCause.NotLinux(Plain.text(system, 60)));
      }
    }
  }

  /** The first prompt gets the password; a second one says that it was wrong. */
  private void answer(OutputStream in) throws IOException, SshFailure {
    if (answered > 0) {
      in.close(); // sudo gives up at the end of its input
      throw new SshFailure(new RootCause.SudoPasswordWrong(user()));
    }
    Optional<Secret> password = secrets.sudo(link.target().name());
    if (password.isEmpty()) {
      in.close();
      throw new SshFailure(new RootCause.SudoPasswordNeeded(user()));
    }
    answered++;
    byte[] line = password.get().use(RootStart::line);
    try {
      in.write(line);
      in.flush();
    } finally {
      Arrays.fill(line, (byte) 0);
    }
  }

  private static byte[] line(char[] password) {
    CharBuffer text = CharBuffer.wrap(password);
    ByteBuffer utf8 = ByteBuffer.allocate(3 * password.length + 1);
    StandardCharsets.UTF_8.newEncoder().encode(text, utf8, true);
    utf8.put((byte) '\n');
    byte[] line = Arrays.copyOf(utf8.array(), utf8.position());
    Arrays.fill(utf8.array(), (byte) 0);
    return line;
  }

  private String user() {
    return link.target().user();
  }
}
