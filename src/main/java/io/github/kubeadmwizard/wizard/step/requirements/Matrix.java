package io.github.kubeadmwizard.wizard.step.requirements;

import io.github.kubeadmwizard.check.CheckReport;
import io.github.kubeadmwizard.check.Finding;
import io.github.kubeadmwizard.check.Group;
import io.github.kubeadmwizard.check.State;
import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.text.Message;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The findings as a table. With few machines each has a column; with many, those that answered
 * alike share one, so that the width grows with the differences and not with the machines.
 *
 * @param columns in the order of their first machines; one for the cluster as a whole is the last
 * @param sections one for each group that has findings
 */
record Matrix(List<Column> columns, List<Section> sections) {
  /** More columns than these are no table that anybody reads. */
  static final int FEW = 8;

  Matrix {
    columns = List.copyOf(columns);
    sections = List.copyOf(sections);
  }

  /**
   * Machines that share a column.
   *
   * @param hosts empty for the cluster as a whole
   */
  record Column(List<HostName> hosts) {
    Column {
      hosts = List.copyOf(hosts);
    }

    boolean isWholeCluster() {
      return hosts.isEmpty();
    }
  }

  /**
   * A requirement.
   *
   * @param cells what was found, by column: the machines' own findings, alike within a cell
   */
  record Line(String key, Message title, Map<Column, List<Finding>> cells) {
    Line {
      cells = Map.copyOf(cells);
    }

    boolean isPassed() {
      return cells.values().stream()
          .flatMap(List::stream)
          .allMatch(finding -> finding.state() == State.PASSED);
    }
  }

  /** What belongs together. */
  record Section(Group group, List<Line> lines) {
    Section {
      lines = List.copyOf(lines);
    }

    /** What needs a look, or is set by the installation. */
    List<Line> news() {
      return lines.stream().filter(line -> !line.isPassed()).toList();
    }

    List<Line> passed() {
      return lines.stream().filter(Line::isPassed).toList();
    }

    /** The worst in this column and how many there are of it. */
    Summary in(Column column) {
      var counts = new TreeMap<State, Integer>();
      for (Line line : lines) {
        line.cells().getOrDefault(column, List.of()).stream()
            .map(Finding::state)
            .max(State::compareTo)
            .ifPresent(state -> counts.merge(state, 1, Integer::sum));
      }
      int all = counts.values().stream().mapToInt(Integer::intValue).sum();
      return counts.isEmpty()
          ? new Summary(State.PASSED, 0, 0)
          : new Summary(counts.lastKey(), counts.lastEntry().getValue(), all);
    }
  }

  /** A group in one cell: so many of all are in the worst state that there is. */
  record Summary(State worst, int many, int all) {}

  /** The table of these findings. */
  static Matrix of(CheckReport report) {
    Map<Optional<HostName>, List<Finding>> byHost = report.byHost();
    List<HostName> hosts = byHost.keySet().stream().flatMap(Optional::stream).toList();
    var columns = new ArrayList<Column>();
    if (hosts.size() <= FEW) {
      hosts.forEach(host -> columns.add(new Column(List.of(host))));
    } else {
      alike(byHost, hosts).forEach(same -> columns.add(new Column(same)));
    }
    if (byHost.containsKey(Optional.<HostName>empty())) {
      columns.add(new Column(List.of()));
    }
    return new Matrix(columns, sections(report, columns));
  }

  /**
   * Machines whose states and kinds of answer are the same; what differs in a number or a name
   * only, such as milliseconds or the machine's own name, counts as alike.
   */
  private static Iterable<List<HostName>> alike(
      Map<Optional<HostName>, List<Finding>> byHost, List<HostName> hosts) {
    var same = new LinkedHashMap<List<?>, List<HostName>>();
    for (HostName host : hosts) {
      var answers =
          byHost.getOrDefault(Optional.of(host), List.of()).stream()
              .map(finding -> List.of(finding.key(), finding.state(), finding.shortly().key()))
              .toList();
      same.computeIfAbsent(answers, _ -> new ArrayList<>()).add(host);
    }
    return same.values();
  }

  private static List<Section> sections(CheckReport report, List<Column> columns) {
    Map<Optional<HostName>, Column> places = places(columns);
    var lines = new LinkedHashMap<Group, List<Line>>();
    report
        .byCheck()
        .forEach((key, findings) -> {
          var cells = new IdentityHashMap<Column, List<Finding>>();
          for (Finding finding : findings) {
            cells.computeIfAbsent(place(places, finding), _ -> new ArrayList<>()).add(finding);
          }
          Finding any = findings.getFirst();
          lines
              .computeIfAbsent(any.group(), _ -> new ArrayList<>())
              .add(new Line(key, any.title(), cells));
        });
    return lines.entrySet().stream().map(e -> new Section(e.getKey(), e.getValue())).toList();
  }

  private static Map<Optional<HostName>, Column> places(List<Column> columns) {
    var places = new HashMap<Optional<HostName>, Column>();
    for (Column column : columns) {
      if (column.isWholeCluster()) {
        places.put(Optional.empty(), column);
      }
      column.hosts().forEach(host -> places.put(Optional.of(host), column));
    }
    return places;
  }

  private static Column place(Map<Optional<HostName>, Column> places, Finding finding) {
    return Objects.requireNonNull(places.get(finding.host()));
  }

  private static boolean isIn(Column column, Finding finding) {
    return finding.host().map(column.hosts()::contains).orElse(column.isWholeCluster());
  }

  /** Where a finding stands. */
  Optional<Column> columnOf(Finding finding) {
    return columns.stream().filter(column -> isIn(column, finding)).findFirst();
  }
}
