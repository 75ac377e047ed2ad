package io.github.kubeadmwizard.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a second installation of the same cluster away, for as long as the program lives: the
 * system lets go of the lock when a program dies, so a stale file never blocks.
 */
public sealed interface ClusterLock extends AutoCloseable {

  @Override
  void close();

  /** It is ours. */
  final class Taken implements ClusterLock {
    private final FileChannel channel;

    private Taken(FileChannel channel) {
      this.channel = channel;
    }

    @Override
    public void close() {
      try (channel) {
        channel.truncate(0);
      } catch (IOException _) {
        return; // the lock goes with the program
      }
    }
  }

  /**
   * Another program has it.
   *
   * @param who its process and run, such as {@code 4711 20261121-163412-9f3a}
   */
  record Held(String who) implements ClusterLock {
    @Override
    public void close() {}
  }

  /** Takes the lock, or says who has it. */
  static ClusterLock take(Path file, String runId) throws IOException {
    FileChannel channel =
        FileChannel.open(
            file,
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
            Private.file(file));
    if (lock(channel) == null) {
      try (channel) {
        return new Held(text(channel));
      }
    }
    channel.truncate(0);
    String who = ProcessHandle.current().pid() + " " + runId;
    channel.write(ByteBuffer.wrap(who.getBytes(StandardCharsets.UTF_8)));
    return new Taken(channel);
  }

  /** Only a byte far behind the text is locked: where locks are strict the text stays readable. */
  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock(1L << 40, 1, false);
    } catch (OverlappingFileLockException _) {
      return null; // this very program has it
    }
  }

  private static String text(FileChannel channel) throws IOException {
    var bytes = ByteBuffer.allocate(200);
    channel.read(bytes, 0);
    return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8).strip();
  }
}
