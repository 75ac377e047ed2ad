package io.github.kubeadmwizard.draft;

import io.github.kubeadmwizard.assets.Assets;
import io.github.kubeadmwizard.cluster.ClusterRules;
import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.cluster.KubernetesMinors;
import io.github.kubeadmwizard.cluster.KubernetesVersion;
import io.github.kubeadmwizard.cluster.Mirrors;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.yaml.PlainTree;
import io.github.kubeadmwizard.yaml.Position;
import io.github.kubeadmwizard.yaml.YamlException;
import io.github.kubeadmwizard.yaml.YamlNode;
import io.github.kubeadmwizard.yaml.YamlReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Stream;

/** Reads and writes cluster files ({@code apiVersion: kubeadm-wizard/v1}). */
public final class ClusterFile {
  private final KubernetesMinors minors;
  private final Mirrors mirrors;

  /**
   * @param minors which Kubernetes versions a file may name
   * @param mirrors which mirrors it may name
   */
  public ClusterFile(KubernetesMinors minors, Mirrors mirrors) {
    this.minors = minors;
    this.mirrors = mirrors;
  }

  /** With the versions and mirrors that this program was built for. */
  public static ClusterFile ofThisProgram() {
    return new ClusterFile(minorsOfThisProgram(), mirrorsOfThisProgram());
  }

  /** The Kubernetes minors that this program was built for. */
  public static KubernetesMinors minorsOfThisProgram() {
    return Own.MINORS;
  }

  /** The mirrors that this program knows by name. */
  public static Mirrors mirrorsOfThisProgram() {
    return Own.MIRRORS;
  }

  /** Read once, and not before it is asked for: a page asks at every key that is typed. */
  private static final class Own {
    private static final Mirrors MIRRORS = Mirrors.of(PlainTree.read(Assets.text(Mirrors.ASSET)));
    private static final KubernetesMinors MINORS = readMinors();
  }

  private static KubernetesMinors readMinors() {
    var data = PlainTree.read(Assets.text("kubernetes/versions.yaml"));
    var minors = (List<?>) data.getOrDefault("minors", List.of());
    return new KubernetesMinors(
        KubernetesVersion.parse(String.valueOf(data.get("default"))),
        minors.stream()
            .map(minor -> String.valueOf(((Map<?, ?>) minor).get("minor")))
            .map(KubernetesVersion::parse)
            .toList());
  }

  /** Reads a file; one that is absent or unreadable is refused like one with mistakes. */
  public ClusterFileResult read(Path file) {
    try {
      return read(file.toString(), Files.readString(file));
    } catch (NoSuchFileException e) {
      return refused(file, Message.of("draft.noFile"), Message.of("draft.noFile.allowed"));
    } catch (CharacterCodingException e) {
      return refused(file, Message.of("draft.notUtf8"), Message.of("draft.notUtf8.allowed"));
    } catch (IOException e) {
      return refused(
          file,
          Message.of("draft.unreadable", e.getClass().getSimpleName()),
          Message.of("draft.unreadable.allowed"));
    }
  }

  /**
   * Reads a text.
   *
   * @param name how messages call it
   */
  public ClusterFileResult read(String name, String text) {
    try {
      return read(name, YamlReader.readOne(text));
    } catch (YamlException e) {
      var problem =
          new FileProblem(e.at(), "", e.what(), Message.of("draft.allowed.yaml"), Optional.empty());
      return new ClusterFileResult.Refused(name, List.of(problem));
    }
  }

  private ClusterFileResult read(String name, YamlNode root) {
    if (!(root instanceof YamlNode.Mapping mapping)) {
      var problem =
          new FileProblem(
              root.at(),
              "",
              Message.of("draft.noCluster"),
              Message.of("draft.allowed.yaml"),
              Optional.empty());
      return new ClusterFileResult.Refused(name, List.of(problem));
    }
    var reading = new Reading(Reading.Aim.CLUSTER);
    var fields = new Fields(reading, mapping, "");
    var spec = new ClusterReader(minors, mirrors).read(fields);
    fields.done();
    addBrokenRules(reading, spec);
    return reading.problems().isEmpty()
        ? new ClusterFileResult.Read(spec)
        : new ClusterFileResult.Refused(name, reading.problems());
  }

  /**
   * Reads a text as a draft: an unfinished cluster is no mistake, and what is wrong is left out and
   * told. Whatever the text is, a cluster comes of it.
   */
  public DraftResult open(String text) {
    var found = new Salvage(text).read();
    var reading = new Reading(Reading.Aim.DRAFT);
    var fields = new Fields(reading, found.root(), "");
    var spec = new ClusterReader(minors, mirrors).read(fields);
    fields.done();
    return new DraftResult(
        spec,
        Stream.concat(found.problems().stream(), reading.problems().stream())
            .sorted(FileProblem.IN_ORDER)
            .toList());
  }

  private static void addBrokenRules(Reading reading, ClusterSpec spec) {
    var asRead = List.copyOf(reading.problems());
    for (var rule : ClusterRules.broken(spec)) {
      if (asRead.stream().noneMatch(p -> p.concerns(rule.path()))) {
        reading.problem(
            reading.place(rule.path()), rule.path(), rule.what(), rule.allowed(), rule.meant());
      }
    }
  }

  /** Every key that a file may have, as paths: {@code hosts[].name}, {@code images.mirrors}. */
  public SortedSet<String> keys() {
    var reading = new Reading(Reading.Aim.KEYS);
    new ClusterReader(minors, mirrors)
        .read(new Fields(reading, new YamlNode.Mapping(Position.START, List.of()), ""));
    return reading.keys();
  }

  /** The file for this cluster; read again, it gives an equal cluster. */
  public String write(ClusterSpec spec) {
    return new ClusterWriter().write(spec);
  }

  /**
   * Writes the file, whole or not at all. A file that is there and is not a cluster file in order
   * stays as it is, for it may hold somebody's work.
   *
   * @return why nothing was written; empty where it was
   * @throws IOException where the disk refuses
   */
  public Optional<ClusterFileResult.Refused> save(Path file, ClusterSpec spec) throws IOException {
    if (Files.exists(file) && read(file) instanceof ClusterFileResult.Refused refused) {
      return Optional.of(refused);
    }
    WholeFile.write(file, write(spec));
    return Optional.empty();
  }

  private static ClusterFileResult refused(Path file, Message what, Message allowed) {
    return new ClusterFileResult.Refused(
        file.toString(),
        List.of(new FileProblem(Position.START, "", what, allowed, Optional.empty())));
  }
}
