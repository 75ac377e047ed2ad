package io.github.kubeadmwizard.kubeadm;

/**
 * A program that comes as a file, by address and checksum, instead of a package.
 *
 * @param name such as {@code kubeadm}
 * @param version without a leading v
 * @param url what is downloaded
 * @param checksums address of the file that says its SHA-256
 * @param path where it goes, absolute; a directory where it is an archive of several
 * @param member what is taken out of the archive, {@code *} for every program in it; empty where
 *     the download is the program itself
 */
public record ProgramFile(
    String name, String version, String url, String checksums, String path, String member) {}
