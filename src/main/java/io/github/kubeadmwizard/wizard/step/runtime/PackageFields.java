package io.github.kubeadmwizard.wizard.step.runtime;

import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.ui.Parts;
import io.github.kubeadmwizard.wizard.step.choice.Columns;
import io.github.kubeadmwizard.wizard.step.choice.EntryField;
import io.github.kubeadmwizard.wizard.step.choice.Pick;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Official repositories, a mirror, or own addresses, whose fields show only when they count. */
final class PackageFields {
  private final Pick<Place> pick;
  private final PackagePlaces places;
  private final EntryField kubernetes;
  private final EntryField docker;
  private final EntryField files;
  private final EntryField bundle;
  private final VBox box;

  PackageFields(Parts parts, PackagePlaces places) {
    this.places = places;
    Label hint = parts.hint(Message.of("choices.runtime.packages.hint"));
    pick =
        PlacePick.of(
                parts,
                Message.of("choices.runtime.packages"),
                places.places(),
                Message.of("choices.runtime.packages.official"),
                places.place(),
                "packages")
            .hint(hint);
    kubernetes =
        new EntryField(
                parts,
                Message.of("choices.runtime.packages.kubernetes"),
                places.kubernetes(),
                "packages-kubernetes")
            .prompt("https://pkgs.k8s.io/core:/stable:")
            .hint(parts.hint(Message.of("choices.runtime.packages.kubernetes.hint")));
    docker =
        new EntryField(
                parts,
                Message.of("choices.runtime.packages.docker"),
                places.docker(),
                "packages-docker")
            .prompt("https://download.docker.com")
            .hint(parts.hint(Message.of("choices.runtime.packages.docker.hint")));
    files =
        new EntryField(
                parts,
                Message.of("choices.runtime.packages.files"),
                places.files(),
                "packages-files")
            .prompt(parts.say(Message.of("choices.runtime.packages.files.none")))
            .hint(parts.hint(Message.of("choices.runtime.packages.files.hint")));
    bundle =
        new EntryField(
                parts,
                Message.of("choices.runtime.packages.bundle"),
                places.bundle(),
                "packages-bundle")
            .prompt(parts.say(Message.of("choices.runtime.packages.bundle.none")))
            .hint(parts.hint(Message.of("choices.runtime.packages.bundle.hint")));
    box = Parts.card(Columns.in(2, kubernetes.node(), docker.node(), files.node(), bundle.node()));
    box.getStyleClass().add("subtle");
    box.visibleProperty().bind(places.counts());
    box.managedProperty().bind(places.counts());
  }

  Pick<Place> pick() {
    return pick;
  }

  Stream<EntryField> counting() {
    return places.counts().get() ? Stream.of(kubernetes, docker, files, bundle) : Stream.empty();
  }

  Node node() {
    return box;
  }
}
