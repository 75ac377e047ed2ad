package io.github.kubeadmwizard.wizard.step.runtime;

import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.ui.Parts;
import io.github.kubeadmwizard.wizard.step.choice.EntryField;
import io.github.kubeadmwizard.wizard.step.choice.Frame;
import io.github.kubeadmwizard.wizard.step.choice.Pick;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Official registries, a mirror, or a repository of one's own, which has its field. */
final class ImageFields {
  private final ImagePlaces places;
  private final Pick<Place> pick;
  private final EntryField repository;
  private final VBox box;

  ImageFields(Parts parts, ImagePlaces places, ObservableValue<?> changes) {
    this.places = places;
    Label wrong = Parts.label("", "field-error");
    wrong.managedProperty().bind(wrong.visibleProperty());
    wrong.setId("images-from-error");
    changes
        .when(parts.inUse())
        .subscribe(_ -> {
          wrong.setText(places.wrong().map(parts::say).orElse(""));
          wrong.setVisible(places.wrong().isPresent());
        });
    pick =
        PlacePick.of(
                parts,
                Message.of("choices.runtime.images"),
                places.places(),
                Message.of("choices.runtime.images.official"),
                places.place(),
                "images-from")
            .hint(wrong)
            .hint(parts.hint(Message.of("choices.runtime.images.what")));
    repository =
        new EntryField(
                parts,
                Message.of("choices.runtime.images.repository"),
                places.repository(),
                "images")
            .hint(parts.hint(Message.of("choices.runtime.images.hint")));
    box = Parts.card(repository.node());
    box.getStyleClass().add("subtle");
    box.visibleProperty().bind(places.counts());
    box.managedProperty().bind(places.counts());
  }

  Pick<Place> pick() {
    return pick;
  }

  Stream<EntryField> counting() {
    return places.counts().get() ? Stream.of(repository) : Stream.empty();
  }

  /** Goes to the choice where the mirror does not go with the others. */
  boolean lead() {
    boolean wrong = places.wrong().isPresent();
    if (wrong) {
      Frame.lead(pick.box());
    }
    return wrong;
  }

  Node node() {
    return box;
  }
}
