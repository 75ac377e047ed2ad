package io.github.kubeadmwizard.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** The runs of all clusters on this computer: {@code runs/CLUSTER/RUN/journal.jsonl}. */
public final class Runs {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

  private final Path directory;

  /**
   * @param state the user's directory for state, see {@code home.UserDirectories}
   */
  public Runs(Path state) {
    this.directory = state.resolve("runs");
  }

  /**
   * Begins the journal of a new run.
   *
   * @param mask covers the secrets in a text, such as {@code RunValues::masked}
   * @throws IOException if it cannot be made
   */
  public Journal begin(String cluster, String runId, UnaryOperator<String> mask)
      throws IOException {
    var run = new RunDirectory(of(cluster).resolve(checked(runId)));
    Private.directory(run.path());
    return new Journal(run, mask);
  }

  /**
   * The runs of a cluster, newest first.
   *
   * @throws IOException if the directory is there and cannot be read
   */
  public List<RunDirectory> list(String cluster) throws IOException {
    Path place = of(cluster);
    if (!Files.isDirectory(place)) {
      return List.of();
    }
    try (var entries = Files.list(place)) {
      return entries
          .filter(Files::isDirectory)
          .map(RunDirectory::new)
          .sorted(Comparator.comparing(RunDirectory::runId).reversed())
          .toList();
    }
  }

  /**
   * The clusters that were installed from here.
   *
   * @throws IOException if the directory is there and cannot be read
   */
  public List<String> clusters() throws IOException {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (var entries = Files.list(directory)) {
      return entries
          .filter(Files::isDirectory)
          .map(place -> place.getFileName().toString())
          .sorted()
          .toList();
    }
  }

  /**
   * A run by its id, or by the beginning of it if no other begins so.
   *
   * @throws IOException if the directory is there and cannot be read
   */
  public Optional<RunDirectory> find(String cluster, String id) throws IOException {
    var found = list(cluster).stream().filter(run -> run.runId().startsWith(id)).toList();
    return found.size() == 1
        ? Optional.of(found.getFirst())
        : found.stream().filter(run -> run.runId().equals(id)).findFirst();
  }

  /**
   * The newest run, as far as it went.
   *
   * @throws IOException if it is there and cannot be read
   */
  public Optional<RunSummary> last(String cluster) throws IOException {
    List<RunDirectory> all = list(cluster);
    return all.isEmpty() ? Optional.empty() : Optional.of(RunSummary.of(all.getFirst()));
  }

  /** Makes sure that no other program installs this cluster from this computer. */
  public ClusterLock lock(String cluster, String runId) throws IOException {
    Path place = Private.directory(of(cluster));
    return ClusterLock.take(place.resolve("lock"), runId);
  }

  private Path of(String cluster) {
    return directory.resolve(checked(cluster));
  }

  private static String checked(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("no name for a directory: " + name);
    }
    return name;
  }
}
