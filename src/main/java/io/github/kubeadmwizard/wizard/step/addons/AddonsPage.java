package io.github.kubeadmwizard.wizard.step.addons;

import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.ui.Parts;
import io.github.kubeadmwizard.wizard.Page;
import io.github.kubeadmwizard.wizard.StepModel;
import io.github.kubeadmwizard.wizard.step.choice.Columns;
import io.github.kubeadmwizard.wizard.step.choice.Frame;
import java.util.Arrays;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Says what the cluster has on day one, and what is still to come. */
public final class AddonsPage implements Page {
  private static final int CARDS_IN_A_ROW = 2;

  private final Parts parts;
  private final AddonsModel model;
  private final Frame frame;
  private final Button leaveOut;

  /** Add-ons that are still to come. */
  private enum Coming {
    HEADLAMP("Headlamp"),
    METRICS("metrics-server"),
    ROOK("Rook Ceph"),
    LOCAL_PATH("local-path-provisioner"),
    GATEWAY("Traefik"),
    METALLB("MetalLB"),
    PROMETHEUS("Prometheus"),
    HELM("Helm");

    private final String title;

    Coming(String title) {
      this.title = title;
    }

    Message about() {
      return switch (this) {
        case HEADLAMP -> Message.of("choices.addons.headlamp");
        case METRICS -> Message.of("choices.addons.metrics");
        case ROOK -> Message.of("choices.addons.rook");
        case LOCAL_PATH -> Message.of("choices.addons.localPath");
        case GATEWAY -> Message.of("choices.addons.gateway");
        case METALLB -> Message.of("choices.addons.metallb");
        case PROMETHEUS -> Message.of("choices.addons.prometheus");
        case HELM -> Message.of("choices.addons.helm");
      };
    }
  }

  /** Over this model. */
  public AddonsPage(Parts parts, AddonsModel model) {
    this.parts = parts;
    this.model = model;
    frame =
        new Frame(parts, Message.of("choices.addons.title"), Message.of("choices.addons.sentence"));
    leaveOut = parts.button(Message.of("choices.addons.leaveOut"), Feather.SLASH, model::leaveOut);
    leaveOut.setId("leave-out");
    frame.add(refused(), there(), coming());
  }

  private Node refused() {
    Label said = parts.body(Message.of("choices.addons.refused", ""));
    said.setGraphic(Parts.icon(Feather.X_OCTAGON, "bad"));
    var box = Parts.card(said, leaveOut);
    box.managedProperty().bind(box.visibleProperty());
    model
        .changes()
        .when(parts.inUse())
        .subscribe(_ -> {
          said.setText(parts.say(Message.of("choices.addons.refused", model.refused())));
          box.setVisible(!model.refused().isEmpty());
        });
    return box;
  }

  private Node there() {
    var box = new VBox(8, parts.section(Message.of("choices.addons.there")));
    Label network = line(Message.of("choices.addons.there.network"));
    network.managedProperty().bind(network.visibleProperty());
    model.changes().when(parts.inUse()).subscribe(_ -> network.setVisible(model.hasPodNetwork()));
    box.getChildren()
        .addAll(
            line(Message.of("choices.addons.there.dns")),
            line(Message.of("choices.addons.there.proxy")),
            network);
    return box;
  }

  private Label line(Message text) {
    var line = parts.body(text);
    line.setGraphic(Parts.icon(Feather.CHECK_CIRCLE, "good"));
    return line;
  }

  private Node coming() {
    var cards =
        Arrays.stream(Coming.values())
            .map(one -> (Node) new VBox(2, name(one.title), parts.hint(one.about())))
            .toArray(Node[]::new);
    return new VBox(
        8,
        parts.section(Message.of("choices.addons.coming")),
        parts.hint(Message.of("choices.addons.coming.hint")),
        Parts.card(Columns.in(CARDS_IN_A_ROW, cards)));
  }

  private static Label name(String title) {
    return Parts.label(title, "strong");
  }

  @Override
  public StepModel model() {
    return model;
  }

  @Override
  public Node node() {
    return frame.node();
  }

  @Override
  public void shown() {
    model.look();
    leadToWrong();
  }

  @Override
  public boolean leave() {
    return !leadToWrong();
  }

  private boolean leadToWrong() {
    boolean wrong = !model.refused().isEmpty();
    if (wrong) {
      Frame.lead(leaveOut);
    }
    return wrong;
  }
}
