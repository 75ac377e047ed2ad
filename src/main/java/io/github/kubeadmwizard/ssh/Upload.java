package io.github.kubeadmwizard.ssh;

import io.github.kubeadmwizard.engine.Cancel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import net.schmizz.sshj.sftp.FileAttributes;
import net.schmizz.sshj.sftp.OpenMode;
import net.schmizz.sshj.sftp.RemoteFile;
import net.schmizz.sshj.sftp.SFTPClient;

/** Sends a file by SFTP as the login user, and lets root put it in its place. */
final class Upload {
  private static final int IN_FLIGHT = 64; // 85 MB/s at 20 ms instead of 24 with sshj's 16
  private static final int CHUNK = 32 * 1024 - 1024;
  private static final Duration INSTALL_TIME = Duration.ofMinutes(5);
  private static final Pattern MODE = Pattern.compile("0?[0-7]{3,4}");

  private final Link link;
  private final RootShell root;

  Upload(Link link, RootShell root) {
    this.link = link;
    this.root = root;
  }

  /** Gives the bytes. */
  interface Source {
    InputStream open() throws IOException;

    static Source of(byte[] bytes) {
      return () -> new ByteArrayInputStream(bytes);
    }

    static Source of(Path file) {
      return () -> Files.newInputStream(file);
    }
  }

  void put(Source source, String path, String mode) throws SshFailure {
    if (!path.startsWith("/") || !MODE.matcher(mode).matches()) {
      throw new IllegalArgumentException(
          "an absolute path and an octal mode: " + path + " " + mode);
    }
    String draft = "/tmp/.kubeadm-wizard-" + word();
    link.writing(() -> {
      send(source, draft, path);
      return true;
    });
    install(draft, path, mode);
  }

  private void send(Source source, String draft, String path) throws IOException, SshFailure {
    try (SFTPClient sftp = link.client().newSFTPClient();
        InputStream in = open(source, path);
        RemoteFile file = create(sftp, draft);
        var out = file.new RemoteFileOutputStream(0, IN_FLIGHT)) {
      byte[] chunk = new byte[CHUNK];
      for (int n = in.readNBytes(chunk, 0, CHUNK); n > 0; n = in.readNBytes(chunk, 0, CHUNK)) {
        out.write(chunk, 0, n);
      }
    } catch (net.schmizz.sshj.sftp.SFTPException e) {
      throw new SshFailure(
          new RootCause.UploadFailed(path, Plain.text(String.valueOf(e.getMessage()), 200)), e);
    }
  }

  private static InputStream open(Source source, String path) throws SshFailure {
    try {
      return source.open();
    } catch (IOException e) {
      throw new SshFailure(new RootCause.UploadFailed(path, Plain.text(String.valueOf(e), 200)), e);
    }
  }

  private static RemoteFile create(SFTPClient sftp, String draft) throws IOException {
    var ownerOnly = new FileAttributes.Builder().withPermissions(0600).build();
    return sftp.open(draft, EnumSet.of(OpenMode.WRITE, OpenMode.CREAT, OpenMode.EXCL), ownerOnly);
  }

  private void install(String draft, String path, String mode) throws SshFailure {
    String script =
        """
        set -euo pipefail
        draft=%s goal=%s
        trap 'rm -f -- "$draft" "$goal.kubeadm-wizard-new"' EXIT
        install -m %s -o root -g root -- "$draft" "$goal.kubeadm-wizard-new"
        mv -fT -- "$goal.kubeadm-wizard-new" "$goal"
        """
            .formatted(draft, Quoted.of(path), mode);
    var said = new CopyOnWriteArrayList<String>();
    Exit exit = root.run(script, (_, line) -> said.add(line), INSTALL_TIME, new Cancel());
    if (!exit.ok()) {
      throw new SshFailure(
          new RootCause.UploadFailed(path, Plain.text(String.join(" ", said), 200)));
    }
  }

  private static String word() {
    return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
  }
}
