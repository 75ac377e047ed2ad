package io.github.kubeadmwizard.app;

import atlantafx.base.theme.PrimerLight;
import io.github.kubeadmwizard.cluster.KubernetesVersion;
import io.github.kubeadmwizard.home.UserDirectories;
import io.github.kubeadmwizard.practice.Pace;
import io.github.kubeadmwizard.practice.PracticeCluster;
import io.github.kubeadmwizard.practice.PracticeMachines;
import io.github.kubeadmwizard.running.LocalKubectl;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.text.Words;
import io.github.kubeadmwizard.wizard.Background;
import io.github.kubeadmwizard.wizard.ClusterDialogs;
import io.github.kubeadmwizard.wizard.Language;
import io.github.kubeadmwizard.wizard.Wizard;
import io.github.kubeadmwizard.wizard.WizardTools;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** The whole wizard in a window, as a person meets it; its files lie in a directory of the test. */
final class WizardScreen implements ClusterDialogs {
  private static final int PATIENCE_SECONDS = 20;
  private static final int LOOKS = 20; // some ten milliseconds apart

  final FxRobot robot = new FxRobot();
  final List<String> told = new ArrayList<>();
  private final Words english = new Words(Locale.ENGLISH);
  Optional<String> name = Optional.empty();
  Optional<Path> file = Optional.empty();
  Optional<String> pasted = Optional.empty();
  private final Stage stage;
  private final LastEvents events;
  private Wizard wizard;

  WizardScreen(Stage stage, Path home) {
    this(stage, home, Pace.NONE);
  }

  WizardScreen(Stage stage, Path home, Pace pace) {
    this(stage, tools(home, new Background(Platform::runLater), pace));
  }

  WizardScreen(Stage stage, WizardTools tools) {
    this.stage = stage;
    Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
    wizard = new Wizard(tools, stage, Language.ENGLISH, this);
    events = new LastEvents(stage);
    stage.show();
  }

  /** With practice machines on which everything goes well, and which all can be installed. */
  static WizardScreen smooth(Stage stage, Path home) {
    var usual = tools(home, new Background(Platform::runLater), Pace.NONE);
    var machines = PracticeMachines.smooth(Pace.NONE, Clock.systemUTC());
    var cluster = PracticeCluster.installable(KubernetesVersion.parse("1.36"));
    var workshop = new Wiring(usual.directories()).practiceWorkshop(machines);
    return new WizardScreen(stage, with(usual, () -> new WizardTools.Practice(workshop, cluster)));
  }

  /** What the window works with, its files in this directory. */
  static WizardTools tools(Path home, Background background, Pace pace) {
    var directories = UserDirectories.of(Map.of("HOME", home.toString()), "Linux", home);
    return new Wiring(directories).wizardTools(background, pace, _ -> {});
  }

  /** The same, with other machines to practise on. */
  static WizardTools with(WizardTools usual, Supplier<WizardTools.Practice> practice) {
    return new WizardTools(
        usual.directories(),
        usual.clock(),
        usual.zone(),
        usual.files(),
        usual.drafts(),
        usual.real(),
        usual.fresh(),
        practice,
        usual.background(),
        new LocalKubectl("", Duration.ofSeconds(10)),
        usual.browser());
  }

  /** The window. */
  Wizard wizard() {
    return wizard;
  }

  Stage stage() {
    return stage;
  }

  /** Does something on JavaFX's thread. */
  void act(Runnable work) {
    robot.interact(work);
  }

  /** Waits until this holds; says what it waited for where it never does. */
  void await(String what, Callable<Boolean> holds) {
    await(what, PATIENCE_SECONDS, holds);
  }

  /** The same with more patience. */
  void await(String what, int seconds, Callable<Boolean> holds) {
    try {
      WaitForAsyncUtils.waitFor(
          seconds, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(holds).get());
    } catch (TimeoutException _) {
      throw new AssertionError(
          "waited for: %s; the focus is on: %s; the last events: %s; the page says: %s"
              .formatted(what, stage.getScene().getFocusOwner(), events, texts()));
    }
  }

  /** Clicks what has this id, as soon as it is there and can be clicked. */
  void click(String id) {
    await(id, () -> find(id).filter(node -> !node.isDisabled() && node.isVisible()).isPresent());
    robot.clickOn("#" + id);
    WaitForAsyncUtils.waitForFxEvents();
  }

  /** The practice machines are there, their keys are trusted and the password is given. */
  void reachPractice(String reached) {
    act(() -> wizard().practice());
    click("trust-all");
    trustAndSignIn(reached);
  }

  /** The same from where the machines' keys are shown. */
  void trustAndSignIn(String reached) {
    click("trust-these");
    await("password", () -> find("give-secret").isPresent());
    act(() -> stage.getScene().getRoot().lookup(".password-field").requestFocus());
    robot.write("abc12345");
    click("give-secret");
    awaitText(reached);
  }

  /** So many pages further. */
  void goOn(int pages) {
    for (int i = 0; i < pages; i++) {
      await("next", () -> !button("next").isDisabled());
      click("next");
    }
  }

  /** From the hosts, all fit, to a cluster. */
  void install() {
    goOn(7);
    awaitText("Ready to install");
    click("next");
    awaitText("Installed");
  }

  Optional<Node> find(String id) {
    return stage.getScene().getRoot().lookupAll("#" + id).stream()
        .filter(WizardScreen::isOnThePageThatIsSeen)
        .findFirst();
  }

  /** Pages that were shown before are still there, unseen. */
  private static boolean isOnThePageThatIsSeen(Node node) {
    for (Node at = node.getParent(); at != null; at = at.getParent()) {
      if (!at.isVisible()) {
        return false;
      }
    }
    return true;
  }

  /** Waits until nothing more comes to the page; it comes in pieces. */
  void awaitWhole() {
    var before = new int[2]; // how many nodes there were, and how often in a row
    await(
        "all of the page",
        () -> {
          int now = many();
          before[1] = now == before[0] ? before[1] + 1 : 0;
          before[0] = now;
          return before[1] == LOOKS;
        });
  }

  /** How many nodes there are. */
  int many() {
    return many(stage.getScene().getRoot());
  }

  private static int many(Node node) {
    return node instanceof Parent parent
        ? 1 + parent.getChildrenUnmodifiable().stream().mapToInt(WizardScreen::many).sum()
        : 1;
  }

  /** Waits for a text anywhere on the page. */
  void awaitText(String text) {
    await("\"" + text + "\"", () -> texts().stream().anyMatch(shown -> shown.contains(text)));
  }

  boolean shows(String text) {
    return texts().stream().anyMatch(shown -> shown.contains(text));
  }

  /** Every text that can be seen. */
  List<String> texts() {
    var found = new ArrayList<String>();
    collect(stage.getScene().getRoot(), found);
    return found;
  }

  private static void collect(Node node, List<String> found) {
    if (!node.isVisible()) {
      return;
    }
    if (node instanceof Labeled labeled && labeled.getText() != null) {
      found.add(labeled.getText());
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
    }
  }

  Button button(String id) {
    return (Button) find(id).orElseThrow();
  }

  @Override
  public Optional<String> name(String before) {
    return name;
  }

  @Override
  public Optional<Path> fileToOpen() {
    return file;
  }

  @Override
  public Optional<Path> anyFile() {
    return file;
  }

  @Override
  public Optional<String> pasted() {
    return pasted;
  }

  @Override
  public void report(Message head, List<String> lines) {
    told.add(english.say(head));
    told.addAll(lines);
  }

  @Override
  public Optional<Path> fileToSave(String suggested) {
    return file;
  }

  @Override
  public Optional<Path> directory() {
    return file;
  }

  @Override
  public boolean agreed(Message question, Message yes) {
    told.add(english.say(question));
    return true;
  }

  @Override
  public void notice(Message message, boolean good) {
    told.add(english.say(message));
  }

  @Override
  public void tell(Message message) {
    told.add(english.say(message));
  }
}
