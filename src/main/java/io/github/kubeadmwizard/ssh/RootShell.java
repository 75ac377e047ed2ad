package io.github.kubeadmwizard.ssh;

import io.github.kubeadmwizard.engine.Cancel;
import io.github.kubeadmwizard.ssh.OutputSink.Stream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Root on a host: one helper for the whole connection, so that a command costs a few milliseconds.
 * Scripts run one after the other, each in a process group of its own with {@code /dev/null} as its
 * input; their text travels inside the connection, never in an argument, the environment or a file.
 * When the line drops, the host ends the script within half a minute (at once, if the host
 * notices).
 */
public final class RootShell {
  private static final Duration GRACE = Duration.ofSeconds(3);
  private static final Duration KILL_TIME = Duration.ofSeconds(10);
  private static final int TERMINATED = 143;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Link link;
  private final Frames frames;
  private final ReentrantLock turn = new ReentrantLock(true);
  private volatile @Nullable Job job;
  private volatile @Nullable MarkedLines out;
  private volatile @Nullable MarkedLines err;
  private volatile @Nullable IOException lost;

  RootShell(Link link, Frames frames) {
    this.link = link;
    this.frames = frames;
  }

  /** The connection that it goes over. */
  Link link() {
    return link;
  }

  /**
   * Runs a bash script as root and waits for its end. Output that background processes of the
   * script make after its end is thrown away.
   *
   * @param script its text; must not hold the character NUL
   * @param sink takes its output
   * @param deadline when it is ended: TERM to its group, KILL three seconds later
   * @param cancel ends it the same way
   * @throws SshFailure if the connection is lost; the host then ends the script
   */
  public Exit run(String script, OutputSink sink, Duration deadline, Cancel cancel)
      throws SshFailure {
    if (script.indexOf('\0') >= 0) {
      throw new IllegalArgumentException("a script cannot hold the character NUL");
    }
    if (cancel.asked()) {
      return new Exit(TERMINATED, Exit.How.CANCELLED);
    }
    long begin = System.nanoTime();
    try {
      if (!turn.tryLock(deadline.toNanos(), TimeUnit.NANOSECONDS)) {
        return new Exit(TERMINATED, Exit.How.DEADLINE);
      }
      try {
        return runNow(script, sink, deadline.minusNanos(System.nanoTime() - begin), cancel);
      } finally {
        turn.unlock();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw link.lost(new IOException("interrupted", e));
    } catch (IOException e) {
      throw link.lost(e);
    }
  }

  private Exit runNow(String script, OutputSink sink, Duration deadline, Cancel cancel)
      throws IOException, InterruptedException, SshFailure {
    String mark = mark();
    var mine = new Job();
    begin(mine, mark, sink);
    byte[] text = (script.isEmpty() ? ":" : script).getBytes(StandardCharsets.UTF_8);
    try {
      link.writing(() -> {
        frames.run(mark, text);
        return true;
      });
      cancel.whenAsked(mine::cancel);
      return switch (mine.await(deadline, true)) {
        case ENDED -> new Exit(mine.code());
        case CANCELLED -> end(mine, mark, Exit.How.CANCELLED);
        case LATE -> end(mine, mark, Exit.How.DEADLINE);
      };
    } catch (InterruptedException e) {
      end(mine, mark, Exit.How.CANCELLED); // nothing may be left running unseen
      throw e;
    } finally {
      java.util.Arrays.fill(text, (byte) 0);
      job = null;
      out = null;
      err = null;
    }
  }

  private void begin(Job mine, String mark, OutputSink sink) throws IOException {
    IOException gone = lost;
    if (gone != null) {
      throw gone;
    }
    out = lines(mine, mark, sink, Stream.OUT);
    err = lines(mine, mark, sink, Stream.ERR);
    job = mine;
  }

  private static MarkedLines lines(Job job, String mark, OutputSink sink, Stream stream) {
    return new MarkedLines(mark, text -> sink.line(stream, text), said -> job.ended(stream, said));
  }

  private Exit end(Job mine, String mark, Exit.How how) throws IOException, InterruptedException {
    frames.term();
    if (mine.await(GRACE, false) != Job.State.ENDED) {
      mine.kill(() -> frames.kill(mark));
      if (mine.await(KILL_TIME, false) != Job.State.ENDED) {
        link.cut(); // its host ends what is left
        throw new IOException("the host does not end the script");
      }
    }
    return new Exit(mine.code(), how);
  }

  /** Tells the helper that no more comes, unless a script runs: that one the host ends. */
  void quit() {
    try {
      if (job == null) {
        frames.quit();
      }
    } catch (IOException _) {
      // the connection is gone, which is what we want
    }
  }

  /** Takes what comes from the host. */
  Pump.Taker taker(Stream stream) {
    return new Pump.Taker() {
      @Override
      public void take(byte[] bytes, int length) {
        MarkedLines lines = stream == Stream.OUT ? out : err;
        if (lines != null) {
          lines.take(bytes, length);
        }
      }

      @Override
      public void end(IOException why) {
        lost = why;
        Job running = job;
        if (running != null) {
          running.lost(why);
        }
      }
    };
  }

  private static String mark() {
    byte[] bits = new byte[16];
    RANDOM.nextBytes(bits);
    return HexFormat.of().formatHex(bits);
  }
}
