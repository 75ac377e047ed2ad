package io.github.kubeadmwizard.ssh;

import io.github.kubeadmwizard.engine.Cancel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.function.LongConsumer;
import net.schmizz.sshj.sftp.FileAttributes;
import net.schmizz.sshj.sftp.OpenMode;
import net.schmizz.sshj.sftp.RemoteFile;
import net.schmizz.sshj.sftp.Response;
import net.schmizz.sshj.sftp.SFTPClient;
import net.schmizz.sshj.sftp.SFTPException;

/**
 * Sends a large file by SFTP as the login user, from where an earlier try ended. What a broken line
 * left is a beginning of the file, since a server writes in the order in which it is asked.
 */
final class FileSending {
  private static final int IN_FLIGHT = 64;
  private static final int CHUNK = 32 * 1024 - 1024;

  private final Link link;
  private final Cancel cancel;

  FileSending(Link link, Cancel cancel) {
    this.link = link;
    this.cancel = cancel;
  }

  /**
   * Sends what is missing of a file.
   *
   * @param goal absolute, in a folder that the login user may write into
   * @param bytes the size of the file
   * @param progress hears of each part that is there, those of earlier tries first
   * @return false if the user asked to stop
   */
  boolean send(Path file, String goal, long bytes, LongConsumer progress) throws SshFailure {
    return link.writing(() -> {
      try (SFTPClient sftp = link.client().newSFTPClient()) {
        FileAttributes there = sftp.statExistence(goal);
        long at = there == null ? 0 : there.getSize();
        if (at == bytes && there != null) {
          progress.accept(bytes);
          return true;
        }
        return send(sftp, file, goal, at > bytes ? 0 : at, progress);
      } catch (SFTPException e) {
        if (e.getStatusCode() == Response.StatusCode.UNKNOWN) {
          throw new IOException(String.valueOf(e.getCause()), e); // not the server's word: the line
        }
        throw failed(goal, e);
      }
    });
  }

  private boolean send(SFTPClient sftp, Path file, String goal, long at, LongConsumer progress)
      throws IOException, SshFailure {
    var modes = EnumSet.of(OpenMode.WRITE, OpenMode.CREAT);
    if (at == 0) {
      modes.add(OpenMode.TRUNC);
    }
    var ownerOnly = new FileAttributes.Builder().withPermissions(0600).build();
    progress.accept(at);
    try (InputStream in = from(file, at);
        RemoteFile remote = sftp.open(goal, modes, ownerOnly)) {
      var ahead = new Ahead();
      long done = at;
      for (int n = -1; n != 0; done += n) {
        if (cancel.asked()) {
          return false;
        }
        n = stretch(in, remote, done, ahead);
        progress.accept(n);
      }
    }
    return true;
  }

  /** Sends a stretch of the file and waits until the host has it; 0 at the end of the file. */
  private static int stretch(InputStream in, RemoteFile remote, long at, Ahead ahead)
      throws IOException {
    long begin = System.nanoTime();
    int sent = 0;
    var out = remote.new RemoteFileOutputStream(at, ahead.chunks());
    byte[] chunk = new byte[CHUNK];
    for (int i = 0; i < ahead.stretch(); i++) {
      int n = in.readNBytes(chunk, 0, CHUNK);
      if (n == 0) {
        break;
      }
      out.write(chunk, 0, n);
      sent += n;
    }
    out.flush();
    ahead.measured(sent, System.nanoTime() - begin);
    return sent;
  }

  /**
   * How much is sent before an answer to it. On a slow line little: what says that the line is
   * alive stands behind it, and must come through within seconds.
   */
  private static final class Ahead {
    private static final double SECONDS = 0.5;
    private static final int FEW = 4;
    private int chunks = FEW;

    int chunks() {
      return chunks;
    }

    int stretch() {
      return chunks * 4;
    }

    void measured(int bytes, long nanos) {
      double inTime = bytes * SECONDS * 1e9 / Math.max(1, nanos) / CHUNK;
      chunks = (int) Math.clamp(inTime, Math.max(1, chunks / 2), Math.min(IN_FLIGHT, chunks * 2));
    }
  }

  private static InputStream from(Path file, long at) throws SshFailure {
    try {
      return Channels.newInputStream(FileChannel.open(file, StandardOpenOption.READ).position(at));
    } catch (IOException e) {
      throw failed(file.toString(), e);
    }
  }

  private static SshFailure failed(String path, IOException e) {
    return new SshFailure(
        new RootCause.UploadFailed(path, Plain.text(String.valueOf(e.getMessage()), 200)), e);
  }

  /** The digest of a file's content. */
  static String sha256(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] part = new byte[1 << 16];
      for (int n = in.read(part); n > 0; n = in.read(part)) {
        digest.update(part, 0, n);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
