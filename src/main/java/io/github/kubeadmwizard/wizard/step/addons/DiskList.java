package io.github.kubeadmwizard.wizard.step.addons;

import io.github.kubeadmwizard.check.DiskReasons;
import io.github.kubeadmwizard.facts.Disk;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.ui.Parts;
import io.github.kubeadmwizard.wizard.step.addons.RookModel.HostDisks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The disks of every host: blank ones can be ticked, the others say why they cannot. */
final class DiskList {
  private final Parts parts;
  private final RookModel model;
  private final VBox list = new VBox(14);
  private final List<Runnable> ticks = new ArrayList<>();
  private final List<CheckBox> free = new ArrayList<>();
  private List<HostDisks> shown = List.of();

  DiskList(Parts parts, RookModel model, ReadOnlyIntegerProperty changes) {
    this.parts = parts;
    this.model = model;
    list.setId("disks");
    changes.when(parts.inUse()).subscribe(_ -> follow());
  }

  Node node() {
    return list;
  }

  /** Where the user goes on: the first disk that can be ticked. */
  Optional<CheckBox> first() {
    return free.stream().findFirst();
  }

  /** Made anew only where there are other disks, so that the focus stays where it is. */
  private void follow() {
    List<HostDisks> now = model.hosts();
    if (!now.equals(shown)) {
      shown = now;
      ticks.clear();
      free.clear();
      list.getChildren().setAll(now.stream().map(this::host).toList());
    }
    ticks.forEach(Runnable::run);
  }

  private Node host(HostDisks host) {
    var name = Parts.label(host.host(), "strong");
    name.setGraphic(Parts.icon(Feather.SERVER, "quiet"));
    var box = new VBox(6, name);
    if (host.disks().isEmpty()) {
      box.getChildren().add(parts.hint(Message.of("choices.rook.notRead")));
    }
    host.gone().forEach(path -> box.getChildren().add(gone(host.host(), path)));
    for (Disk disk : host.disks().orElse(List.of())) {
      box.getChildren().add(row(host.host(), disk));
    }
    return box;
  }

  private Node row(String host, Disk disk) {
    var check = new CheckBox(title(disk));
    check.setId("disk-" + host + "-" + disk.name());
    check.setAccessibleText(host + ": " + title(disk) + ", " + disk.path());
    check.setOnAction(_ -> model.take(host, disk, check.isSelected()));
    boolean may = RookModel.mayBeTaken(disk);
    ticks.add(() -> {
      boolean takes = model.takes(host, disk);
      check.setSelected(takes);
      check.setDisable(!may && !takes);
    });
    if (may) {
      free.add(check);
    }
    var path = Parts.mono(disk.path());
    path.getStyleClass().add("quiet-text");
    path.setWrapText(true);
    var box = new VBox(2, line(check, tag(disk)), path);
    if (!may) {
      box.getChildren().add(reasons(disk));
    }
    path.setPadding(new Insets(0, 0, 0, 26));
    return box;
  }

  private String title(Disk disk) {
    String model = disk.model().isEmpty() ? disk.name() : disk.model();
    return parts.say(Message.of("choices.rook.disk", model, DiskReasons.size(disk), kind(disk)));
  }

  private static Message kind(Disk disk) {
    if (disk.removable()) {
      return Message.of("choices.rook.removable");
    }
    return Message.of(disk.rotational() ? "choices.rook.rotational" : "choices.rook.solid");
  }

  private Label tag(Disk disk) {
    var tag =
        new Label(
            parts.say(
                switch (disk.state()) {
                  case BLANK -> Message.of("choices.rook.blank");
                  case OURS -> Message.of("choices.rook.ours");
                  case USED -> Message.of("choices.rook.used");
                }));
    boolean used = disk.state() == Disk.State.USED;
    tag.setGraphic(Parts.icon(used ? Feather.LOCK : Feather.CHECK_CIRCLE, used ? "quiet" : "good"));
    tag.getStyleClass().addAll("small", "quiet-text");
    tag.setMinWidth(Region.USE_PREF_SIZE);
    return tag;
  }

  private static HBox line(CheckBox check, Label tag) {
    check.setWrapText(true);
    var row = new HBox(8, check, Parts.grow(), tag);
    HBox.setHgrow(check, Priority.SOMETIMES);
    return row;
  }

  private Node reasons(Disk disk) {
    var said = parts.hint(Message.of("choices.rook.because", DiskReasons.of(disk)));
    said.setPadding(new Insets(0, 0, 0, 26));
    return said;
  }

  /** It can only be given up. */
  private Node gone(String host, String path) {
    var said = parts.hint(Message.of("choices.rook.gone", path));
    said.setGraphic(Parts.icon(Feather.ALERT_TRIANGLE, "attention"));
    var away =
        parts.iconButton(
            Message.of("choices.rook.forget", path), Feather.X, () -> model.forget(host, path));
    return new HBox(8, said, Parts.grow(), away);
  }
}
