package io.github.kubeadmwizard.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import javafx.stage.Window;

/**
 * Everything once, as a person might go through it on practice machines: each page, what folds and
 * pops up, dialogues, help, the other language. Who follows it learns what the first show of each
 * costs.
 */
final class Tour {
  /** The practice machine that nothing of ours can mend: it has its port taken. */
  private static final String UNFIT = "192.0.2.14";

  private final Stage stage;
  private final List<Stop> stops = new ArrayList<>();

  /**
   * One thing that is done; all three on JavaFX's thread.
   *
   * @param ready whether it can be done
   * @param done whether it has come
   */
  record Stop(String what, BooleanSupplier ready, Runnable act, BooleanSupplier done) {}

  private Tour(Stage stage) {
    this.stage = stage;
  }

  /** Its stops in their order, in the window that just opened. */
  static List<Stop> stops(Stage stage) {
    var tour = new Tour(stage);
    tour.around();
    tour.hosts();
    tour.requirements();
    tour.choices();
    tour.review();
    tour.install();
    tour.ready();
    tour.languages();
    return List.copyOf(tour.stops);
  }

  private void around() {
    tooltip("help-button");
    press("the form for a machine", "add-first", "host-form");
    list("a list of roles", "#host-form .combo-box");
    leave("host-form");
    press("the form for many", "paste", "list-form");
    leave("list-form");
    menu("cluster-menu");
    window("a dialogue with a line", "wizard.clusters.rename");
    window("a dialogue with a text", "wizard.clusters.import");
    window("what the program is made of", "wizard.about");
    stop("help", () -> enabled("help-button"), () -> fire("help-button"), this::helpIsRead);
    press("its contents", "help-contents", "help");
    type("search in help", "help-search", "taint");
    press("help closes", "help-close", "help-button");
  }

  private void hosts() {
    stop(
        "practice machines",
        () -> seen("cluster-menu"),
        () -> item("wizard.hosts.practice").fire(),
        () -> seen("trust-all"));
    press("new keys", "trust-all", "trust-these");
    press("a password is asked", "trust-these", "give-secret");
    stop(
        "machines are read",
        () -> seen("give-secret"),
        () -> {
          ((PasswordField) node(".password-field")).setText("practice");
          ((ButtonBase) node("#give-secret")).fire();
        },
        () -> remark("good"));
  }

  private void requirements() {
    press("REQUIREMENTS", "next", "matrix");
    press("a finding", "next", "finding");
    press("HOSTS again", "back", "hosts");
    stop("a machine's menu", () -> true, () -> menuOf(UNFIT).show(), this::another);
    stop("a machine's menu closes", this::another, () -> menuOf(UNFIT).hide(), () -> !another());
    stop(
        "the machine is taken off",
        () -> true,
        () -> menuOf(UNFIT).getItems().getLast().fire(),
        () -> line(UNFIT).isEmpty() && remark("good"));
    press("REQUIREMENTS again", "next", "matrix");
    stop(
        "all is mended",
        () -> enabled("mend-all"),
        () -> fire("mend-all"),
        () -> !seen("mend-all") && enabled("read-again"));
  }

  private void choices() {
    press("RUNTIME", "next", "runtime-advanced");
    unfold("runtime-advanced");
    list("a list of drivers", "#cgroup-driver");
    press("NETWORK", "next", "address-map");
    unfold("network-advanced");
    press("CNI", "next", "cni-FLANNEL");
    press("another network plugin", "cni-CALICO", "cni-show");
    press("its manifest", "cni-show", "cni-manifest-shown");
    press("the first network plugin", "cni-FLANNEL", "cni-show");
    press("NODES", "next", "nodes");
    stop(
        "a node's panel",
        () -> seen("nodes"),
        () -> ((ListView<?>) node("#nodes")).getSelectionModel().select(1),
        () -> true);
    unfold("nodes-advanced");
    press("ADDONS", "next", "addon-metricsServer");
    press("an add-on with choices", "addon-ingress", "addon-ingress");
  }

  private void review() {
    press("REVIEW", "next", "review-tabs");
    stop(
        "the changes",
        () -> seen("review-tabs"),
        () -> ((TabPane) node("#review-tabs")).getSelectionModel().select(1),
        () -> remark("good") && find("#changes .tree-cell .text").isPresent());
  }

  private void install() {
    press("INSTALL", "next", "lanes");
    press("stopping is asked about", "stop", "stop-now");
    press("it is stopped", "stop-now", "retry");
    press("it fails", "retry", "problem");
    stop("it is installed", () -> enabled("retry"), () -> fire("retry"), this::leadsOn);
  }

  private void ready() {
    stop("READY", this::leadsOn, () -> fire("next"), () -> seen("people"));
    unfold("people");
    unfold("join");
    press("a join command", "join-make", "join-line");
    unfold("pods");
    press("the smoke test", "smoke-start", "smoke-table");
  }

  private void languages() {
    menu("language");
    for (int i = 1; i >= 0; i--) {
      int language = i;
      stop(
          language == 1 ? "Chinese" : "English",
          () -> seen("language"),
          () -> ((MenuButton) node("#language")).getItems().get(language).fire(),
          () -> seen("language"));
    }
  }

  private void stop(String what, BooleanSupplier ready, Runnable act, BooleanSupplier done) {
    stops.add(new Stop(what, ready, act, done));
  }

  private void press(String what, String id, String shows) {
    stop(what, () -> enabled(id), () -> fire(id), () -> seen(shows));
  }

  private void type(String what, String id, String text) {
    stop(
        what,
        () -> seen(id),
        () -> ((TextInputControl) node("#" + id)).setText(text),
        () -> seen(id));
  }

  private void unfold(String id) {
    stop(
        id + " unfolds",
        () -> seen(id),
        () -> ((TitledPane) node("#" + id)).setExpanded(true),
        () -> true);
  }

  /** By the key that leaves a form. */
  private void leave(String id) {
    stop("leaving " + id, () -> seen(id), () -> escape(node("#" + id)), () -> !seen(id));
  }

  private static void escape(Node node) {
    Event.fireEvent(
        node,
        new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ESCAPE, false, false, false, false));
  }

  private void tooltip(String id) {
    stop(
        "a tooltip",
        () -> seen(id),
        () -> {
          var button = (ButtonBase) node("#" + id);
          var place = button.localToScreen(0, 0);
          button.getTooltip().show(stage, place.getX(), place.getY() - 40);
        },
        this::another);
    stop("the tooltip goes", this::another, this::closeOthers, () -> !another());
  }

  /** The pointer comes to the box before it is pressed. */
  private void list(String what, String selector) {
    stop(
        what + " is pointed at",
        () -> find(selector).isPresent(),
        () -> pointAt(box(selector)),
        () -> true);
    stop(what, () -> find(selector).isPresent(), () -> box(selector).show(), this::another);
    stop(what + " closes", this::another, () -> box(selector).hide(), () -> !another());
  }

  private static void pointAt(Node node) {
    Event.fireEvent(
        node,
        new MouseEvent(
            MouseEvent.MOUSE_ENTERED,
            0,
            0,
            0,
            0,
            MouseButton.NONE,
            0,
            false,
            false,
            false,
            false,
            false,
            false,
            false,
            true,
            false,
            true,
            null));
  }

  private ComboBox<?> box(String selector) {
    return (ComboBox<?>) node(selector);
  }

  private void menu(String id) {
    stop(id + " opens", () -> seen(id), () -> ((MenuButton) node("#" + id)).show(), this::another);
    stop(
        id + " closes",
        this::another,
        () -> ((MenuButton) node("#" + id)).hide(),
        () -> !another());
  }

  private void window(String what, String item) {
    stop(what, () -> !another(), () -> item(item).fire(), this::another);
    stop(what + " closes", this::another, this::closeOthers, () -> !another());
  }

  private Optional<Node> line(String machine) {
    return stage.getScene().getRoot().lookupAll(".host-line").stream()
        .filter(Tour::isSeen)
        .filter(line ->
            line.lookupAll(".label").stream()
                .anyMatch(label -> label instanceof Labeled said && machine.equals(said.getText())))
        .findFirst();
  }

  private MenuButton menuOf(String machine) {
    return (MenuButton) line(machine).orElseThrow().lookup(".menu-button");
  }

  private boolean another() {
    return Window.getWindows().size() > 1;
  }

  private void closeOthers() {
    List.copyOf(Window.getWindows()).stream()
        .filter(window -> !window.equals(stage))
        .forEach(Window::hide);
  }

  private MenuItem item(String id) {
    return ((MenuButton) node("#cluster-menu"))
        .getItems().stream().filter(item -> id.equals(item.getId())).findFirst().orElseThrow();
  }

  /** How the page stands that is shown. */
  private boolean remark(String role) {
    return node(".remark").getStyleClass().contains(role);
  }

  private boolean helpIsRead() {
    return find(".help-document").isPresent();
  }

  private boolean leadsOn() {
    return enabled("next") && node("#next").getStyleClass().contains("accent");
  }

  private void fire(String id) {
    ((ButtonBase) node("#" + id)).fire();
  }

  private boolean enabled(String id) {
    return find("#" + id).filter(node -> !node.isDisabled()).isPresent();
  }

  private boolean seen(String id) {
    return find("#" + id).isPresent();
  }

  private Node node(String selector) {
    return find(selector).orElseThrow(() -> new IllegalStateException("no " + selector));
  }

  private Optional<Node> find(String selector) {
    return Window.getWindows().stream()
        .map(Window::getScene)
        .filter(Objects::nonNull)
        .flatMap(scene -> scene.getRoot().lookupAll(selector).stream())
        .filter(Tour::isSeen)
        .findFirst();
  }

  /** Pages that were shown before are still there, unseen. */
  private static boolean isSeen(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (!at.isVisible()) {
        return false;
      }
    }
    return true;
  }
}
