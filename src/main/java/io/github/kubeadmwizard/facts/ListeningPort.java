package io.github.kubeadmwizard.facts;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * A socket that waits for others.
 *
 * @param protocol TCP or UDP
 * @param address the local address; 0.0.0.0 or :: for all
 * @param port 1 to 65535
 * @param process name of the program; empty where the kernel does not say
 * @param pid its process id; empty likewise
 */
public record ListeningPort(
    Protocol protocol, String address, int port, Optional<String> process, OptionalInt pid) {

  /** Transport. */
  public enum Protocol {
    /** TCP, state LISTEN. */
    TCP,
    /** UDP, bound and not connected. */
    UDP
  }

  /** Whether it takes only connections from the host itself. */
  public boolean isLoopback() {
    return address.startsWith("127.") || address.equals("::1");
  }
}
