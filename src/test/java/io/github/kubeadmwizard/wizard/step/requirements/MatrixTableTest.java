package io.github.kubeadmwizard.wizard.step.requirements;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.check.CheckReport;
import io.github.kubeadmwizard.check.Finding;
import io.github.kubeadmwizard.check.Group;
import io.github.kubeadmwizard.check.State;
import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.text.Words;
import io.github.kubeadmwizard.ui.InWindow;
import io.github.kubeadmwizard.ui.Parts;
import io.github.kubeadmwizard.ui.Pieces;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.control.TreeTableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Machines come and go faster than the table is brought up to date, piece by piece. */
@InWindow
final class MatrixTableTest {
  private MatrixTable table;
  private TreeTableView<?> view;

  @Start
  void show(Stage stage) {
    table =
        new MatrixTable(
            new Parts(new Words(Locale.ENGLISH), Pieces.spread()), (_, _) -> {}, _ -> {});
    stage.setScene(new Scene((javafx.scene.Parent) table.node(), 900, 500));
    stage.show();
  }

  private static Finding finding(String key, String host, State state) {
    return new Finding(
        key,
        key,
        Group.MACHINE,
        Optional.of(new HostName(host)),
        state,
        true,
        Message.of("title." + key),
        Message.of("value", host),
        Message.of("read"),
        Message.of("why"),
        Message.of("remedy"),
        List.of());
  }

  private static Matrix of(List<String> keys, String... hosts) {
    var findings = new ArrayList<Finding>();
    for (String host : hosts) {
      keys.forEach(key -> findings.add(finding(key, host, State.BLOCKS)));
    }
    return Matrix.of(new CheckReport(findings, new TreeSet<>()));
  }

  private List<String> columns() {
    return view.getColumns().stream()
        .filter(MatrixColumn.class::isInstance)
        .map(column -> ((MatrixColumn) column).of().hosts().getFirst().value())
        .toList();
  }

  private List<String> rows() {
    return view.getRoot().getChildren().stream()
        .flatMap(group -> group.getChildren().stream())
        .map(item -> ((MatrixPlace) Objects.requireNonNull(item.getValue())).row())
        .map(row -> row.key() + ((MatrixRow.OfLine) row).line().cells().size())
        .toList();
  }

  private void waitFor(List<String> columns, List<String> rows) throws Exception {
    WaitForAsyncUtils.waitForFxEvents();
    view = (TreeTableView<?>) Objects.requireNonNull(viewSoon());
    WaitForAsyncUtils.waitFor(
        5, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(() -> settled(columns, rows)).get());
    Thread.sleep(200); // what was overtaken would come by now
    WaitForAsyncUtils.asyncFx(
            () -> {
              assertThat(columns()).isEqualTo(columns);
              assertThat(rows()).isEqualTo(rows);
            })
        .get();
  }

  private boolean settled(List<String> columns, List<String> rows) {
    return columns().equals(columns) && rows().equals(rows);
  }

  private javafx.scene.Node viewSoon() throws Exception {
    WaitForAsyncUtils.waitFor(
        5,
        TimeUnit.SECONDS,
        () -> WaitForAsyncUtils.asyncFx(() -> table.node().lookup(".matrix") != null).get());
    return table.node().lookup(".matrix");
  }

  @Test
  void theLastOfSeveralChangesStays() throws Exception {
    Platform.runLater(() -> {
      table.show(of(List.of("a", "b"), "n1", "n2", "n3"));
      table.show(of(List.of("a"), "n1"));
      table.show(of(List.of("a", "b"), "n1", "n2", "n4"));
    });
    waitFor(List.of("n1", "n2", "n4"), List.of("a3", "b3"));

    Platform.runLater(() -> {
      table.show(of(List.of("a", "c"), "n1", "n2"));
      table.show(of(List.of("a", "b"), "n1", "n2", "n5"));
    });
    waitFor(List.of("n1", "n2", "n5"), List.of("a3", "b3"));

    Platform.runLater(() -> {
      table.show(of(List.of("a", "b"), "n1", "n5"));
      table.show(of(List.of("a", "b"), "n1", "n2", "n5"));
    });
    waitFor(List.of("n1", "n2", "n5"), List.of("a3", "b3"));
  }

  @Test
  void machinesInAnotherOrderTakeTheirFindingsWithThem() throws Exception {
    Platform.runLater(() -> table.show(twoOf("n1", "n2")));
    waitFor(List.of("n1", "n2"), List.of("a2"));
    assertThat(blocked()).containsExactly("n1");

    Platform.runLater(() -> table.show(twoOf("n2", "n1")));
    waitFor(List.of("n2", "n1"), List.of("a2"));
    assertThat(blocked()).containsExactly("n1");
  }

  /** Of these, n1 does not fit. */
  private static Matrix twoOf(String first, String second) {
    var findings =
        Stream.of(first, second)
            .map(host -> finding("a", host, host.equals("n1") ? State.BLOCKS : State.PASSED))
            .toList();
    return Matrix.of(new CheckReport(findings, new TreeSet<>()));
  }

  /** The machines that a requirement's row shows as blocked. */
  private List<String> blocked() {
    return view.lookupAll(".cell-value").stream()
        .map(MatrixCell.class::cast)
        .filter(cell -> cell.getItem() instanceof MatrixRow.OfLine)
        .filter(cell -> cell.getPseudoClassStates().contains(PseudoClass.getPseudoClass("blocks")))
        .map(cell -> ((MatrixColumn) cell.getTableColumn()).of().hosts().getFirst().value())
        .toList();
  }

  @Test
  void aFindingIsLedToAsSoonAsItsRowIsThere() throws Exception {
    Platform.runLater(() -> {
      table.show(of(List.of("a", "b"), "n1", "n2"));
      table.lead(finding("b", "n2", State.BLOCKS));
    });
    waitFor(List.of("n1", "n2"), List.of("a2", "b2"));
    var chosen = view.getSelectionModel().getSelectedCells();
    assertThat(chosen).hasSize(1);
    assertThat(chosen.getFirst().getColumn()).isEqualTo(2);
  }
}
