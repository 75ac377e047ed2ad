package io.github.kubeadmwizard.wizard.step.ready;

import io.github.kubeadmwizard.smoke.SmokeReport;
import io.github.kubeadmwizard.smoke.Way;
import io.github.kubeadmwizard.smoke.Way.Kind;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.ui.Parts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import org.kordamp.ikonli.feather.Feather;

/**
 * From whom to whom it works: a row for each node, and one for its pod. Where many nodes all work
 * alike, only a sentence stands in place of the table.
 */
final class SmokeTable {
  private static final int MOST = 12; // nodes that are shown one by one

  private final Parts parts;
  private final SmokeReport report;

  SmokeTable(Parts parts, SmokeReport report) {
    this.parts = parts;
    this.report = report;
  }

  Node node() {
    if (report.nodes().size() > MOST) {
      return parts.hint(Message.of("wizard.ready.smoke.counts", report.ways().size(), failed()));
    }
    var grid = new GridPane(20, 6);
    grid.setId("smoke-table");
    heads(grid);
    for (String node : report.nodes()) {
      row(grid, Message.of("wizard.ready.smoke.node", node), fromNode(node));
      row(grid, Message.of("wizard.ready.smoke.pod", node), fromPod(node));
    }
    var scroll = new ScrollPane(grid);
    scroll.setFitToHeight(true);
    scroll.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setMinHeight(javafx.scene.layout.Region.USE_PREF_SIZE);
    return scroll;
  }

  private long failed() {
    return report.ways().stream().filter(Way::failed).count();
  }

  private void heads(GridPane grid) {
    var heads = new ArrayList<String>();
    heads.add(parts.say(Message.of("wizard.ready.smoke.from")));
    report
        .nodes()
        .forEach(node -> heads.add(parts.say(Message.of("wizard.ready.smoke.pod", node))));
    heads.addAll(List.of("Service", "DNS", "NodePort", "logs", "exec"));
    IntStream.range(0, heads.size()).forEach(i -> grid.add(head(heads.get(i)), i, 0));
  }

  private static Label head(String text) {
    var head = new Label(text);
    head.getStyleClass().addAll("small", "strong");
    head.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
    return head;
  }

  private void row(GridPane grid, Message from, Stream<List<Way>> ways) {
    int row = grid.getRowCount();
    var cells = ways.toList();
    grid.add(head(parts.say(from)), 0, row);
    for (int i = 0; i < cells.size(); i++) {
      if (!cells.get(i).isEmpty()) {
        grid.add(cell(cells.get(i).getFirst()), i + 1, row);
      }
    }
  }

  /** An empty list is a cell in which there is nothing to try. */
  private Stream<List<Way>> fromNode(String node) {
    return Stream.concat(
        report.nodes().stream().map(to -> List.of(report.way(Kind.NODE_TO_POD, node, to))),
        Stream.of(
            List.of(report.way(Kind.NODE_TO_SERVICE, node, "")),
            List.of(),
            List.of(report.way(Kind.NODE_PORT, node, "")),
            List.of(report.way(Kind.LOGS, node, "")),
            List.of(report.way(Kind.EXEC, node, ""))));
  }

  private Stream<List<Way>> fromPod(String node) {
    return Stream.concat(
        report.nodes().stream()
            .map(to ->
                to.equals(node) ? List.<Way>of() : List.of(report.way(Kind.POD_TO_POD, node, to))),
        Stream.of(
            List.of(report.way(Kind.POD_TO_SERVICE, node, "")),
            List.of(report.way(Kind.POD_TO_DNS, node, ""))));
  }

  private Label cell(Way way) {
    String words =
        parts.say(
            switch (way.state()) {
              case OK -> Message.of("wizard.ready.smoke.cell.ok");
              case NOT_TRIED -> Message.of("wizard.ready.smoke.cell.notTried");
              case LARGE -> Message.of("wizard.ready.smoke.cell.large");
              case SOURCE, OTHER -> Message.of("wizard.ready.smoke.cell.wrong");
              case SILENT -> Message.of("wizard.ready.smoke.cell.failed");
            });
    var cell = new Label(way.failed() ? words : "");
    cell.setAccessibleText(words);
    cell.setTooltip(new Tooltip(words));
    cell.getStyleClass().add("small");
    cell.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
    cell.setGraphic(
        switch (way.state()) {
          case OK -> Parts.icon(Feather.CHECK, "good");
          case NOT_TRIED -> Parts.icon(Feather.MINUS, "quiet");
          default -> Parts.icon(Feather.X, "bad");
        });
    return cell;
  }
}
