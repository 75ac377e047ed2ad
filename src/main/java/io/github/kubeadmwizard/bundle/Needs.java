package io.github.kubeadmwizard.bundle;

import io.github.kubeadmwizard.engine.Action;
import io.github.kubeadmwizard.engine.Action.PackageWish;
import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.engine.HostScript;
import io.github.kubeadmwizard.engine.Plan;
import io.github.kubeadmwizard.manifests.ImageReference;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a host would fetch, read off the plan of an installation: so a bundle holds what the plan
 * asks for, whatever phase asks for it.
 *
 * @param repositories that are added
 * @param packages out of these and of the distribution's own
 * @param programs lines of {@code binaries.sh}
 * @param images in full
 */
public record Needs(
    List<Source> repositories,
    List<PackageWish> packages,
    List<ProgramLine> programs,
    List<String> images) {
  public Needs {
    repositories = List.copyOf(repositories);
    packages = List.copyOf(packages);
    programs = List.copyOf(programs);
    images = List.copyOf(images);
  }

  /** Where packages come from. */
  public sealed interface Source {}

  /**
   * A repository of Debian packages.
   *
   * @param uri its address
   * @param suite such as {@code trixie}; {@code /} for a flat one
   * @param components none for a flat one
   * @param key address of its key; empty: one that the host trusts already
   */
  public record Repository(String uri, String suite, List<String> components, Optional<String> key)
      implements Source {
    public Repository {
      components = List.copyOf(components);
    }
  }

  /**
   * A repository of RPM packages, or several.
   *
   * @param uri its address, in which {@code $releasever} and {@code $basearch} may stand
   * @param isList whether a list of mirrors is there, as a text or as a metalink
   * @param below paths of repositories below the address, where it is none itself
   * @param key address of its key; empty: one that the host has already
   */
  public record RpmRepository(String uri, boolean isList, List<String> below, Optional<String> key)
      implements Source {
    public RpmRepository {
      below = List.copyOf(below);
    }
  }

  /**
   * A line of what {@code binaries.sh} installs.
   *
   * @param checksum a SHA-256, or {@code @} and the address of a file that says it
   */
  record ProgramLine(String url, String checksum, String path, String mode, String member) {
    static ProgramLine parse(String line) {
      String[] parts = line.split("\\|", -1);
      return new ProgramLine(parts[0], parts[1], parts[2], parts[3], parts[4]);
    }

    String line() {
      return String.join("|", url, checksum, path, mode, member);
    }
  }

  /** What a host of this plan needs. */
  public static Needs of(Plan plan, HostName host) {
    Set<Source> repositories = new LinkedHashSet<>();
    Set<PackageWish> packages = new LinkedHashSet<>();
    Set<ProgramLine> programs = new LinkedHashSet<>();
    Set<String> images = new LinkedHashSet<>();
    plan.of(host)
        .flatMap(phase -> phase.actionsOn(host).stream())
        .flatMap(List::stream)
        .forEach(action -> {
          if (action instanceof Action.EnsurePackages wanted) {
            packages.addAll(wanted.packages());
          }
          repository(action).ifPresent(repositories::add);
          programs.addAll(programs(action));
          images.addAll(images(action));
        });
    return new Needs(
        List.copyOf(repositories),
        List.copyOf(packages),
        List.copyOf(programs),
        List.copyOf(images));
  }

  /** What both need. */
  public Needs and(Needs other) {
    return new Needs(
        joined(repositories, other.repositories),
        joined(packages, other.packages),
        joined(programs, other.programs),
        joined(images, other.images));
  }

  private static <T> List<T> joined(List<T> one, List<T> other) {
    return Stream.concat(one.stream(), other.stream()).distinct().toList();
  }

  /** The repository that this action adds to a host. */
  static Optional<Source> repository(Action action) {
    boolean rpm = isScript(action, "repository-dnf.sh");
    if (!rpm && !isScript(action, "repository-apt.sh")) {
      return Optional.empty();
    }
    Map<String, String> vars = HostScript.of(action).shown();
    String uri = vars.getOrDefault("URIS", "").lines().findFirst().orElse("");
    var key = Optional.of(vars.getOrDefault("KEY_URL", ""));
    if (rpm) {
      return Optional.of(new RpmRepository(uri, false, List.of(), key));
    }
    String components = vars.getOrDefault("COMPONENTS", "").strip();
    return Optional.of(
        new Repository(
            uri,
            vars.getOrDefault("SUITE", "/"),
            components.isEmpty() ? List.of() : List.of(components.split("\\s+", -1)),
            key));
  }

  /** The files that this action downloads. */
  static List<ProgramLine> programs(Action action) {
    return isScript(action, "binaries.sh")
        ? lines(action, "FILES").stream().map(ProgramLine::parse).toList()
        : List.of();
  }

  /** The images that this action pulls, by their whole names. */
  static List<String> images(Action action) {
    return isScript(action, "images-pull.sh")
        ? lines(action, "IMAGES").stream().map(ImageReference::whole).toList()
        : List.of();
  }

  static boolean isScript(Action action, String script) {
    return action instanceof Action.RunScript run && run.script().equals(script);
  }

  private static List<String> lines(Action action, String variable) {
    return HostScript.of(action).shown().getOrDefault(variable, "").lines().toList();
  }
}
