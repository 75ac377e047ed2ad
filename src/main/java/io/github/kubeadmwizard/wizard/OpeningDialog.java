package io.github.kubeadmwizard.wizard;

import io.github.kubeadmwizard.ui.Pieces;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.scene.layout.Pane;
import javafx.stage.Window;
import javafx.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * A dialogue whose window is there before what is in it, which comes part by part: to show all of
 * it for the first time takes several frames.
 */
final class OpeningDialog {
  private static final double MARGIN = 14;
  private final Dialog<String> dialog = new Dialog<>();
  private final DialogPane pane = dialog.getDialogPane();
  private final Pieces pieces;

  /**
   * Over this window.
   *
   * @param width of what is in it, in pixels; nothing in it is known yet when it opens
   * @param height the same
   */
  OpeningDialog(Window owner, String title, double width, double height) {
    pieces = Pieces.spreadWhile(owner::isShowing);
    dialog.initOwner(owner);
    dialog.setTitle(title);
    dialog.setResizable(true);
    pane.setPrefSize(width, height);
  }

  DialogPane pane() {
    return pane;
  }

  void show() {
    dialog.show();
  }

  /** Shows it and waits for what its user answers. */
  Optional<String> answer(Callback<ButtonType, @Nullable String> pressed) {
    dialog.setResultConverter(pressed);
    return dialog.showAndWait();
  }

  /**
   * What comes once the window is there.
   *
   * @param box arranges these parts
   * @param buttons below it
   * @param whole is run with the buttons there
   */
  void holds(Pane box, List<? extends Node> parts, List<ButtonType> buttons, Runnable whole) {
    box.setPadding(new Insets(MARGIN, MARGIN, 0, MARGIN));
    dialog.setOnShown(_ -> {
      pieces.then(() -> pane.setContent(box));
      parts.forEach(part -> pieces.thenAlone(() -> box.getChildren().add(part)));
      pieces.thenAlone(() -> {
        pane.getButtonTypes().addAll(buttons);
        whole.run();
      });
    });
    dialog.setOnHidden(_ -> pieces.end());
  }
}
