package io.github.kubeadmwizard.wizard.step.cni;

import io.github.kubeadmwizard.engine.Problem;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.ui.Parts;
import io.github.kubeadmwizard.ui.YamlView;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** A button that shows the objects below it, before anything is applied. */
final class ManifestView {
  private static final double HEIGHT = 360;
  private static final double SPINNER = 18;

  private final Parts parts;
  private final ManifestPreview preview;
  private final VBox below = new VBox(8);
  private final Button button;
  private final VBox box;

  /**
   * @param changes tells that the choices changed
   */
  ManifestView(Parts parts, ManifestPreview preview, ObservableValue<?> changes) {
    this.parts = parts;
    this.preview = preview;
    button = parts.button(Message.of("choices.cni.show"), Feather.FILE_TEXT, this::pressed);
    button.setId("cni-show");
    box = new VBox(8, button, below);
    below.setId("cni-manifest-shown");
    changes.when(parts.inUse()).subscribe(_ -> button.setDisable(!preview.isPossible()));
    preview.state().when(parts.inUse()).subscribe(this::show);
  }

  private void pressed() {
    if (preview.state().get() instanceof ManifestPreview.State.There) {
      preview.hide();
    } else {
      preview.look();
    }
  }

  private void show(ManifestPreview.State state) {
    boolean there = state instanceof ManifestPreview.State.There;
    button.setText(
        parts.say(there ? Message.of("choices.cni.hide") : Message.of("choices.cni.show")));
    below
        .getChildren()
        .setAll(
            switch (state) {
              case ManifestPreview.State.Hidden() -> List.<Node>of();
              case ManifestPreview.State.Looking() -> List.<Node>of(looking());
              case ManifestPreview.State.There(String text) -> List.<Node>of(view(text));
              case ManifestPreview.State.Failed(Problem problem) -> failed(problem);
            });
  }

  private Node looking() {
    var spinner = new ProgressIndicator();
    spinner.setPrefSize(SPINNER, SPINNER);
    return Parts.row(spinner, parts.hint(Message.of("choices.cni.fetching")));
  }

  private Node view(String text) {
    var view = new YamlView(parts.words(), parts.pieces());
    view.setPrefHeight(HEIGHT);
    view.setMinHeight(HEIGHT);
    view.show(text, List.of());
    return view;
  }

  private List<Node> failed(Problem problem) {
    var what = Parts.label(parts.say(problem.what()), "small");
    what.setGraphic(Parts.icon(Feather.ALERT_TRIANGLE, "attention"));
    return List.of(what, parts.hint(problem.why()), parts.hint(problem.remedy()));
  }

  Node node() {
    return box;
  }
}
