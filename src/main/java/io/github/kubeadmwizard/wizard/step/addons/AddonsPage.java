package io.github.kubeadmwizard.wizard.step.addons;

import io.github.kubeadmwizard.cluster.AddonSpec;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.ui.Late;
import io.github.kubeadmwizard.ui.Parts;
import io.github.kubeadmwizard.wizard.Page;
import io.github.kubeadmwizard.wizard.StepModel;
import io.github.kubeadmwizard.wizard.step.choice.Columns;
import io.github.kubeadmwizard.wizard.step.choice.Frame;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Chooses what runs on the cluster besides what every cluster has. */
public final class AddonsPage implements Page {
  private static final int CARDS_IN_A_ROW = 2;
  private static final double NARROW = 620;

  private final Parts parts;
  private final AddonsModel model;
  private final Frame frame;
  private final AddonOptions options;
  private final Late<AddonCard> first;
  private final Late<AddonCard> storage;

  /** Over this model; files are picked by this. */
  public AddonsPage(Parts parts, AddonsModel model, Supplier<Optional<Path>> file) {
    this.parts = parts;
    this.model = model;
    frame =
        new Frame(parts, Message.of("choices.addons.title"), Message.of("choices.addons.sentence"));
    options = new AddonOptions(parts, model);
    first =
        card(AddonSpec.Name.DASHBOARD, Message.of("choices.addons.headlamp"), options::dashboard);
    storage = card(AddonSpec.Name.ROOK, Message.of("choices.addons.rook"), options::rook);
    cards();
    frame.addLate(() -> storage.get().node(), storage);
    frame.addLate(() -> new OwnManifests(parts, model, file).node());
    frame.addLate(this::there);
    frame.addLate(this::elsewhere);
  }

  private void cards() {
    var cards =
        List.of(
            first,
            card(
                AddonSpec.Name.METRICS_SERVER,
                Message.of("choices.addons.metrics"),
                options::metricsServer),
            card(
                AddonSpec.Name.LOCAL_PATH,
                Message.of("choices.addons.localPath"),
                options::localPath),
            card(AddonSpec.Name.NFS, Message.of("choices.addons.nfs"), options::nfs),
            card(AddonSpec.Name.METALLB, Message.of("choices.addons.metallb"), options::metalLb),
            card(AddonSpec.Name.INGRESS, Message.of("choices.addons.ingress"), options::ingress),
            card(
                AddonSpec.Name.PROMETHEUS,
                Message.of("choices.addons.prometheus"),
                options::prometheus),
            card(AddonSpec.Name.LOGS, Message.of("choices.addons.logs"), options::logs),
            card(AddonSpec.Name.HELM, Message.of("choices.addons.helm"), List::of));
    frame.addLate(
        () ->
            Columns.folding(
                CARDS_IN_A_ROW,
                NARROW,
                cards.stream().map(card -> card.get().node()).toArray(Node[]::new)),
        cards.toArray(Late<?>[]::new));
  }

  private Late<AddonCard> card(AddonSpec.Name name, Message about, Supplier<List<Node>> inside) {
    return new Late<>(() -> new AddonCard(parts, model, name, about, inside.get()));
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
    return parts.body(text, Feather.CHECK_CIRCLE, "good");
  }

  private Node elsewhere() {
    var cards =
        Arrays.stream(Elsewhere.values())
            .map(one -> (Node) new VBox(2, name(one.title()), parts.hint(one.about())))
            .toArray(Node[]::new);
    return new VBox(
        8,
        parts.section(Message.of("choices.addons.elsewhere")),
        parts.hint(Message.of("choices.addons.elsewhere.hint")),
        Parts.card(Columns.in(CARDS_IN_A_ROW, cards)));
  }

  private static Label name(String title) {
    var name = Parts.label(title, "strong");
    name.setGraphic(Parts.icon(Feather.LOCK, "quiet"));
    return name;
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
    frame.whenWhole(this::lead);
  }

  private void lead() {
    if (!leadToWrong()) {
      Frame.lead(first.get().check());
    }
  }

  @Override
  public boolean leave() {
    return !leadToWrong();
  }

  private boolean leadToWrong() {
    var wrong = options.wrong();
    wrong.stream().findFirst().ifPresent(field -> field.lead());
    if (wrong.isEmpty() && model.rook().wrong().isPresent()) {
      Frame.lead(options.firstDisk().orElseGet(() -> storage.get().check()));
      return true;
    }
    return !wrong.isEmpty();
  }
}
