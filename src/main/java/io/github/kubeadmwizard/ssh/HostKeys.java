package io.github.kubeadmwizard.ssh;

import io.github.kubeadmwizard.ssh.HostKeyAnswer.KnownKey;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The host keys that the user trusts: those in {@code ~/.ssh/known_hosts}, which is only read, and
 * those in a file of our own. It never asks: the connector records and refuses, the caller asks the
 * user, calls {@link #accept} and connects again.
 */
public final class HostKeys {
  private static final int SSH = 22;

  private final List<KnownHostsFile> files;
  private final OwnKnownHosts own;

  /**
   * @param usersFile usually {@code ~/.ssh/known_hosts}; need not exist
   * @param ownFile ours, in the same format; made on the first {@link #accept}
   */
  public HostKeys(Path usersFile, Path ownFile) {
    this.files = List.of(new KnownHostsFile(usersFile), new KnownHostsFile(ownFile));
    this.own = new OwnKnownHosts(ownFile);
  }

  /**
   * Judges the key that a host showed.
   *
   * @throws java.io.UncheckedIOException if a file is there but cannot be read
   */
  public HostKeyAnswer check(String address, int port, HostKey key) {
    List<KnownHostsLine> lines = lines(address, port);
    List<KnownKey> plain =
        lines.stream().filter(KnownHostsLine::isPlain).map(KnownHostsLine::known).toList();
    for (KnownHostsLine line : lines) {
      if (line.isRevoked() && line.known().key().equals(key)) {
        return new HostKeyAnswer.Revoked(key, line.known());
      }
    }
    if (plain.stream().anyMatch(known -> known.key().equals(key))) {
      return new HostKeyAnswer.Known();
    }
    return plain.isEmpty() ? new HostKeyAnswer.Unknown(key) : new HostKeyAnswer.Changed(plain, key);
  }

  /** The types of the keys known for a host, so that it is asked to show one of these. */
  List<String> knownTypes(String address, int port) {
    return lines(address, port).stream()
        .filter(KnownHostsLine::isPlain)
        .map(line -> line.known().key().type())
        .distinct()
        .toList();
  }

  /**
   * Keeps the key of a host that was unknown, in our own file.
   *
   * @throws IllegalStateException if the host is known under another key, or the key is revoked:
   *     that is never overruled here
   * @throws IOException if the file cannot be written
   */
  public void accept(String address, int port, HostKey key) throws IOException {
    switch (check(address, port, key)) {
      case HostKeyAnswer.Known _ -> {}
      case HostKeyAnswer.Unknown _ -> own.add(name(address, port), key);
      case HostKeyAnswer.Changed _, HostKeyAnswer.Revoked _ ->
          throw new IllegalStateException("only an unknown host key can be accepted");
    }
  }

  private List<KnownHostsLine> lines(String address, int port) {
    String name = name(address, port);
    return files.stream().flatMap(file -> file.linesFor(name).stream()).toList();
  }

  private static String name(String address, int port) {
    String lower = address.toLowerCase(Locale.ROOT);
    return port == SSH ? lower : "[" + lower + "]:" + port;
  }

  /** What both files say of a host, for a report. */
  public Stream<KnownKey> known(String address, int port) {
    return lines(address, port).stream().filter(KnownHostsLine::isPlain).map(KnownHostsLine::known);
  }
}
