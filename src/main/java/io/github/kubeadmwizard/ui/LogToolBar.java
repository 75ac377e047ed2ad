package io.github.kubeadmwizard.ui;

import atlantafx.base.theme.Styles;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntConsumer;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What stands above the log: filters, search, following, copying and saving. */
final class LogToolBar extends HBox {
  /** Below this width the buttons have icons alone. */
  private static final double NARROW = 800;

  private final Words words;
  private final LogModel model;
  private final ComboBox<Optional<String>> host = LateList.of(new ComboBox<>());
  private final ComboBox<LogLevel> level = LateList.of(new ComboBox<>());
  private final SearchBar search;
  private final CopyButton copy;
  private final Button save;
  private final Label notice = new Label();
  private final PauseTransition noticed = new PauseTransition(Duration.seconds(8));

  LogToolBar(Words words, LogModel model, LogActions actions, IntConsumer step) {
    super(8);
    this.words = words;
    this.model = model;
    getStyleClass().add("line-tools");
    setAlignment(Pos.CENTER_LEFT);
    search = new SearchBar(words, model.searchProperty(), model.countProperty(), step);
    copy = new CopyButton(words, actions::copy);
    save = saveButton(actions);
    setUpFilters();
    setUpNotice();
    setHgrow(search, Priority.SOMETIMES);
    getChildren().addAll(host, level, search, space(), follow(), copy, save);
    widthProperty().subscribe(width -> narrow(width.doubleValue() < NARROW));
  }

  SearchBar search() {
    return search;
  }

  Label notice() {
    return notice;
  }

  void copy() {
    copy.fire();
  }

  /** These hosts can be chosen. */
  void offer(List<String> hosts) {
    var choices = new ArrayList<Optional<String>>();
    choices.add(Optional.empty());
    hosts.forEach(name -> choices.add(Optional.of(name)));
    var chosen = model.filterProperty().get().host();
    if (!choices.contains(chosen)) {
      choices.add(chosen);
    }
    if (!choices.equals(host.getItems())) {
      host.getItems().setAll(choices);
      host.setValue(chosen);
    }
  }

  private void setUpFilters() {
    offer(List.of());
    setUp(
        host,
        "ui.log.host",
        112,
        chosen -> chosen.orElseGet(() -> words.say(Message.of("ui.log.allHosts"))));
    level.getItems().setAll(LogLevel.values());
    setUp(level, "ui.log.level", 140, this::sentence);
    show(model.filterProperty().get());
    host.valueProperty().subscribe(chosen -> filter());
    level.valueProperty().subscribe(chosen -> filter());
  }

  /** Shows that this is the filter. */
  void show(LogFilter filter) {
    offer(model.store().hosts());
    host.setValue(filter.host());
    level.setValue(filter.atLeast());
  }

  private void filter() {
    if (host.getValue() != null && level.getValue() != null) {
      model.filterProperty().set(new LogFilter(host.getValue(), level.getValue()));
    }
  }

  private String sentence(LogLevel least) {
    return words.say(
        switch (least) {
          case INFO -> Message.of("ui.log.fromInfo");
          case WARN -> Message.of("ui.log.fromWarn");
          case ERROR -> Message.of("ui.log.fromError");
        });
  }

  private <T> void setUp(ComboBox<T> box, String key, double width, Function<T, String> sentence) {
    box.getStyleClass().add(Styles.SMALL);
    box.setAccessibleText(words.say(Message.of(key)));
    box.setConverter(new OneWay<>(sentence));
    box.setPrefWidth(width);
    box.setMinWidth(80);
  }

  private static Region space() {
    var space = new Region();
    setHgrow(space, Priority.ALWAYS);
    return space;
  }

  private CheckBox follow() {
    var follow = new CheckBox(words.say(Message.of("ui.log.follow")));
    follow.setMinWidth(USE_PREF_SIZE);
    follow.selectedProperty().bindBidirectional(model.followingProperty());
    return follow;
  }

  private Button saveButton(LogActions actions) {
    var button = new Button(words.say(Message.of("ui.save")), new FontIcon(Feather.DOWNLOAD));
    button.getStyleClass().add(Styles.SMALL);
    button.setAccessibleText(button.getText());
    button.setOnAction(event -> actions.save(this::tell));
    return button;
  }

  private void setUpNotice() {
    notice.getStyleClass().add("notice");
    notice.setMaxWidth(Double.MAX_VALUE);
    notice.managedProperty().bind(notice.visibleProperty());
    notice.setVisible(false);
    noticed.setOnFinished(event -> notice.setVisible(false));
  }

  private void tell(String sentence) {
    notice.setText(sentence);
    notice.setVisible(true);
    noticed.playFromStart();
  }

  private void narrow(boolean isNarrow) {
    var display = isNarrow ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT;
    for (var button : List.of(copy, save)) {
      button.setContentDisplay(display);
      button.setMinWidth(USE_PREF_SIZE);
    }
  }
}
