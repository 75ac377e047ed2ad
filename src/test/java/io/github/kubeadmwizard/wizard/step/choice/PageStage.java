package io.github.kubeadmwizard.wizard.step.choice;

import atlantafx.base.theme.PrimerLight;
import io.github.kubeadmwizard.text.Words;
import io.github.kubeadmwizard.ui.Parts;
import io.github.kubeadmwizard.wizard.Page;
import java.util.Locale;
import java.util.function.Function;
import javafx.application.Application;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** Shows one page in a window, as large as it is in the wizard, and works it as a person would. */
public final class PageStage {
  private static final double WIDTH = 960;
  private static final double HEIGHT = 900;

  private final FxRobot robot;
  private final Stage stage;

  /** In this window. */
  public PageStage(FxRobot robot, Stage stage) {
    this.robot = robot;
    this.stage = stage;
  }

  /** Shows the page in this language. */
  public Page show(Locale language, Function<Parts, Page> make) {
    var shown = new Page[1];
    robot.interact(() -> {
      Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
      shown[0] = make.apply(new Parts(new Words(language)));
      var scene = new Scene(new StackPane(shown[0].node()), WIDTH, HEIGHT);
      scene.getStylesheets().add("/wizard/wizard.css");
      stage.setX(0); // see WindowPutAway
      stage.setY(0);
      stage.setScene(scene);
      stage.show();
      shown[0].shown();
    });
    WaitForAsyncUtils.waitForFxEvents();
    return shown[0];
  }

  /** Clicks the control of this id. */
  public void click(String id) {
    robot.interact(() -> Frame.lead(robot.lookup("#" + id).query()));
    WaitForAsyncUtils.waitForFxEvents();
    robot.clickOn("#" + id);
    WaitForAsyncUtils.waitForFxEvents();
  }

  /** Types in place of what stands in the field of this id. */
  public void type(String id, String text) {
    robot.clickOn("#" + id);
    robot.interact(() -> focused().selectAll());
    robot.write(text);
    WaitForAsyncUtils.waitForFxEvents();
  }

  /** Types into the field that has the focus. */
  public void typeOn(String text) {
    robot.write(text);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private TextInputControl focused() {
    return (TextInputControl) stage.getScene().getFocusOwner();
  }

  /** Leaves the field. */
  public void tab() {
    robot.type(javafx.scene.input.KeyCode.TAB);
    WaitForAsyncUtils.waitForFxEvents();
  }

  /** The text of the label, button or field of this id. */
  public String text(String id) {
    Node node = robot.lookup("#" + id).query();
    return node instanceof TextInputControl field ? field.getText() : ((Labeled) node).getText();
  }

  /** Whether the control of this id is there to be seen. */
  public boolean sees(String id) {
    return robot.lookup("#" + id).queryAll().stream().anyMatch(PageStage::isSeen);
  }

  /** Whether it is there to be seen, and everything around it. */
  public static boolean isSeen(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (!at.isVisible()) {
        return false;
      }
    }
    return true;
  }

  /** The id of what has the focus. */
  public String focus() {
    Node owner = stage.getScene().getFocusOwner();
    return owner == null || owner.getId() == null ? "" : owner.getId();
  }
}
