package io.github.kubeadmwizard.wizard.step.ready;

import io.github.kubeadmwizard.running.PodLine;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.ui.Parts;
import io.github.kubeadmwizard.wizard.step.choice.Folded;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What runs: the pods of all namespaces, and one of them to read. */
final class PodsCard {
  private static final double ROW = 46;
  private static final double MOST_ROWS = 7;

  private final Parts parts;
  private final PodsModel model;
  private final TextField filter = new TextField();
  private final Button again;
  private final ListView<PodLine> list = new ListView<>();
  private final Label said;
  private final VBox all;
  private final Folded folded;

  PodsCard(Parts parts, PodsModel model) {
    this.parts = parts;
    this.model = model;
    again = parts.button(Message.of("wizard.ready.again"), Feather.REFRESH_CW, model::look);
    said = parts.hint(Message.of("wizard.ready.asking"));
    said.setId("pods-said");
    prepare();
    all = new VBox(8, Parts.row(filter, Parts.grow(), again), said, list);
    var one = new PodPane(parts, model);
    folded =
        new Folded(
                parts,
                Message.of("wizard.ready.pods"),
                Message.of("wizard.ready.pods.short"),
                "pods")
            .add(all, one.node());
    folded.whenOpened(model::look);
    model.listed().when(parts.inUse()).subscribe(_ -> show());
    model.chosen().when(parts.inUse()).subscribe(this::turn);
  }

  Node node() {
    return folded.node();
  }

  private void prepare() {
    String prompt = parts.say(Message.of("wizard.ready.pods.filter"));
    filter.setPromptText(prompt);
    filter.setAccessibleText(prompt);
    filter.setId("pods-filter");
    filter.setPrefWidth(340);
    filter.textProperty().subscribe((_, _) -> show());
    list.setId("pods-list");
    list.setAccessibleText(parts.say(Message.of("wizard.ready.pods")));
    list.getStyleClass().add("host-list");
    list.setFixedCellSize(ROW);
    list.setCellFactory(_ -> new PodCell(parts));
    list.setOnMouseClicked(_ -> choose());
    list.setOnKeyPressed(key -> {
      if (key.getCode() == KeyCode.ENTER) {
        key.consume();
        choose();
      }
    });
    HBox.setHgrow(list, Priority.ALWAYS);
  }

  private void choose() {
    Optional.ofNullable(list.getSelectionModel().getSelectedItem()).ifPresent(model::choose);
  }

  /** The list makes room for the one that is read. */
  private void turn(Optional<PodsModel.Chosen> chosen) {
    boolean back = !all.isVisible() && chosen.isEmpty();
    all.setVisible(chosen.isEmpty());
    all.setManaged(chosen.isEmpty());
    if (back) {
      list.getSelectionModel().clearSelection();
      list.requestFocus();
    }
  }

  private void show() {
    PodsModel.Listed now = model.listed().get();
    again.setDisable(now.busy());
    String wanted = filter.getText().strip().toLowerCase(Locale.ROOT);
    List<PodLine> pods =
        now.pods().orElse(List.of()).stream().filter(pod -> isWanted(pod, wanted)).toList();
    list.getItems().setAll(pods);
    double height = ROW * Math.clamp(pods.size(), 1, MOST_ROWS) + 2;
    list.setMinHeight(height);
    list.setPrefHeight(height);
    list.setVisible(!pods.isEmpty());
    list.setManaged(!pods.isEmpty());
    said.setText(parts.say(sentence(now, pods)));
  }

  private static boolean isWanted(PodLine pod, String wanted) {
    return (pod.path() + " " + pod.state() + " " + pod.node())
        .toLowerCase(Locale.ROOT)
        .contains(wanted);
  }

  private static Message sentence(PodsModel.Listed now, List<PodLine> pods) {
    if (now.trouble().isPresent()) {
      return now.trouble().get();
    }
    if (now.pods().isEmpty()) {
      return Message.of("wizard.ready.asking");
    }
    long ill = pods.stream().filter(pod -> !pod.isWell()).count();
    return ill == 0
        ? Message.of("wizard.ready.pods.well", pods.size())
        : Message.of("wizard.ready.pods.ill", ill, pods.size());
  }
}
