package io.github.kubeadmwizard.install;

import io.github.kubeadmwizard.engine.Action;
import io.github.kubeadmwizard.engine.PlannedPhase.Order;
import java.util.List;
import java.util.Set;

/** Joins further control planes, one at a time: etcd takes one new member at once. */
final class JoinControlPlanes implements InstallPhase {
  @Override
  public String id() {
    return "join-control-planes";
  }

  @Override
  public List<Node> nodes(Ground ground) {
    return ground.joiningControlPlanes();
  }

  @Override
  public Order order() {
    return Order.ONE_AT_A_TIME;
  }

  @Override
  public Set<Gate> waitsFor() {
    return Set.of(Gate.API_ANSWERS);
  }

  @Override
  public Set<Gate> settles() {
    return Set.of(Gate.JOINED);
  }

  @Override
  public List<Action> actions(Ground ground, Node node) {
    return Joining.actions(ground, node);
  }
}
