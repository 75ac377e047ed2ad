package io.github.kubeadmwizard.ssh;

import java.util.List;

/** What is known about the key that a host showed. */
public sealed interface HostKeyAnswer {

  /** It is the key that we know. */
  record Known() implements HostKeyAnswer {}

  /** No key of this host is known: the user is asked once. */
  record Unknown(HostKey key) implements HostKeyAnswer {}

  /**
   * Other keys of this host are known, of the same type or of others: it is refused.
   *
   * @param expected what is known, with its place
   * @param got what the host showed
   */
  record Changed(List<KnownKey> expected, HostKey got) implements HostKeyAnswer {
    public Changed {
      expected = List.copyOf(expected);
    }
  }

  /**
   * The key was declared stolen by an {@code @revoked} line.
   *
   * @param by the line
   */
  record Revoked(HostKey key, KnownKey by) implements HostKeyAnswer {}

  /**
   * A key of a known_hosts file.
   *
   * @param key the key
   * @param file the file's path
   * @param line line number, from 1
   */
  record KnownKey(HostKey key, String file, int line) {}
}
