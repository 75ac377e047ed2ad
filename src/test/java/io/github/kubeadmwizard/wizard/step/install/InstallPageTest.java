package io.github.kubeadmwizard.wizard.step.install;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerLight;
import io.github.kubeadmwizard.engine.Action;
import io.github.kubeadmwizard.engine.Outcome;
import io.github.kubeadmwizard.engine.Plan;
import io.github.kubeadmwizard.engine.Problem;
import io.github.kubeadmwizard.help.Library;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.text.Words;
import io.github.kubeadmwizard.ui.InWindow;
import io.github.kubeadmwizard.ui.Parts;
import io.github.kubeadmwizard.ui.Patience;
import io.github.kubeadmwizard.ui.Pieces;
import io.github.kubeadmwizard.wizard.ClusterDialogs;
import io.github.kubeadmwizard.wizard.Connections;
import io.github.kubeadmwizard.wizard.Draft;
import io.github.kubeadmwizard.wizard.Machines;
import io.github.kubeadmwizard.wizard.Navigation;
import io.github.kubeadmwizard.wizard.help.Help;
import io.github.kubeadmwizard.wizard.help.HelpModel;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.application.Application;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/**
 * A key is never lost because something arrived. Between the steps of a task of JavaFX's thread no
 * pulse comes, so these tests stand exactly in the moments that a person hits once in a while.
 */
@InWindow
final class InstallPageTest {
  @TempDir private Path state;
  private final Machines machines = new Machines(_ -> {});
  private final Draft draft = Machines.draft(Machines.host(1, "a"));
  private final FxRobot robot = new FxRobot();
  private final List<String> done = new ArrayList<>();
  private final Action swapOff = new Action.SwapOff("mend-swap-off", Message.of("off"));
  private final Plan plan =
      new Plan(List.of(Walks.phase("init-control-plane", List.of("a"), "init")));
  private Stage stage;
  private InstallModel model;
  private InstallPage page;

  @Start
  void keep(Stage stage) {
    this.stage = stage;
    Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
  }

  private void open(Pieces pieces) {
    var workshop = machines.workshop();
    var connections = new Connections(workshop, draft.spec());
    model =
        new InstallModel(
            Machines.runs(state, workshop, connections),
            (_, problems) -> problems.stream().map(this::explained).toList(),
            machines.background(),
            new Navigation(),
            () -> new Words(Locale.ENGLISH));
    machines.acting =
        (host, action) -> {
          done.add(action.id());
          return action.id().equals("init")
              ? new Outcome.Failed(Walks.problem(host))
              : new Outcome.Unchanged();
        };
    machines.hold();
    var parts = new Parts(new Words(Locale.ENGLISH), pieces);
    var help = new Help(parts, new HelpModel(), new Library(Locale.ENGLISH), _ -> {});
    page = new InstallPage(parts, model, nobodyIsAsked(), help);
    var root = new VBox(page.node(), new Button("elsewhere"));
    root.getChildren().getLast().setId("elsewhere");
    stage.setScene(new Scene(root, 900, 600));
    stage.show();
  }

  private static ClusterDialogs nobodyIsAsked() {
    return (ClusterDialogs)
        Proxy.newProxyInstance(
            InstallPageTest.class.getClassLoader(),
            new Class<?>[] {ClusterDialogs.class},
            (_, _, _) -> Optional.empty());
  }

  private Problem explained(Problem problem) {
    return problem.explained(Message.of("swap"), problem.why(), problem.remedy(), List.of(swapOff));
  }

  /** To where the cause is looked for. */
  private void fail() {
    model.start(draft.spec(), plan);
    machines.work(0);
    machines.show();
    assertThat(model.looking().get()).isTrue();
  }

  private void find() {
    machines.work(1);
    machines.show();
    assertThat(model.mendable()).hasSize(1);
  }

  private void key(EventType<KeyEvent> type) {
    Event.fireEvent(
        stage.getScene().getFocusOwner(),
        new KeyEvent(type, "", "", KeyCode.ENTER, false, false, false, false));
  }

  private Optional<Node> node(String id) {
    return Optional.ofNullable(page.node().lookup("#" + id));
  }

  private String focus() {
    var owner = stage.getScene().getFocusOwner();
    return owner == null ? "" : String.valueOf(owner.getId());
  }

  @Test
  void theButtonThatMendsHearsTheKeyThatComesWithIt() {
    robot.interact(() -> open(Pieces.atOnce()));
    robot.interact(() -> {
      fail();
      find();
      assertThat(focus()).isEqualTo("mend-resume");
      key(KeyEvent.KEY_PRESSED);
      key(KeyEvent.KEY_RELEASED);
      assertThat(model.isGoing()).isTrue();
      machines.work(2);
      assertThat(done).containsExactly("init", "mend-swap-off");
    });
  }

  @Test
  void aPressOnWhatIsThenReplacedActsWhenItIsLetGo() {
    robot.interact(() -> open(Pieces.atOnce()));
    robot.interact(this::fail);
    robot.interact(() -> {
      node("retry").orElseThrow().requestFocus();
      key(KeyEvent.KEY_PRESSED);
      find();
    });
    robot.interact(() -> {
      assertThat(node("mend-resume")).as("what is pressed stays").isEmpty();
      key(KeyEvent.KEY_RELEASED);
    });
    robot.interact(() -> {
      assertThat(model.isGoing()).isTrue();
      assertThat(node("problem")).isEmpty();
      machines.work(2);
      assertThat(done).as("tried again as it was").containsExactly("init", "init");
    });
  }

  @Test
  void aPressElsewhereKeepsItsFocusUntilItIsLetGo() {
    var pressed = new ArrayList<String>();
    robot.interact(() -> open(Pieces.atOnce()));
    robot.interact(() -> {
      fail();
      var elsewhere = (Button) stage.getScene().lookup("#elsewhere");
      elsewhere.setOnAction(_ -> pressed.add("elsewhere"));
      elsewhere.requestFocus();
      key(KeyEvent.KEY_PRESSED);
      find();
    });
    robot.interact(() -> key(KeyEvent.KEY_RELEASED));
    robot.interact(() -> {
      assertThat(pressed).containsExactly("elsewhere");
      assertThat(focus()).isEqualTo("mend-resume");
    });
  }

  @Test
  void theLanesThatComeLateLeaveTheFocusToTheQuestionWhetherToStop() throws TimeoutException {
    var asked = new ArrayList<String>();
    robot.interact(() -> {
      open(Pieces.spread());
      page.shown();
      model.start(draft.spec(), plan);
      stage
          .getScene()
          .addPreLayoutPulseListener(() -> {
            if (asked.isEmpty() && node("stop-now").isPresent() && node("lanes").isEmpty()) {
              ((Button) node("stop").orElseThrow()).fire();
              asked.add(focus());
            }
          });
    });
    Patience.await(() -> node("lanes").isPresent());
    robot.interact(() -> {}); // what the lanes ask for comes with the next turn
    assertThat(asked).as("before the lanes").containsExactly("stop-now");
    robot.interact(() -> {
      assertThat(focus()).isEqualTo("stop-now");
      key(KeyEvent.KEY_PRESSED);
      key(KeyEvent.KEY_RELEASED);
      assertThat(model.run().get())
          .isInstanceOfSatisfying(RunState.Going.class, now -> assertThat(now.stopping()).isTrue());
    });
  }

  @Test
  void whoComesBackToThePageIsLedToWhatMends() {
    robot.interact(() -> open(Pieces.atOnce()));
    robot.interact(() -> {
      fail();
      find();
    });
    robot.interact(() -> {
      stage.getScene().lookup("#elsewhere").requestFocus();
      page.shown();
    });
    robot.interact(() -> {});
    assertThat(focus()).isEqualTo("mend-resume");
  }
}
