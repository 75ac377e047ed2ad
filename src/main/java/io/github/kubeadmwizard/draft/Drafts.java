package io.github.kubeadmwizard.draft;

import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.cluster.KubernetesNames;
import io.github.kubeadmwizard.home.PrivateDirectory;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.yaml.Position;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The clusters of this user's wizard, finished or not: each a cluster file {@code NAME.yaml} in one
 * private directory, and which of them was open last. No secret stands in them. Every method may
 * throw IOException where the disk refuses; what a user can mend is a message instead.
 */
public final class Drafts {
  private static final String ENDING = ".yaml";
  private static final String LAST = "last";
  private static final String REPLACEMENT = "\uFFFD";

  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

  /** Source: Microsoft, "Naming files, paths, and namespaces"; with any ending, too. */
  private static final Pattern DEVICE = Pattern.compile("con|prn|aux|nul|com\\d|lpt\\d");

  private final Path directory;
  private final ClusterFile files;
  private final InstantSource clock;

  /**
   * @param directory holds the drafts and nothing else; made when the first is saved
   */
  public Drafts(Path directory, ClusterFile files, InstantSource clock) {
    this.directory = directory;
    this.files = files;
    this.clock = clock;
  }

  /** The names of all clusters, in alphabetical order. */
  public List<String> list() throws IOException {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> inside = Files.list(directory)) {
      return inside
          .filter(Files::isRegularFile)
          .flatMap(file -> nameOf(file).stream())
          .sorted()
          .toList();
    }
  }

  /** Where the cluster's draft lies, whether it is there or not. */
  public Path file(String name) {
    return directory.resolve((DEVICE.matcher(name).matches() ? name + "_" : name) + ENDING);
  }

  private static Optional<String> nameOf(Path file) {
    var text = file.getFileName().toString();
    return Optional.of(text)
        .filter(t -> t.endsWith(ENDING))
        .map(t -> t.substring(0, t.length() - ENDING.length()).replaceFirst("_$", ""))
        .filter(KubernetesNames::isDnsLabel);
  }

  /** The draft as far as it can be read, under the name asked for; empty where there is none. */
  public Optional<DraftResult> open(String name) throws IOException {
    if (!isThere(name)) {
      return Optional.empty();
    }
    try {
      var text = new String(Files.readAllBytes(file(name)), StandardCharsets.UTF_8);
      var read = files.open(text.startsWith("\uFEFF") ? text.substring(1) : text);
      return Optional.of(
          new DraftResult(
              read.spec().withName(name),
              Stream.concat(unreadableLetters(text), read.problems().stream()).toList()));
    } catch (NoSuchFileException e) { // gone since we looked
      return Optional.empty();
    }
  }

  private static Stream<FileProblem> unreadableLetters(String text) {
    return text.contains(REPLACEMENT)
        ? Stream.of(
            new FileProblem(
                Position.START,
                "",
                Message.of("draft.notUtf8"),
                Message.of("draft.notUtf8.allowed"),
                Optional.empty()))
        : Stream.empty();
  }

  /**
   * Saves a cluster under a name that none has yet.
   *
   * @return why it was not saved; empty where it was
   */
  public Optional<Message> create(ClusterSpec spec) throws IOException {
    return isThere(spec.name())
        ? Optional.of(Message.of("draft.name.taken", spec.name()))
        : save(spec);
  }

  /**
   * Saves a cluster in place of what was saved by its name. A file there that could not be read
   * whole is kept aside, as {@code NAME.broken-YYYYMMDD-HHMMSS.yaml}.
   *
   * @return why it was not saved; empty where it was
   */
  public Optional<Message> save(ClusterSpec spec) throws IOException {
    if (!KubernetesNames.isDnsLabel(spec.name())) {
      return Optional.of(Message.of("draft.name.notOne", spec.name()));
    }
    PrivateDirectory.create(directory);
    var before = open(spec.name());
    if (before.isPresent() && !before.get().problems().isEmpty()) {
      Files.move(file(spec.name()), aside(spec.name()));
    }
    WholeFile.writePrivate(file(spec.name()), files.write(spec));
    return Optional.empty();
  }

  private Path aside(String name) {
    var stamp = STAMP.format(LocalDateTime.ofInstant(clock.instant(), ZoneId.systemDefault()));
    var stem = name + ".broken-" + stamp;
    var aside = directory.resolve(stem + ENDING);
    for (int i = 2; Files.exists(aside); i++) {
      aside = directory.resolve(stem + "-" + i + ENDING);
    }
    return aside;
  }

  /**
   * Gives a cluster another name; if it was open last, it stays so.
   *
   * @return why it kept its name; empty where it has the new one
   */
  public Optional<Message> rename(String from, String to) throws IOException {
    var draft = open(from);
    if (draft.isEmpty()) {
      return Optional.of(Message.of("draft.name.absent", from));
    }
    if (from.equals(to)) {
      return Optional.empty();
    }
    boolean wasLast = last().equals(Optional.of(from));
    var refused = create(draft.get().spec().withName(to));
    if (refused.isPresent()) {
      return refused;
    }
    if (draft.get().problems().isEmpty()) {
      Files.delete(file(from));
    } else {
      Files.move(file(from), aside(from));
    }
    if (wasLast) {
      rememberLast(to);
    }
    return Optional.empty();
  }

  /** Deletes a cluster's draft; broken ones that were kept aside stay. */
  public void delete(String name) throws IOException {
    if (isThere(name)) {
      Files.delete(file(name));
    }
  }

  /** The cluster that was open last, if it is still there. */
  public Optional<String> last() throws IOException {
    var note = directory.resolve(LAST);
    if (!Files.isRegularFile(note)) {
      return Optional.empty();
    }
    var name = new String(Files.readAllBytes(note), StandardCharsets.UTF_8).strip();
    return Optional.of(name).filter(this::isThere);
  }

  /** Notes which cluster is open, for the next start. */
  public void rememberLast(String name) throws IOException {
    PrivateDirectory.create(directory);
    WholeFile.writePrivate(directory.resolve(LAST), name + "\n");
  }

  private boolean isThere(String name) {
    return KubernetesNames.isDnsLabel(name) && Files.isRegularFile(file(name));
  }
}
