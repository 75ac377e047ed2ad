package io.github.kubeadmwizard.ssh;

import io.github.kubeadmwizard.assets.Assets;
import io.github.kubeadmwizard.engine.Cancel;
import io.github.kubeadmwizard.ssh.OutputSink.Stream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/**
 * A script that a lost connection must not stop half way, such as kubeadm init. It runs on the host
 * in a systemd unit of its own (in a session of its own where there is no systemd); its output and
 * exit code are kept on the host, under {@code /run}, for root alone, until they have been told.
 *
 * <p>When {@link #run} fails with {@link ConnectCause.ConnectionLost}, connect again and call it
 * again with the new shell: it goes on with the first line that was not told yet. Another run of
 * the program that makes the same script under the same id takes up the one that runs, or the
 * result that nobody fetched.
 */
public final class DetachedScript {
  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9.-]{0,79}");
  private static final Duration SHORT = Duration.ofSeconds(60);
  private static final int LOST = 137;

  private final String id;
  private final String script;
  private final AtomicLong out = new AtomicLong();
  private final AtomicLong err = new AtomicLong();

  /**
   * @param id names the job on the host: lower-case letters, digits, dots and dashes
   * @param script its text; travels as secretly as with {@link RootShell#run}
   */
  public DetachedScript(String id, String script) {
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException("not a job's id: " + id);
    }
    this.id = id;
    this.script = script;
  }

  /**
   * Starts the script, or takes it up again, and waits for its end.
   *
   * @param sink takes the lines that were not told yet
   * @param earlier is run when an older text is still running, whose end is waited for
   * @param deadline when the script is ended
   * @param cancel ends the script
   * @throws SshFailure if the connection is lost; the script goes on
   */
  public Exit run(
      RootShell root, OutputSink sink, Runnable earlier, Duration deadline, Cancel cancel)
      throws SshFailure {
    String state = start(root);
    while (state.endsWith(" other")) { // it must not be cut
      earlier.run();
      follow(root, OutputSink.none(), deadline, cancel);
      state = start(root);
    }
    Exit watched = follow(root, counting(sink), deadline, cancel);
    if (watched.how() != Exit.How.BY_ITSELF) {
      ask(root, "end", "");
    }
    Exit exit = new Exit(code(ask(root, "result", "")), watched.how());
    ask(root, "forget", "");
    return exit;
  }

  private String start(RootShell root) throws SshFailure {
    String vars = "kw_hash=" + hash() + " kw_script=" + Quoted.of(script) + "\n";
    List<String> said = ask(root, "start", vars);
    return said.isEmpty() ? "" : said.getLast();
  }

  private Exit follow(RootShell root, OutputSink sink, Duration deadline, Cancel cancel)
      throws SshFailure {
    String vars = "kw_out=" + out.get() + " kw_err=" + err.get() + "\n";
    return root.run(text("follow", vars), sink, deadline, cancel);
  }

  private OutputSink counting(OutputSink sink) {
    return (stream, line) -> {
      (stream == Stream.OUT ? out : err).incrementAndGet();
      sink.line(stream, line);
    };
  }

  private List<String> ask(RootShell root, String verb, String vars) throws SshFailure {
    var said = new CopyOnWriteArrayList<String>();
    OutputSink sink =
        (stream, line) -> {
          if (stream == Stream.OUT) {
            said.add(line);
          }
        };
    root.run(text(verb, vars), sink, SHORT, new Cancel());
    return said;
  }

  private String text(String verb, String vars) {
    return "kw_verb=" + verb + " kw_id=" + id + "\n" + vars + Assets.text("scripts/detached.sh");
  }

  private static int code(List<String> said) {
    String last = said.isEmpty() ? "died" : said.getLast();
    return last.chars().allMatch(Character::isDigit) ? Integer.parseInt(last) : LOST;
  }

  private String hash() {
    try {
      byte[] bytes = script.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
