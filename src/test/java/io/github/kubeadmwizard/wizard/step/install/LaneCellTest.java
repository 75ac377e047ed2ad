package io.github.kubeadmwizard.wizard.step.install;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.install.NodeCondition;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.text.Words;
import io.github.kubeadmwizard.ui.InWindow;
import io.github.kubeadmwizard.ui.Parts;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.Start;

@InWindow
final class LaneCellTest {
  private static final NodeCondition SAYS =
      new NodeCondition("a", "KubeletNotReady", "cni plugin not initialized " + "x".repeat(300));

  private ListView<LaneRow> lanes;

  @Start
  void show(Stage stage) {
    lanes = new ListView<>();
    var parts = new Parts(new Words(Locale.ENGLISH));
    lanes.setCellFactory(_ -> new LaneCell(parts, Instant::now));
    lanes
        .getItems()
        .add(
            LaneRow.of(new HostName("a"), true, 4)
                .in(
                    LaneRow.State.WORKING,
                    Message.of("wizard.install.nothing"),
                    Message.of("wizard.install.step", "pull", "registry/" + "image".repeat(60)))
                .notReady(SAYS));
    stage.setScene(new Scene(lanes, 620, 200));
    stage.show();
  }

  private Label label(String begin) {
    return lanes.lookupAll(".label").stream()
        .map(Label.class::cast)
        .filter(label -> label.getText().startsWith(begin))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aLongNameIsCutAndNotTheBar() {
    var bar = (ProgressBar) Objects.requireNonNull(lanes.lookup(".progress-bar"));
    assertThat(bar.getWidth()).isEqualTo(72);
    assertThat(label("pull: registry").getWidth()).isLessThan(400);
  }

  @Test
  void reasonAndMessageStandBesideNotReadyAndAreWholeInTheTooltip() {
    assertThat(label("NotReady").isVisible()).isTrue();
    Label says = label("KubeletNotReady: cni plugin not initialized");
    assertThat(says.getTooltip().getText()).isEqualTo(SAYS.reason() + ": " + SAYS.message());
    assertThat(Objects.requireNonNull(lanes.lookup(".list-cell")).getAccessibleText())
        .contains("KubeletNotReady", "cni plugin not initialized");
  }
}
