package io.github.kubeadmwizard.app;

import io.github.kubeadmwizard.wizard.Step;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.PasswordField;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.util.Duration;

/**
 * A start that ends by itself, after a look at what opens over the first page and at each page.
 * Java learns from it what a start needs, and what is needed when something is shown first, when an
 * installer is made; asked for by the system property {@value #PROPERTY}.
 */
final class Rehearsal {
  static final String PROPERTY = "kubeadmwizard.rehearsal";
  private static final Duration EACH = Duration.seconds(1);
  private static final int MOST = 20; // that a thing is waited for; without it the cache is poorer

  private final Stage stage;
  private final Deque<Moment> moments = new ArrayDeque<>();
  private int waited;

  /** What is done, once a node is there that can be used; empty: at once. */
  private record Moment(Optional<String> node, Runnable act) {}

  private Rehearsal(Stage stage) {
    this.stage = stage;
  }

  static boolean isAsked() {
    return Boolean.getBoolean(PROPERTY);
  }

  /**
   * Walks through everything and closes the window.
   *
   * @param show shows a step
   */
  static void begin(Stage stage, Consumer<Step> show) {
    var rehearsal = new Rehearsal(stage);
    rehearsal.forms();
    rehearsal.windows();
    rehearsal.machines(show);
    Step.all().forEach(step -> rehearsal.then(() -> show.accept(step)));
    rehearsal.then(stage::close);
    var walk = new Timeline(new KeyFrame(EACH, _ -> rehearsal.next()));
    walk.setCycleCount(Animation.INDEFINITE);
    walk.play();
  }

  /** Not within the pulse of an animation: no dialogue may be waited for there. */
  private void next() {
    if (moments.isEmpty()) {
      return;
    }
    Moment next = moments.getFirst();
    if (next.node().isEmpty() || isUsable(next.node().get()) || waited == MOST) {
      waited = 0;
      moments.removeFirst();
      Platform.runLater(next.act());
    } else {
      waited++;
    }
  }

  private boolean isUsable(String selector) {
    return find(selector).filter(node -> node.isVisible() && !node.isDisabled()).isPresent();
  }

  private void then(Runnable act) {
    moments.add(new Moment(Optional.empty(), act));
  }

  private void when(String node, Runnable act) {
    moments.add(new Moment(Optional.of(node), act));
  }

  private void forms() {
    press("#add-first");
    then(() -> find("#host-form .combo-box").ifPresent(box -> ((ComboBoxBase<?>) box).show()));
    then(() -> find("#host-form .combo-box").ifPresent(box -> ((ComboBoxBase<?>) box).hide()));
    press("#paste");
    press("#help-button");
    press("#help-close");
  }

  private void windows() {
    then(() -> clusters().ifPresent(MenuButton::show));
    then(() -> clusters().ifPresent(MenuButton::hide));
    for (String item :
        List.of("wizard.clusters.rename", "wizard.clusters.import", "wizard.about")) {
      then(() -> item(item).ifPresent(MenuItem::fire));
      then(this::closeOthers);
    }
  }

  /** Practice machines: most of what a page shows it shows of machines. */
  private void machines(Consumer<Step> show) {
    then(() -> item("wizard.hosts.practice").ifPresent(MenuItem::fire));
    press("#trust-all");
    press("#trust-these");
    String secret = ".password-field";
    when(
        secret, () -> find(secret).ifPresent(field -> ((PasswordField) field).setText("practice")));
    press("#give-secret");
    then(() -> show.accept(Step.REQUIREMENTS));
    when("#matrix", () -> {});
    press("#next"); // to what blocks
  }

  private void press(String button) {
    when(button, () -> find(button).ifPresent(node -> ((ButtonBase) node).fire()));
  }

  private Optional<MenuButton> clusters() {
    return find("#cluster-menu").map(MenuButton.class::cast);
  }

  private Optional<MenuItem> item(String id) {
    return clusters().stream()
        .flatMap(menu -> menu.getItems().stream())
        .filter(item -> id.equals(item.getId()))
        .findFirst();
  }

  private Optional<Node> find(String selector) {
    return Optional.ofNullable(stage.getScene().getRoot().lookup(selector));
  }

  private void closeOthers() {
    List.copyOf(Window.getWindows()).stream()
        .filter(window -> !window.equals(stage))
        .forEach(Window::hide);
  }
}
