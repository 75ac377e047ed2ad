package io.github.kubeadmwizard.ssh;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The connections to bastions, one for all hosts behind it: a bastion refuses new logins when ten
 * are under way ({@code MaxStartups}), while one connection carries as many channels as are wanted.
 */
final class Bastions {
  private final Map<SshTarget, Shared> open = new HashMap<>();

  /** Opens a connection. */
  interface Opener {
    Link open() throws SshFailure;
  }

  /** A connection and how many use it. */
  private static final class Shared {
    private final ReentrantLock opening = new ReentrantLock();
    private @Nullable Link link;
    private int users;
  }

  /** The bastion's connection, opened if nobody has; to be given back. */
  Link borrow(SshTarget bastion, Opener opener) throws SshFailure {
    Shared shared = enter(bastion);
    shared.opening.lock();
    try {
      Link link = shared.link;
      if (link == null || !link.alive()) {
        link = opener.open();
        shared.link = link;
      }
      return link;
    } catch (SshFailure e) {
      giveBack(bastion);
      throw e;
    } finally {
      shared.opening.unlock();
    }
  }

  private synchronized Shared enter(SshTarget bastion) {
    Shared shared = open.computeIfAbsent(bastion, _ -> new Shared());
    shared.users++;
    return shared;
  }

  /** The last one closes it. */
  void giveBack(SshTarget bastion) {
    Link last = leave(bastion);
    if (last != null) {
      last.close();
    }
  }

  private synchronized @Nullable Link leave(SshTarget bastion) {
    Shared shared = open.get(bastion);
    if (shared == null || --shared.users > 0) {
      return null;
    }
    open.remove(bastion);
    return shared.link;
  }
}
