package io.github.kubeadmwizard.ssh;

import java.io.IOException;
import net.schmizz.sshj.SSHClient;

/** How bytes reach a host: by a socket, or by a channel of its bastion. */
interface Way {
  /** Lets the client greet and exchange keys over it. */
  void connect(SSHClient client) throws IOException;

  /** How the other side began to speak; empty if it said nothing. */
  String firstWords();

  /** Ends it at once: whoever reads from it or writes to it wakes. Never blocks. */
  void cut();
}
