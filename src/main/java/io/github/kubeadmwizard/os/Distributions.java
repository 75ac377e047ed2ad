package io.github.kubeadmwizard.os;

import io.github.kubeadmwizard.facts.HostFacts;
import io.github.kubeadmwizard.facts.Os;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The table of distributions, and what it says of a host. */
public final class Distributions {
  /** The table among our assets. */
  public static final String ASSET = "os/distributions.txt";

  /** A line: os-release's ID, the version or what it begins with, level, Docker's path or "-". */
  private record Row(String id, String version, Support support, String docker) {}

  private final List<Row> rows;

  /**
   * Reads the table.
   *
   * @throws IllegalArgumentException where a line has not four words
   */
  public Distributions(String table) {
    rows =
        table
            .lines()
            .map(line -> line.replaceFirst("#.*", "").strip())
            .filter(line -> !line.isEmpty())
            .map(Distributions::row)
            .toList();
  }

  /** What the host's distribution means for us. */
  public Distribution of(HostFacts host) {
    var os = host.os();
    var row = find(os);
    return new Distribution(
        Family.of(os),
        row.map(Row::support).orElse(Support.UNKNOWN),
        host.packages().tool(),
        row.map(Row::docker).or(() -> ofParent(os)).filter(path -> !path.equals("-")),
        os.codename());
  }

  private Optional<Row> find(Os os) {
    var id = os.id().orElse("");
    var version = os.versionId().orElse("");
    return rows.stream()
        .filter(row -> row.id().equals(id))
        .filter(row -> row.version().equals("*") || begins(version, row.version()))
        .findFirst();
  }

  /**
   * A distribution that is not listed takes Docker's packages from the nearest it descends from.
   */
  private Optional<String> ofParent(Os os) {
    return Stream.concat(os.id().stream(), os.idLike().stream())
        .flatMap(id -> rows.stream().filter(row -> row.id().equals(id)))
        .map(Row::docker)
        .findFirst();
  }

  private static boolean begins(String version, String with) {
    return version.equals(with) || version.startsWith(with + ".");
  }

  private static Row row(String line) {
    var words = line.split("\\s+", -1);
    if (words.length != 4) {
      throw new IllegalArgumentException("not a distribution: " + line);
    }
    return new Row(words[0], words[1], Support.valueOf(words[2]), words[3]);
  }
}
