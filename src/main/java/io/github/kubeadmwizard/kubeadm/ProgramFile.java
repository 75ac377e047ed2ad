package io.github.kubeadmwizard.kubeadm;

import java.util.Optional;

/**
 * A program that comes as a file, by address and checksum, instead of a package.
 *
 * @param name such as {@code kubeadm}
 * @param version without a leading v
 * @param url what is downloaded
 * @param checksum its SHA-256, or {@code @} and the address of the file that says it
 * @param path where it goes, absolute; a directory where it is an archive of several
 * @param member what is taken out of the archive, {@code *} for every program in it; empty where
 *     the download is the program itself
 */
public record ProgramFile(
    String name, String version, String url, String checksum, String path, String member) {
  /** Where its checksum is told; empty where we know it ourselves. */
  public Optional<String> checksums() {
    return checksum.startsWith("@") ? Optional.of(checksum.substring(1)) : Optional.empty();
  }
}
