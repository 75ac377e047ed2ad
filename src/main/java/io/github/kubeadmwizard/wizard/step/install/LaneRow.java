package io.github.kubeadmwizard.wizard.step.install;

import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.engine.RunEvent;
import io.github.kubeadmwizard.install.NodeCondition;
import io.github.kubeadmwizard.text.Message;
import java.time.Instant;
import java.util.Optional;

/**
 * How far one machine is; a new one for each change.
 *
 * @param doing the phase that it is in, or how it ended
 * @param detail the action and kubeadm's own step, or what it waits for
 * @param state for the icon
 * @param done actions behind it
 * @param all actions that it has
 * @param condition what the cluster says of it, while it says that it is not Ready
 * @param since when it began to do something
 * @param ended when its lane ended
 */
record LaneRow(
    HostName host,
    boolean controlPlane,
    Message doing,
    Message detail,
    State state,
    int done,
    int all,
    Node node,
    Optional<NodeCondition> condition,
    Optional<Instant> since,
    Optional<Instant> ended) {

  /** What the machine does. */
  enum State {
    WAITING,
    WORKING,
    DONE,
    FAILED,
    STOPPED
  }

  /** What the machine is to the cluster. */
  enum Node {
    NONE,
    JOINED,
    NOT_READY,
    READY
  }

  static LaneRow of(HostName host, boolean controlPlane, int all) {
    return new LaneRow(
        host,
        controlPlane,
        Message.of("wizard.install.notBegun"),
        Message.of("wizard.install.nothing"),
        State.WAITING,
        0,
        all,
        Node.NONE,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  LaneRow in(State now, Message what, Message how) {
    return new LaneRow(
        host, controlPlane, what, how, now, done, all, node, condition, since, ended);
  }

  LaneRow detailed(Message how) {
    return in(state, doing, how);
  }

  LaneRow begun(Instant at) {
    return since.isPresent()
        ? this
        : new LaneRow(
            host,
            controlPlane,
            doing,
            detail,
            state,
            done,
            all,
            node,
            condition,
            Optional.of(at),
            ended);
  }

  LaneRow passedOne() {
    return new LaneRow(
        host, controlPlane, doing, detail, state, done + 1, all, node, condition, since, ended);
  }

  LaneRow as(Node what) {
    return as(what, Optional.empty());
  }

  /** The cluster says that it is not Ready. */
  LaneRow notReady(NodeCondition says) {
    return as(Node.NOT_READY, Optional.of(says));
  }

  private LaneRow as(Node what, Optional<NodeCondition> says) {
    return new LaneRow(
        host, controlPlane, doing, detail, state, done, all, what, says, since, ended);
  }

  LaneRow over(Instant at, RunEvent.End end, Message what, Message how) {
    State last =
        switch (end) {
          case DONE -> State.DONE;
          case FAILED -> State.FAILED;
          case STOPPED -> State.STOPPED;
        };
    return new LaneRow(
        host, controlPlane, what, how, last, done, all, node, condition, since, Optional.of(at));
  }
}
