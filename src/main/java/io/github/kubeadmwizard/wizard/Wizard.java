package io.github.kubeadmwizard.wizard;

import io.github.kubeadmwizard.help.Library;
import io.github.kubeadmwizard.imports.AnyHosts;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.text.Words;
import io.github.kubeadmwizard.ui.Parts;
import io.github.kubeadmwizard.ui.Pieces;
import io.github.kubeadmwizard.wizard.help.Help;
import io.github.kubeadmwizard.wizard.help.HelpModel;
import io.github.kubeadmwizard.wizard.step.addons.AddonsPage;
import io.github.kubeadmwizard.wizard.step.cni.CniPage;
import io.github.kubeadmwizard.wizard.step.hosts.HostRow;
import io.github.kubeadmwizard.wizard.step.hosts.HostsPage;
import io.github.kubeadmwizard.wizard.step.install.InstallPage;
import io.github.kubeadmwizard.wizard.step.network.NetworkPage;
import io.github.kubeadmwizard.wizard.step.nodes.NodesPage;
import io.github.kubeadmwizard.wizard.step.ready.ReadyPage;
import io.github.kubeadmwizard.wizard.step.requirements.RequirementsPage;
import io.github.kubeadmwizard.wizard.step.review.ReviewPage;
import io.github.kubeadmwizard.wizard.step.runtime.RuntimePage;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The window: one cluster at a time, in one language at a time. */
public final class Wizard {
  private static final Logger LOG = LoggerFactory.getLogger(Wizard.class);
  private static final double WIDTH = 1180;
  private static final double HEIGHT = 780;
  private static final double LEAST_WIDTH = 900;
  private static final double LEAST_HEIGHT = 600;

  private final WizardTools tools;
  private final Stage stage;

  /** The scene's root stays: JavaFX forgets every style that it worked out with another one. */
  private final StackPane root = new StackPane();

  private final Scene scene = new Scene(root, WIDTH, HEIGHT);
  private final Clusters clusters;
  private final ClusterDialogs dialogs;
  private final HelpModel helpModel = new HelpModel();
  private final CountDownLatch closed = new CountDownLatch(1);
  private Language language;
  private Words words;
  private Parts parts;
  private Help help;
  private OpenCluster cluster;
  private Autosave autosave;
  private Subscription notice = Subscription.EMPTY;

  /**
   * @param stage where it is shown
   * @param language that it begins with
   * @param dialogs what is asked outside of pages; null: in windows of their own
   */
  public Wizard(
      WizardTools tools, Stage stage, Language language, @Nullable ClusterDialogs dialogs) {
    this.tools = tools;
    this.stage = stage;
    this.language = language;
    words = new Words(language.locale());
    parts = parts();
    help = help();
    var asking = dialogs == null ? new ScreenDialogs(stage, () -> words) : dialogs;
    clusters = new Clusters(tools, () -> cluster, this::show, asking, () -> words);
    this.dialogs = asking;
    cluster = clusters.last();
    autosave = new Autosave(tools, cluster);
    scene
        .getStylesheets()
        .addAll(
            style("/wizard/wizard.css"), style("/wizard/choices.css"), style("/wizard/help.css"));
    stage.setScene(scene);
    stage.setMinWidth(LEAST_WIDTH);
    stage.setMinHeight(LEAST_HEIGHT);
    stage.setTitle(words.say(Message.of("wizard.title")));
    stage.setOnCloseRequest(event -> {
      if (cluster.install().isGoing()) {
        event.consume();
        askToClose();
      }
    });
    build();
  }

  /** Closing during a run is safe: what may not be broken off is let finish first. */
  private void askToClose() {
    var install = cluster.install();
    var rest = install.letFinish();
    var question =
        rest.isEmpty() ? Message.of("wizard.close.ask") : Message.of("wizard.close.lets", rest);
    if (dialogs.agreed(question, Message.of("wizard.close.yes"))) {
      install
          .run()
          .subscribe(state -> {
            if (!install.isGoing()) {
              stage.close();
            }
          });
      install.stop();
    }
  }

  private static String style(String file) {
    return Objects.requireNonNull(Wizard.class.getResource(file), file).toExternalForm();
  }

  /** Opens a cluster file, such as one that was double-clicked. */
  public void open(java.nio.file.Path file) {
    clusters.openFile(file);
  }

  /** Asks for another name for the cluster. */
  public void rename() {
    clusters.rename();
  }

  /** Whether every machine of the list answers. */
  public boolean allReached() {
    return cluster.hosts().allReached();
  }

  /** Takes a machine off the list. */
  public void remove(HostRow row) {
    cluster.hosts().remove(row);
  }

  /** Shows a step, and lets all before it be gone to. */
  public void go(Step step) {
    cluster.navigation().go(step);
  }

  /** Opens the practice machines. */
  public void practice() {
    clusters.practice();
  }

  private void show(OpenCluster other) {
    autosave.close();
    OpenCluster before = cluster;
    tools.background().run(before::close); // it may take its time, and nobody needs to see it
    cluster = other;
    autosave = new Autosave(tools, other);
    rebuild();
  }

  /** Speaks another language from now on; nothing that was typed is lost. */
  public void speak(Language other) {
    language = other;
    words = new Words(other.locale());
    rebuild();
  }

  private void rebuild() {
    parts.end();
    parts = parts();
    help = help();
    build();
  }

  private void build() {
    notice.unsubscribe();
    notice = EndNotice.of(cluster, dialogs);
    root.getChildren()
        .setAll(
            new Shell(
                    parts,
                    cluster.navigation(),
                    cluster::model,
                    this::page,
                    new ClusterMenu(parts, clusters, cluster, help::about).node(),
                    below(),
                    help)
                .root());
  }

  private Parts parts() {
    return new Parts(words, Pieces.spreadWhile(stage::isShowing));
  }

  private Help help() {
    return new Help(parts, helpModel, new Library(language.locale()), tools.browser());
  }

  private Page page(Step step, Parts parts) {
    return switch (step) {
      case HOSTS ->
          new HostsPage(
              parts,
              cluster.hosts(),
              new AnyHosts(tools.directories().home(), tools.files()),
              dialogs,
              tools.background(),
              clusters::practice);
      case REQUIREMENTS -> new RequirementsPage(parts, cluster.requirements(), help);
      case RUNTIME -> new RuntimePage(parts, cluster.choices().runtime());
      case NETWORK -> new NetworkPage(parts, cluster.choices().network());
      case CNI ->
          new CniPage(
              parts, cluster.choices().cni(), Optional.of(cluster.switching()), dialogs::anyFile);
      case NODES ->
          new NodesPage(parts, cluster.choices().nodes(), Optional.of(cluster.livingNodes()));
      case ADDONS -> new AddonsPage(parts, cluster.choices().addons(), dialogs::anyFile);
      case REVIEW ->
          new ReviewPage(
              parts,
              cluster.review(),
              cluster.navigation()::go,
              dialogs,
              done -> cluster.install().start(done.spec(), done.plan()));
      case INSTALL -> new InstallPage(parts, cluster.install(), dialogs, help);
      case READY -> new ReadyPage(parts, cluster.ready(), dialogs, tools.zone());
    };
  }

  private HBox below() {
    var saved = new Label();
    autosave.said().when(parts.inUse()).subscribe(message -> saved.setText(parts.say(message)));
    var speaking = new MenuButton(language.ownName());
    speaking.getStyleClass().add("flat");
    speaking.setId("language");
    speaking.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
    for (Language one : Language.values()) {
      var item = new MenuItem(one.ownName());
      item.setOnAction(_ -> speak(one));
      speaking.getItems().add(item);
    }
    var box = Parts.row(saved, Parts.grow(), speaking);
    box.getStyleClass().add("below");
    return box;
  }

  /**
   * Saves what is not saved; ends the connections and wipes the secrets, beside the screen. What
   * still comes to the page comes no more: JavaFX would not find the colours of a closed window.
   */
  public void close() {
    parts.end();
    autosave.close();
    tools
        .background()
        .run(() -> {
          try {
            cluster.close();
          } finally {
            closed.countDown();
          }
        });
  }

  /** Waits for that, though not longer than this. */
  public void awaitClosed(Duration longest) {
    try {
      if (!closed.await(longest.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.warn("connections did not end in {}", longest);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
