package io.github.kubeadmwizard.wizard.step.install;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.engine.FailedCommand;
import io.github.kubeadmwizard.text.Words;
import io.github.kubeadmwizard.ui.InWindow;
import io.github.kubeadmwizard.ui.Parts;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.Test;

@InWindow
final class EvidenceTest {
  private static Stream<String> shown(List<String> said) {
    return shown(said, "");
  }

  private static Stream<String> shown(List<String> said, String told) {
    var parts = new Parts(new Words(Locale.ENGLISH));
    return Evidence.of(parts, new FailedCommand("init.sh", 1, said), told).stream()
        .flatMap(box -> ((Pane) box).getChildren().stream())
        .map(line -> ((Label) line).getText());
  }

  private static List<String> lines(int many) {
    return IntStream.rangeClosed(1, many).mapToObj(number -> "line " + number).toList();
  }

  @Test
  void theLastLinesStandThereAndTheRestIsInTheLog() {
    assertThat(shown(lines(20)))
        .containsExactly(
            "14 earlier lines are in the log.",
            "line 15",
            "line 16",
            "line 17",
            "line 18",
            "line 19",
            "line 20");
  }

  @Test
  void fewLinesStandThereWhole() {
    assertThat(shown(lines(6))).containsExactlyElementsOf(lines(6));
  }

  @Test
  void ofACommandThatSaidNothingItsNameStandsThere() {
    assertThat(shown(List.of())).containsExactly("init.sh");
  }

  @Test
  void whatIsToldAboveDoesNotStandThereOnceMore() {
    var said = List.of("failed to pull  the image: ", "", "i/o timeout");
    String told = "The runtime says: failed to pull the image:\ni/o timeout";
    assertThat(shown(said, told)).isEmpty();
    assertThat(shown(said, "The runtime says: i/o timeout"))
        .as("what is told in part stands there whole")
        .containsExactlyElementsOf(said);
  }
}
