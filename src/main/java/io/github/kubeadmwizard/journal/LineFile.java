package io.github.kubeadmwizard.journal;

import io.github.kubeadmwizard.json.Json;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Set;

/** A file of JSON lines that only grows; each line goes out at once and whole. */
final class LineFile implements AutoCloseable {
  private final FileChannel channel;

  LineFile(Path file) throws IOException {
    this.channel =
        FileChannel.open(
            file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND), Private.file(file));
  }

  synchronized void add(Map<String, Object> fields) throws IOException {
    ByteBuffer line = ByteBuffer.wrap((Json.line(fields) + "\n").getBytes(StandardCharsets.UTF_8));
    while (line.hasRemaining()) {
      channel.write(line);
    }
  }

  /** Waits until the disk has it. */
  void force() throws IOException {
    channel.force(true);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
