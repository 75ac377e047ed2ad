package io.github.kubeadmwizard.ssh;

import java.nio.file.Path;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** A host that we are signed in on. Safe for many threads; close it when done. */
public final class SshHost implements AutoCloseable {
  private final Link link;
  private final SecretSource secrets;
  private final Deadlines deadlines;
  private final Runnable afterwards;
  private final ReentrantLock starting = new ReentrantLock();
  private @Nullable RootShell root;
  private boolean closed;

  SshHost(Link link, SecretSource secrets, Deadlines deadlines, Runnable afterwards) {
    this.link = link;
    this.secrets = secrets;
    this.deadlines = deadlines;
    this.afterwards = afterwards;
  }

  /** Where it is. */
  public SshTarget target() {
    return link.target();
  }

  /**
   * The root shell of this connection, started on the first call: by sudo, or as the login user
   * where that is root.
   *
   * @throws SshFailure with a {@link RootCause} if we may not become root
   */
  public RootShell root() throws SshFailure {
    starting.lock();
    try {
      RootShell shell = root;
      if (shell == null) {
        shell = new RootStart(link, secrets).start(deadlines);
        root = shell;
      }
      return shell;
    } finally {
      starting.unlock();
    }
  }

  /**
   * Puts a file on the host, owned by root: sent as the login user beside, then moved into place in
   * one step.
   *
   * @param content the whole file
   * @param path absolute; its directory must be there
   * @param mode octal, such as {@code 0644}
   */
  public void upload(byte[] content, String path, String mode) throws SshFailure {
    new Upload(link, root()).put(Upload.Source.of(content), path, mode);
  }

  /** The same with a file of this machine. */
  public void upload(Path file, String path, String mode) throws SshFailure {
    new Upload(link, root()).put(Upload.Source.of(file), path, mode);
  }

  /**
   * Lets this machine reach a port that the host reaches.
   *
   * @param localPort on 127.0.0.1; 0 for any free one
   * @param remoteHost as the host names it
   */
  public Tunnel tunnel(int localPort, String remoteHost, int remotePort) throws SshFailure {
    return Tunnel.open(link, localPort, remoteHost, remotePort);
  }

  /** Whether the connection is up, as far as is known; a dead peer is found out after about 8 s. */
  public boolean alive() {
    return link.alive();
  }

  /** Ends the connection and all that runs over it; takes a second at most. */
  @Override
  public void close() {
    starting.lock();
    try {
      if (closed) {
        return;
      }
      closed = true;
    } finally {
      starting.unlock();
    }
    link.close();
    afterwards.run();
  }
}
