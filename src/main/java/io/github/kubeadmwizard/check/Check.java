package io.github.kubeadmwizard.check;

import io.github.kubeadmwizard.text.Message;
import java.util.List;

/**
 * One requirement: a question to facts already gathered; it never touches a host. Its words are
 * {@code check.title.KEY}, {@code check.why.KEY} and {@code check.remedy.KEY}.
 */
public interface Check {

  /**
   * The identifier that a user overrides it by: kubeadm's own where kubeadm asks the same (see
   * {@code kubeadm init --help}, ignore-preflight-errors). Several checks may share one.
   */
  String id();

  /** Names this one requirement among all: the row of a matrix; the same as the identifier. */
  default String key() {
    return id();
  }

  /** The stem of its words; several alike (ports, files) share one. */
  default String words() {
    return key();
  }

  /** What it is about. */
  Group group();

  /** Whether the user may pass over it. False: what follows could not work, or would destroy. */
  default boolean soft() {
    return true;
  }

  /** What the facts say, a finding for each host that it concerns, in the hosts' order. */
  List<Finding> look(CheckContext all);

  /** What it asks for. */
  default Message title() {
    return Message.of("check.title." + words());
  }

  /** Why it matters. */
  default Message why() {
    return Message.of("check.why." + words());
  }

  /** What mends it. */
  default Message remedy() {
    return Message.of("check.remedy." + words());
  }
}
