package io.github.kubeadmwizard.install;

import io.github.kubeadmwizard.engine.Action;
import io.github.kubeadmwizard.engine.Action.RunScript;
import io.github.kubeadmwizard.engine.Var;
import io.github.kubeadmwizard.text.Message;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Pulls what a node will run before it is needed: on the workers while the control plane starts, on
 * the first control plane only what kubeadm itself waits for.
 */
final class PullImages implements InstallPhase {
  @Override
  public String id() {
    return "pull-images";
  }

  @Override
  public List<Node> nodes(Ground ground) {
    return ground.nodes();
  }

  @Override
  public List<Action> actions(Ground ground, Node node) {
    List<String> images = images(ground, node);
    return List.of(
        pull("images", Message.of("install.action.images", images.size()), images, ground));
  }

  /** What a node runs as soon as it is one. */
  static List<String> images(Ground ground, Node node) {
    var images = new ArrayList<String>();
    if (node.isControlPlane()) {
      images.addAll(ground.images().controlPlane());
    }
    images.addAll(ground.images().everyNode());
    return images;
  }

  /** Pulls these, as far as they are not there. */
  static Action pull(String id, Message title, List<String> images, Ground ground) {
    return RunScript.of(
            id,
            title,
            "images-pull.sh",
            Map.of(
                "IMAGES", Var.of(String.join("\n", images)),
                "SOCKET", Var.of(ground.spec().runtime().criSocket()),
                "DOCKER_ACCOUNTS", Var.of(dockerAccounts(ground))))
        .within(Duration.ofMinutes(60));
  }

  /** Docker takes an account from whoever asks it, not from a configuration of its own. */
  private static String dockerAccounts(Ground ground) {
    return ground.spec().runtime().isDocker() && !DockerSetup.keys(ground).isEmpty()
        ? DockerSetup.ACCOUNTS
        : "";
  }
}
