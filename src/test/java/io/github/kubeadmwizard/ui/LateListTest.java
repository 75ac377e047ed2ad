package io.github.kubeadmwizard.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import atlantafx.base.theme.PrimerLight;
import java.util.List;
import javafx.application.Application;
import javafx.geometry.Insets;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.ComboBoxListViewSkin;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** A closed combo box without its list looks, speaks and works like one with it. */
@InWindow
final class LateListTest {
  private static final List<String> VALUES = List.of("one", "the second of them", "three");

  private ComboBox<String> usual;
  private ComboBox<String> late;
  private HBox row;

  @Start
  void open(Stage stage) {
    Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
    usual = new ComboBox<>();
    late = late();
    usual.getItems().setAll(VALUES);
    usual.setValue("three");
    row = new HBox(8, usual, late);
    row.setPadding(new Insets(8));
    stage.setScene(new Scene(row, 600, 300));
    stage.show();
  }

  /** Another one, that the pointer never was over. */
  @BeforeEach
  void pointElsewhere(FxRobot robot) {
    robot.moveTo(usual);
    robot.interact(() -> {
      late = late();
      row.getChildren().setAll(usual, late);
      row.applyCss();
    });
  }

  private static ComboBox<String> late() {
    ComboBox<String> late = LateList.of(new ComboBox<>());
    late.getItems().setAll(VALUES);
    late.setValue("three");
    late.setId("late");
    return late;
  }

  @Test
  void itIsAsLargeAsOneWithItsList(FxRobot robot) {
    robot.interact(row::layout);
    assertThat(late.getSkin()).isInstanceOf(LateList.class);
    assertThat(late.lookupAll(".list-view")).isEmpty();
    assertThat(late.getWidth()).isCloseTo(usual.getWidth(), within(2.0));
    assertThat(late.getHeight()).isEqualTo(usual.getHeight());
    assertThat(late.minWidth(-1)).isEqualTo(usual.minWidth(-1));
  }

  @Test
  void itSaysTheSame(FxRobot robot) {
    assertThat(late.queryAccessibleAttribute(AccessibleAttribute.TEXT))
        .isEqualTo(usual.queryAccessibleAttribute(AccessibleAttribute.TEXT))
        .isEqualTo("three");
    robot.interact(() -> late.setAccessibleText("Numbers"));
    assertThat(late.queryAccessibleAttribute(AccessibleAttribute.TEXT)).isEqualTo("Numbers");
  }

  @Test
  void aValueThatIsSetFromElsewhereIsShown(FxRobot robot) {
    robot.interact(() -> late.setValue("one"));
    assertThat(late.queryAccessibleAttribute(AccessibleAttribute.TEXT)).isEqualTo("one");
  }

  @Test
  void itHasItsListOnceItIsPointedAt(FxRobot robot) {
    robot.moveTo(late);
    assertThat(late.getSkin()).isInstanceOf(ComboBoxListViewSkin.class);
    assertThat(late.isShowing()).isFalse();
  }

  @Test
  void aPressOpensIt(FxRobot robot) {
    robot.clickOn("#late");
    assertThat(late.getSkin()).isInstanceOf(ComboBoxListViewSkin.class);
    assertThat(late.isShowing()).isTrue();
    robot.clickOn("the second of them");
    assertThat(late.getValue()).isEqualTo("the second of them");
    assertThat(late.isShowing()).isFalse();
  }

  @Test
  void theKeysChooseAsUsual(FxRobot robot) {
    robot.interact(late::requestFocus);
    robot.type(KeyCode.UP);
    assertThat(late.getValue()).isEqualTo("the second of them");
    robot.interact(late::show);
    assertThat(late.isShowing()).isTrue();
    robot.type(KeyCode.UP, KeyCode.ENTER);
    assertThat(late.getValue()).isEqualTo("one");
  }

  @Test
  void itIsOpenedByAProgramToo(FxRobot robot) {
    robot.interact(late::show);
    var list = (ListView<?>) ((ComboBoxListViewSkin<?>) late.getSkin()).getPopupContent();
    assertThat(list.getScene().getWindow().isShowing()).isTrue();
  }
}
