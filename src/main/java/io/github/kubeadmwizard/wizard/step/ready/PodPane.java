package io.github.kubeadmwizard.wizard.step.ready;

import io.github.kubeadmwizard.running.PodContainer;
import io.github.kubeadmwizard.running.PodText;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.ui.CopyButton;
import io.github.kubeadmwizard.ui.Parts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** One pod: what its containers wrote, what happened to it, and its description. */
final class PodPane {
  private static final double HEIGHT = 300;

  private final Parts parts;
  private final PodsModel model;
  private final TextArea text = new TextArea();
  private final VBox box = new VBox(8);

  PodPane(Parts parts, PodsModel model) {
    this.parts = parts;
    this.model = model;
    text.setId("pod-text");
    text.setEditable(false);
    text.getStyleClass().add("mono");
    text.setPrefHeight(HEIGHT);
    text.setMinHeight(HEIGHT);
    box.managedProperty().bind(box.visibleProperty());
    model.chosen().when(parts.inUse()).subscribe(this::show);
  }

  Node node() {
    return box;
  }

  private void show(Optional<PodsModel.Chosen> chosen) {
    box.setVisible(chosen.isPresent());
    chosen.ifPresent(this::show);
  }

  private void show(PodsModel.Chosen now) {
    var back = parts.button(Message.of("wizard.ready.pods.back"), Feather.ARROW_LEFT, model::leave);
    back.setId("pods-back");
    var name = Parts.label(now.pod().path(), "strong");
    var again =
        parts.button(
            Message.of("wizard.ready.again"), Feather.REFRESH_CW, () -> model.read(now.what()));
    again.setDisable(now.text().isEmpty());
    var rows = new ArrayList<Node>();
    rows.add(
        Parts.row(back, name, Parts.grow(), new CopyButton(parts.words(), text::getText), again));
    rows.add(choices(now));
    now.trouble().ifPresent(why -> rows.add(parts.body(why, Feather.ALERT_TRIANGLE, "attention")));
    text.setAccessibleText(now.pod().path());
    now.text()
        .ifPresentOrElse(
            this::put, () -> text.setText(parts.say(Message.of("wizard.ready.asking"))));
    rows.add(text);
    if (!box.getChildren().contains(text)) {
      box.getChildren().setAll(rows);
      text.requestFocus();
    } else {
      boolean focused = text.isFocused();
      box.getChildren().setAll(rows);
      if (focused) {
        text.requestFocus();
      }
    }
  }

  /** Logs are read from their end. */
  private void put(String shown) {
    text.setText(
        shown.isBlank() ? parts.say(Message.of("wizard.ready.pods.empty")) : printable(shown));
    if (model.chosen().get().filter(c -> c.what() instanceof PodText.Logs).isPresent()) {
      text.positionCaret(text.getLength());
      text.setScrollTop(Double.MAX_VALUE);
    } else {
      text.positionCaret(0);
      text.setScrollTop(0);
    }
  }

  private static String printable(String shown) {
    return shown
        .replaceAll("\u001b\\[[0-9;?]*[A-Za-z]", "")
        .replaceAll("[\\p{Cntrl}&&[^\n\t]]", " ");
  }

  private Node choices(PodsModel.Chosen now) {
    var row = new FlowPane(8, 8);
    for (PodContainer container : now.containers()) {
      row.getChildren().add(choice(words(container), PodsModel.logs(container), now));
      if (container.restarts() > 0) {
        row.getChildren()
            .add(
                choice(
                    Message.of("wizard.ready.pods.previous", container.name()),
                    new PodText.Logs(container.name(), true, PodsModel.LINES),
                    now));
      }
    }
    List.of(
            choice(Message.of("wizard.ready.pods.events"), new PodText.Events(), now),
            choice(Message.of("wizard.ready.pods.describe"), new PodText.Describe(), now))
        .forEach(row.getChildren()::add);
    return row;
  }

  private static Message words(PodContainer container) {
    return container.init()
        ? Message.of("wizard.ready.pods.initLogs", container.name())
        : Message.of("wizard.ready.pods.logs", container.name());
  }

  private ToggleButton choice(Message words, PodText what, PodsModel.Chosen now) {
    var button = new ToggleButton(parts.say(words));
    button.setId(
        switch (what) {
          case PodText.Logs logs ->
              (logs.previous() ? "pod-before-" : "pod-logs-") + logs.container();
          case PodText.Events _ -> "pod-events";
          case PodText.Describe _ -> "pod-describe";
        });
    button.setSelected(what.equals(now.what()));
    button.setOnAction(_ -> {
      button.setSelected(what.equals(now.what()));
      model.read(what);
    });
    return button;
  }
}
