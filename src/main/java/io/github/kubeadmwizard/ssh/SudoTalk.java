package io.github.kubeadmwizard.ssh;

import io.github.kubeadmwizard.ssh.OutputSink.Stream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What is said until the root shell is there: sudo's prompt and complaints, and the shell's hello.
 * The prompt and the hello are random words of ours, so that nothing else is taken for them.
 */
final class SudoTalk {
  /** What makes of any login shell a bash that reads its program from its input. */
  static final String BASH = "exec /bin/bash -s";

  private static final int LONGEST = 16 * 1024;

  private final String prompt = word();
  private final String hello = word();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition news = lock.newCondition();
  private final Map<Stream, StringBuilder> heard = new EnumMap<>(Stream.class);
  private int ends;

  SudoTalk() {
    heard.put(Stream.OUT, new StringBuilder());
    heard.put(Stream.ERR, new StringBuilder());
  }

  /** What has happened so far. */
  enum State {
    HELLO,
    PROMPT,
    ENDED,
    LATE
  }

  /**
   * The command that the login shell runs, whichever shell it is: csh and fish understand it too,
   * as it has but one level of double quotes, with nothing in it that they would expand.
   */
  String command(boolean sudo) {
    String start =
        String.format(
            "if test -r /proc/version; then if test -x /bin/bash; then echo %1$s ok; exec /bin/bash"
                + " -s; else echo %1$s nobash; fi; else echo %1$s notlinux; uname -s; fi",
            hello);
    if (!sudo) {
      return "exec /bin/sh -c \"" + start + "\"";
    }
    return "exec /bin/sh -c \"LC_ALL=C exec sudo -S -H -p "
        + prompt
        + " -- /bin/sh -c '"
        + start
        + "'\"";
  }

  /** What such a bash does first; any other shell, and any other system, ends at it. */
  String greeting() {
    return "[[ -r /proc/version ]]||exit 9;echo " + hello + " ok;";
  }

  /** Takes one stream's part of the talk. */
  Pump.Taker taker(Stream stream) {
    return new Pump.Taker() {
      @Override
      public void take(byte[] bytes, int length) {
        hear(stream, new String(bytes, 0, length, StandardCharsets.UTF_8));
      }

      @Override
      public void end(IOException why) {
        ended();
      }
    };
  }

  private void hear(Stream stream, String text) {
    lock.lock();
    try {
      StringBuilder said = text(stream);
      if (said.length() < LONGEST) {
        said.append(text);
      }
      news.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void ended() {
    lock.lock();
    try {
      ends++;
      news.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits for the hello, the end, or more prompts than have been answered.
   *
   * @param answered how many prompts were answered
   */
  State await(int answered, Duration time) throws InterruptedException {
    long left = time.toNanos();
    lock.lockInterruptibly();
    try {
      while (true) {
        if (answer().isEmpty() && ends == 2) {
          return State.ENDED;
        }
        if (!answer().isEmpty()) {
          return State.HELLO;
        }
        if (prompts() > answered) {
          return State.PROMPT;
        }
        if (left <= 0) {
          return State.LATE;
        }
        left = news.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Waits until both streams have ended. */
  void awaitEnd(Duration time) throws InterruptedException {
    long left = time.toNanos();
    lock.lockInterruptibly();
    try {
      while (ends < 2 && left > 0) {
        left = news.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }

  /** What came with the hello: {@code ok}, {@code nobash}, {@code notlinux}; empty before it. */
  String answer() {
    lock.lock();
    try {
      String out = text(Stream.OUT).toString();
      int at = out.indexOf(hello + " ");
      int end = at < 0 ? -1 : out.indexOf('\n', at);
      return end < 0 ? "" : out.substring(at + hello.length() + 1, end).strip();
    } finally {
      lock.unlock();
    }
  }

  /** All that was said, without our own words, for finding out why it failed. */
  String said() {
    lock.lock();
    try {
      String all = text(Stream.ERR) + "\n" + text(Stream.OUT);
      return all.replace(prompt, "").replace(hello, "").strip();
    } finally {
      lock.unlock();
    }
  }

  private int prompts() {
    String err = text(Stream.ERR).toString();
    int count = 0;
    for (int at = err.indexOf(prompt); at >= 0; at = err.indexOf(prompt, at + 1)) {
      count++;
    }
    return count;
  }

  private StringBuilder text(Stream stream) {
    return java.util.Objects.requireNonNull(heard.get(stream));
  }

  private static String word() {
    return "kw" + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
  }
}
