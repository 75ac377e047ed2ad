package io.github.kubeadmwizard.install;

import io.github.kubeadmwizard.engine.Action;
import java.util.List;
import java.util.Set;

/** Joins the workers side by side; one that fails leaves only its own lane. */
final class JoinWorkers implements InstallPhase {
  @Override
  public String id() {
    return "join-workers";
  }

  @Override
  public List<Node> nodes(Ground ground) {
    return ground.workers();
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
