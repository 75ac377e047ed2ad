package io.github.kubeadmwizard.engine;

import java.nio.file.Path;

/**
 * A file that is brought to a host.
 *
 * @param from on this machine
 * @param path on the host, below the folder
 * @param bytes its size
 * @param sha256 its digest, 64 hexadecimal digits
 */
public record FileToBring(Path from, String path, long bytes, String sha256) {
  public FileToBring {
    if (!path.matches("[\\w][\\w@%+=:,.~/-]*") || path.contains("..")) {
      throw new IllegalArgumentException("no plain path below a folder: " + path);
    }
    if (!sha256.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("no SHA-256: " + sha256);
    }
  }
}
