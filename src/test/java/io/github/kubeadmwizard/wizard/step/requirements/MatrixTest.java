package io.github.kubeadmwizard.wizard.step.requirements;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.check.CheckReport;
import io.github.kubeadmwizard.check.Finding;
import io.github.kubeadmwizard.check.Group;
import io.github.kubeadmwizard.check.State;
import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class MatrixTest {
  private final List<Finding> findings = new ArrayList<>();

  private Matrix matrix() {
    return Matrix.of(new CheckReport(findings, new TreeSet<>()));
  }

  private void found(String key, Optional<String> host, State state, Message shortly) {
    findings.add(
        new Finding(
            key,
            key,
            Group.MACHINE,
            host.map(HostName::new),
            state,
            true,
            Message.of("title." + key),
            shortly,
            Message.of("read", shortly),
            Message.of("why"),
            Message.of("remedy"),
            List.of()));
  }

  private void passed(String key, String host, Object value) {
    found(key, Optional.of(host), State.PASSED, Message.of("value", value));
  }

  private static List<String> names(Matrix.Column column) {
    return column.hosts().stream().map(HostName::value).toList();
  }

  @Test
  void fewMachinesHaveAColumnEach() {
    for (int i = 8; i >= 1; i--) {
      passed("memory", "n" + i, 4000);
    }
    assertThat(matrix().columns().stream().map(MatrixTest::names))
        .containsExactlyElementsOf(
            Stream.of(8, 7, 6, 5, 4, 3, 2, 1).map(i -> List.of("n" + i)).toList());
  }

  @Test
  void manyMachinesThatDifferInNumbersAndNamesOnlyShareAColumn() {
    for (int i = 1; i <= 100; i++) {
      passed("memory", "n" + i, 3900 + i);
      passed("name", "n" + i, "n" + i);
    }
    assertThat(matrix().columns().stream().map(MatrixTest::names))
        .containsExactly(IntStream.rangeClosed(1, 100).mapToObj(i -> "n" + i).toList());
  }

  @Test
  void manyMachinesThatStandOtherwiseStandApartInTheOrderOfTheFirstOfEach() {
    for (int i = 1; i <= 9; i++) {
      State state = i % 3 == 0 ? State.BLOCKS : State.PASSED;
      found("swap", Optional.of("n" + i), state, Message.of(i == 5 ? "other" : "value", i));
    }
    assertThat(matrix().columns().stream().map(MatrixTest::names))
        .containsExactly(
            List.of("n1", "n2", "n4", "n7", "n8"), List.of("n3", "n6", "n9"), List.of("n5"));
  }

  @Test
  void aMachineOfWhichLessIsAskedStandsApart() {
    for (int i = 1; i <= 9; i++) {
      passed("memory", "n" + i, i);
    }
    passed("etcd", "n1", "free"); // asked of the control plane alone
    assertThat(matrix().columns().stream().map(column -> column.hosts().size()))
        .containsExactly(1, 8);
  }

  @Test
  void theClusterAsAWholeIsTheLastColumn() {
    found("ranges", Optional.empty(), State.BLOCKS, Message.of("overlap"));
    passed("memory", "n1", 1);
    passed("memory", "n2", 2);
    Matrix matrix = matrix();
    assertThat(matrix.columns().stream().map(MatrixTest::names))
        .containsExactly(List.of("n1"), List.of("n2"), List.of());
    assertThat(matrix.columns().getLast().isWholeCluster()).isTrue();
    assertThat(matrix.columnOf(findings.getFirst())).contains(matrix.columns().getLast());
    assertThat(matrix.columnOf(findings.getLast())).contains(matrix.columns().get(1));
  }

  @Test
  void aCellHoldsTheFindingsOfItsMachinesInTheirOrder() {
    for (int i = 1; i <= 9; i++) {
      passed("memory", "n" + i, 10 - i);
      found(
          "swap",
          Optional.of("n" + i),
          i == 4 ? State.WARNING : State.PASSED,
          Message.of("value", i));
    }
    Matrix matrix = matrix();
    var section = matrix.sections().getFirst();
    assertThat(section.lines().stream().map(Matrix.Line::key)).containsExactly("memory", "swap");
    assertThat(section.news().stream().map(Matrix.Line::key)).containsExactly("swap");
    assertThat(section.passed().stream().map(Matrix.Line::key)).containsExactly("memory");
    var many = section.lines().getFirst().cells().get(matrix.columns().getFirst());
    assertThat(many.stream().map(finding -> finding.host().orElseThrow().value()))
        .containsExactly("n1", "n2", "n3", "n5", "n6", "n7", "n8", "n9");
    assertThat(section.in(matrix.columns().getFirst()))
        .isEqualTo(new Matrix.Summary(State.PASSED, 2, 2));
    assertThat(section.in(matrix.columns().getLast()))
        .isEqualTo(new Matrix.Summary(State.WARNING, 1, 2));
  }

  @Test
  void aSharedCellShowsTheNumberInTheMiddle() {
    for (int value : List.of(900, 10, 40, 30, 20)) {
      passed("delay", "n" + value, value);
    }
    assertThat(Shared.of(findings).value())
        .isEqualTo(Message.of("wizard.requirements.about", Message.of("value", 30)));
    assertThat(Shared.of(findings).finding().host()).contains(new HostName("n30"));
  }

  @Test
  void aSharedCellShowsTheOneValueOrHowManyNamesThereAre() {
    passed("kernel", "n1", "6.12");
    passed("kernel", "n2", "6.12");
    assertThat(Shared.of(findings).value()).isEqualTo(Message.of("value", "6.12"));
    passed("kernel", "n3", "6.8");
    assertThat(Shared.of(findings).value()).isEqualTo(Message.of("wizard.requirements.values", 2));
  }

  @Test
  void theWorstStandsForAll() {
    passed("swap", "n1", 5);
    found("swap", Optional.of("n2"), State.BLOCKS, Message.of("value", 1));
    passed("swap", "n3", 9);
    assertThat(Shared.of(findings).finding().host()).contains(new HostName("n2"));
  }
}
