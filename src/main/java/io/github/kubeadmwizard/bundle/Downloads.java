package io.github.kubeadmwizard.bundle;

import io.github.kubeadmwizard.bundle.Web.Answer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Puts files into a bundle's directory: what is there with the right digest is not fetched again, a
 * beginning is gone on with, and nothing gets its name before its digest was checked.
 */
final class Downloads {
  private static final int TRIES = 5;
  private static final int PART = 1 << 16;

  private final Path directory;
  private final Web web;
  private final BundleProgress progress;
  private final Map<String, ReentrantLock> busy = new ConcurrentHashMap<>();

  Downloads(Path directory, Web web, BundleProgress progress) {
    this.directory = directory;
    this.web = web;
    this.progress = progress;
  }

  Web web() {
    return web;
  }

  /** Asks for the rest of a file, from this byte on. */
  interface Asking {
    Answer from(long byteNumber) throws BundleFailure;
  }

  /** Fetches a file whose digest is known from elsewhere. */
  BundleFile fetch(URI uri, BundleFile wanted) throws BundleFailure {
    return fetch(
        uri, wanted, at -> web.get(uri, at == 0 ? Map.of() : Map.of("Range", "bytes=" + at + "-")));
  }

  /** The same with another way to ask for it. */
  BundleFile fetch(URI uri, BundleFile wanted, Asking asking) throws BundleFailure {
    Path goal = directory.resolve(wanted.path());
    var turn = busy.computeIfAbsent(wanted.path(), _ -> new ReentrantLock());
    turn.lock(); // images share layers
    try {
      if (Files.isRegularFile(goal) && Digest.of(goal).equals(wanted.sha256())) {
        progress.there(wanted);
        return new BundleFile(wanted.path(), Files.size(goal), wanted.sha256());
      }
      Files.createDirectories(goal.getParent());
      Path part = goal.resolveSibling(goal.getFileName() + ".part");
      load(uri, wanted, asking, part);
      String found = Digest.of(part);
      if (!found.equals(wanted.sha256())) {
        Files.delete(part);
        throw BundleFailure.of(
            "bundle.otherContent", Web.host(uri), uri.toString(), wanted.sha256(), found);
      }
      Files.move(part, goal, StandardCopyOption.REPLACE_EXISTING);
      return new BundleFile(wanted.path(), Files.size(goal), wanted.sha256());
    } catch (IOException e) {
      throw unwritable(goal, e);
    } finally {
      turn.unlock();
    }
  }

  /** A broken line is taken up again where it broke. */
  private void load(URI uri, BundleFile wanted, Asking asking, Path part)
      throws IOException, BundleFailure {
    for (int tries = 1; ; tries++) {
      long at = Files.exists(part) ? Files.size(part) : 0;
      if (at > 0 && at == wanted.bytes()) {
        return;
      }
      try (Answer answer = asking.from(at)) {
        if (answer.status() == 200 || (answer.status() == 206 && at > 0)) {
          boolean more = answer.status() == 206;
          if (poured(answer.body(), part, more, wanted, more ? at : 0)) {
            return;
          }
        } else if (answer.status() == 416) {
          Files.deleteIfExists(part); // what is there is not a beginning of it
        } else if (answer.status() == 404) {
          throw BundleFailure.of("bundle.missing", Web.host(uri), uri.toString());
        } else {
          throw Web.refused(uri, answer.status());
        }
      }
      if (tries == TRIES) {
        throw Web.unreachable(uri, new IOException("broken off " + TRIES + " times"));
      }
      web.rest(uri, tries);
    }
  }

  /** False if the line broke; what came is kept. */
  private boolean poured(InputStream in, Path part, boolean more, BundleFile wanted, long from)
      throws IOException {
    var how = more ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING;
    long done = from;
    try (OutputStream out = Files.newOutputStream(part, StandardOpenOption.CREATE, how)) {
      byte[] bytes = new byte[PART];
      while (true) {
        int n;
        try {
          n = in.read(bytes);
        } catch (IOException _) {
          return false;
        }
        if (n < 0) {
          return wanted.bytes() == 0 || done >= wanted.bytes();
        }
        out.write(bytes, 0, n);
        done += n;
        progress.came(wanted, done);
      }
    }
  }

  /** Keeps a small text that was fetched already. */
  BundleFile keep(String path, byte[] content) throws BundleFailure {
    Path goal = directory.resolve(path);
    try {
      Files.createDirectories(goal.getParent());
      Path part = goal.resolveSibling(goal.getFileName() + ".part");
      Files.write(part, content);
      Files.move(part, goal, StandardCopyOption.REPLACE_EXISTING);
      return new BundleFile(path, content.length, Digest.of(content));
    } catch (IOException e) {
      throw unwritable(goal, e);
    }
  }

  static BundleFailure unwritable(Path file, IOException e) {
    String why = e.getClass().getSimpleName() + ": " + e.getMessage();
    return BundleFailure.because(e, "bundle.unwritable", "", file.toString(), why);
  }
}
