package io.github.kubeadmwizard.wizard;

import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.text.Words;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.controlsfx.control.Notifications;

/** Asks in windows of their own, in the language of the moment. */
final class ScreenDialogs implements ClusterDialogs {
  private static final double NAME_WIDTH = 420;
  private static final double NAME_HEIGHT = 130;
  private static final double GAP = 10;

  private final Window owner;
  private final Supplier<Words> words;

  ScreenDialogs(Window owner, Supplier<Words> words) {
    this.owner = owner;
    this.words = words;
  }

  private String say(Message message) {
    return words.get().say(message);
  }

  @Override
  public Optional<String> name(String before) {
    var field = new TextField(before);
    field.setId("name");
    HBox.setHgrow(field, Priority.ALWAYS);
    var label = new Label(say(Message.of("wizard.clusters.name")));
    label.setLabelFor(field);
    label.setMinWidth(Region.USE_PREF_SIZE);
    var dialog =
        new OpeningDialog(
            owner, say(Message.of("wizard.clusters.rename")), NAME_WIDTH, NAME_HEIGHT);
    var row = new HBox(GAP);
    row.setAlignment(Pos.CENTER_LEFT);
    dialog.holds(
        row, List.of(label, field), List.of(ButtonType.OK, ButtonType.CANCEL), field::requestFocus);
    return dialog
        .answer(pressed -> pressed == ButtonType.OK ? field.getText() : null)
        .map(String::strip)
        .filter(name -> !name.equals(before));
  }

  @Override
  public Optional<Path> fileToOpen() {
    return path(chooser().showOpenDialog(owner));
  }

  @Override
  public Optional<Path> anyFile() {
    return path(new FileChooser().showOpenDialog(owner));
  }

  @Override
  public Optional<String> pasted() {
    return new TextDialogs(owner, words.get()).pasted();
  }

  @Override
  public void report(Message head, List<String> lines) {
    Platform.runLater(() -> new TextDialogs(owner, words.get()).report(head, lines));
  }

  @Override
  public Optional<Path> fileToSave(String suggested) {
    FileChooser chooser = chooser();
    chooser.setInitialFileName(suggested);
    return path(chooser.showSaveDialog(owner));
  }

  private FileChooser chooser() {
    var chooser = new FileChooser();
    chooser
        .getExtensionFilters()
        .add(
            new FileChooser.ExtensionFilter(
                say(Message.of("wizard.clusters.files")), "*.yaml", "*.yml"));
    return chooser;
  }

  @Override
  public Optional<Path> directory() {
    return path(new DirectoryChooser().showDialog(owner));
  }

  private static Optional<Path> path(@org.jspecify.annotations.Nullable File file) {
    return Optional.ofNullable(file).map(File::toPath);
  }

  @Override
  public boolean agreed(Message question, Message yes) {
    var button = new ButtonType(say(yes), ButtonBar.ButtonData.OK_DONE);
    var alert = new Alert(Alert.AlertType.CONFIRMATION, say(question), button, ButtonType.CANCEL);
    alert.initOwner(owner);
    alert.setTitle(say(Message.of("wizard.title")));
    alert.setHeaderText(null);
    return alert.showAndWait().filter(button::equals).isPresent();
  }

  @Override
  public void notice(Message message, boolean good) {
    var notice = Notifications.create().title(say(Message.of("wizard.title"))).text(say(message));
    if (good) {
      notice.showInformation();
    } else {
      notice.showWarning();
    }
  }

  @Override
  public void tell(Message message) {
    Platform.runLater(() -> {
      var alert = new Alert(Alert.AlertType.NONE, say(message), ButtonType.OK);
      alert.initOwner(owner);
      alert.setTitle(say(Message.of("wizard.title")));
      alert.setResizable(true);
      alert.show();
    });
  }
}
