package io.github.kubeadmwizard.wizard.step.nodes;

import atlantafx.base.controls.ToggleSwitch;
import io.github.kubeadmwizard.cluster.HostSpec;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.ui.Late;
import io.github.kubeadmwizard.ui.Parts;
import io.github.kubeadmwizard.wizard.Page;
import io.github.kubeadmwizard.wizard.StepModel;
import io.github.kubeadmwizard.wizard.step.choice.ArgumentsTable;
import io.github.kubeadmwizard.wizard.step.choice.Beside;
import io.github.kubeadmwizard.wizard.step.choice.EntryField;
import io.github.kubeadmwizard.wizard.step.choice.Folded;
import io.github.kubeadmwizard.wizard.step.choice.Frame;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Decides by taints and labels what runs where. */
public final class NodesPage implements Page {
  private static final double NARROW = 760;
  private static final double PANEL = 328;
  private static final int NAMED = 4; // more are counted

  private final Parts parts;
  private final NodesModel model;
  private final Optional<LivingNodesModel> living;
  private final Frame frame;
  private final Late<NodeTable> table;
  private final Late<NodePanel> panel;
  private final Late<EntryField> maxPods = new Late<>(this::maxPods);
  private final Late<ArgumentsTable> arguments;

  /**
   * Over these models.
   *
   * @param living what the cluster has, once it stands; empty where none can be asked
   */
  public NodesPage(Parts parts, NodesModel model, Optional<LivingNodesModel> living) {
    this.parts = parts;
    this.model = model;
    this.living = living;
    frame =
        new Frame(parts, Message.of("choices.nodes.title"), Message.of("choices.nodes.sentence"));
    panel = new Late<>(() -> new NodePanel(parts, model));
    table = new Late<>(() -> new NodeTable(parts, model, add -> panel.get().toAdd(add)));
    arguments = new Late<>(() -> new ArgumentsTable(parts, model.kubelet().arguments()));
    frame.addLate(this::forAll);
    frame.addLate(
        () -> new Beside(panel.get().node(), PANEL, table.get().node(), false, NARROW).node(),
        panel,
        table);
    living.ifPresent(its -> frame.addLate(() -> new LivingNodesCard(parts, its).node()));
    frame.addLate(this::kubelet, maxPods, arguments);
  }

  private EntryField maxPods() {
    return new EntryField(
            parts, Message.of("choices.nodes.maxPods"), model.kubelet().maxPods(), "max-pods")
        .mono()
        .prompt("110")
        .width(240);
  }

  private Node kubelet() {
    return new Folded(
            parts,
            Message.of("choices.advanced"),
            Message.of("choices.nodes.advanced.inside"),
            "nodes-advanced")
        .differing(model.changes(), () -> model.kubelet().differing())
        .add(maxPods.get().node(), arguments.get().node())
        .node();
  }

  private Node forAll() {
    var toggle = new ToggleSwitch();
    toggle.setId("pods-on-control-planes");
    toggle.setAccessibleText(parts.say(Message.of("choices.nodes.forAll")));
    var title = new Label(parts.say(Message.of("choices.nodes.forAll")));
    title.getStyleClass().add("strong");
    title.setLabelFor(toggle);
    title.setOnMouseClicked(_ -> toggle.setSelected(!toggle.isSelected()));
    Label hint = parts.hint(Message.of("choices.nodes.forAll.off", 0, ""));
    model
        .changes()
        .when(parts.inUse())
        .subscribe(_ -> {
          toggle.setSelected(model.podsRunOnControlPlanes());
          hint.setText(parts.say(forAllHint()));
        });
    toggle
        .selectedProperty()
        .subscribe((_, wanted) -> {
          if (wanted != model.podsRunOnControlPlanes()) {
            model.letPodsRun(wanted);
          }
        });
    var words = new VBox(2, title, hint);
    HBox.setHgrow(words, Priority.ALWAYS);
    var row = new HBox(16, toggle, words);
    row.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    return Parts.card(row);
  }

  private Message forAllHint() {
    var planes =
        model.hosts().stream().filter(HostSpec::isControlPlane).map(HostSpec::label).toList();
    Object who =
        planes.size() <= NAMED ? planes : List.of(planes.getFirst(), "…", planes.getLast());
    return model.podsRunOnControlPlanes()
        ? Message.of("choices.nodes.forAll.on", planes.size(), who)
        : Message.of("choices.nodes.forAll.off", planes.size(), who);
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
    living.ifPresent(LivingNodesModel::look);
    frame.whenWhole(this::lead);
  }

  private void lead() {
    if (!leadToWrong()) {
      table.get().focus();
    }
  }

  @Override
  public boolean leave() {
    return !leadToWrong();
  }

  private boolean leadToWrong() {
    if (panel.get().leadToWrong()) {
      return true;
    }
    if (maxPods.get().isWrong()) {
      maxPods.get().lead();
      return true;
    }
    return arguments.get().leadToWrong();
  }
}
