package io.github.kubeadmwizard.bundle;

import io.github.kubeadmwizard.bundle.Needs.ProgramLine;
import io.github.kubeadmwizard.engine.Action;
import io.github.kubeadmwizard.engine.Action.BringFiles;
import io.github.kubeadmwizard.engine.Action.EnsurePackages;
import io.github.kubeadmwizard.engine.Action.PackageWish;
import io.github.kubeadmwizard.engine.Action.RunScript;
import io.github.kubeadmwizard.engine.FileToBring;
import io.github.kubeadmwizard.engine.HostScript;
import io.github.kubeadmwizard.engine.PackageFolder;
import io.github.kubeadmwizard.engine.Var;
import io.github.kubeadmwizard.text.Message;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What one host does in place of fetching: files are brought, used, and taken away again. */
final class Carried {
  private static final String PLACE = "/var/cache/kubeadm-wizard/";

  private final Bundle bundle;
  private final Path directory;
  private final Target target;
  private final List<Message> lacking = new ArrayList<>();

  Carried(Bundle bundle, Path directory, Target target) {
    this.bundle = bundle;
    this.directory = directory;
    this.target = target;
  }

  /** What the bundle has not, of all that was asked of this. */
  List<Message> lacking() {
    return List.copyOf(lacking);
  }

  /** The actions in place of this one. */
  Stream<Action> instead(Action action) {
    if (Needs.repository(action).isPresent()) {
      return Stream.empty(); // its packages come along
    }
    if (action instanceof EnsurePackages packages) {
      return packages(packages);
    }
    if (!Needs.programs(action).isEmpty()) {
      return programs((RunScript) action);
    }
    List<String> images = Needs.images(action);
    return images.isEmpty() ? Stream.of(action) : images((RunScript) action, images);
  }

  /** From their registry what the nodes reach, all else out of the bundle. */
  private Stream<Action> images(RunScript action, List<String> names) {
    var reached = names.stream().filter(bundle::isReached).toList();
    var rest = names.stream().filter(name -> !reached.contains(name)).toList();
    if (reached.isEmpty()) {
      return carried(action, names);
    }
    Action pull = with(action, action.script(), Map.of("IMAGES", String.join("\n", reached)));
    return rest.isEmpty()
        ? Stream.of(pull)
        : Stream.concat(carried(named(action, "carried-" + action.id()), rest), Stream.of(pull));
  }

  private Stream<Action> lacks(Message what) {
    lacking.add(what);
    return Stream.empty();
  }

  private Stream<Action> packages(EnsurePackages action) {
    Optional<Bundle.Packages> has = bundle.packagesOf(target);
    if (has.isEmpty()) {
      return lacks(Message.of("bundle.lacks.target", target.toString()));
    }
    for (PackageWish wish : action.packages()) {
      if (!has.get().has(wish.name(), Optional.ofNullable(wish.version()))) {
        String name = wish.version() == null ? wish.name() : wish.name() + " " + wish.version();
        lacking.add(Message.of("bundle.lacks.package", name, target.toString()));
      }
    }
    String folder = PLACE + action.id();
    var files = has.get().repositories().stream().flatMap(r -> r.files().stream()).toList();
    var unless = Map.of("PACKAGES", HostScript.of(action).shown().getOrDefault("PACKAGES", ""));
    var sources = has.get().repositories().stream().map(r -> source(folder, r)).toList();
    return Stream.of(
        bring(action, folder, files, unless), action.from(sources), away(action.id(), folder));
  }

  private static PackageFolder source(String folder, Bundle.Repository repository) {
    return new PackageFolder(
        folder + "/" + repository.folder(),
        repository.suite(),
        repository.components(),
        repository.key().map(key -> folder + "/" + key));
  }

  private Stream<Action> programs(RunScript action) {
    String folder = PLACE + action.id();
    var files = new ArrayList<BundleFile>();
    var lines = new ArrayList<String>();
    for (ProgramLine line : Needs.programs(action)) {
      Optional<Bundle.Program> program = bundle.program(line.url());
      if (program.isEmpty()) {
        lacking.add(Message.of("bundle.lacks.program", line.url()));
        continue;
      }
      BundleFile file = program.get().file();
      files.add(file);
      lines.add(
          new ProgramLine(
                  "file:" + folder + "/" + file.path(),
                  file.sha256(),
                  line.path(),
                  line.mode(),
                  line.member())
              .line());
    }
    String all = String.join("\n", lines);
    return Stream.of(
        bring(action, folder, files, Map.of("PROGRAMS", all)),
        with(action, action.script(), Map.of("FILES", all)),
        away(action.id(), folder));
  }

  private Stream<Action> carried(RunScript action, List<String> names) {
    String folder = PLACE + action.id();
    var found = new ArrayList<Bundle.Image>();
    for (String name : names) {
      Optional<Bundle.Image> image = bundle.image(name, target.architecture());
      image.ifPresent(found::add);
      if (image.isEmpty()) {
        lacking.add(Message.of("bundle.lacks.image", name, target.architecture()));
      }
    }
    String socket = HostScript.of(action).shown().getOrDefault("SOCKET", "");
    boolean docker = socket.contains("cri-dockerd");
    var files = new LinkedHashMap<String, BundleFile>();
    found.forEach(image -> image.blobs().forEach(blob -> files.put(blob.path(), blob)));
    var lines =
        found.stream()
            .flatMap(image -> docker ? dockerLine(image).stream() : Stream.of(line(image)))
            .collect(Collectors.joining("\n"));
    String layout = folder + "/" + ImagePull.layout(target.architecture());
    return Stream.of(
        bring(
            action,
            folder,
            List.copyOf(files.values()),
            Map.of("IMAGES", String.join("\n", names), "SOCKET", socket)),
        with(
            RunScript.of(
                    action.id(),
                    Message.of("bundle.action.load", found.size()),
                    docker ? "images-load.sh" : "images-import.sh",
                    Map.of())
                .within(action.deadline()),
            docker ? "images-load.sh" : "images-import.sh",
            Map.of("FOLDER", layout, "IMAGES", lines, "SOCKET", socket)),
        away(action.id(), folder));
  }

  /** A line of {@code images-import.sh}. */
  private static String line(Bundle.Image image) {
    return String.join(
        "|",
        image.name(),
        image.mediaType(),
        image.digest(),
        String.valueOf(image.bytes()),
        image.blobs().stream()
            .map(blob -> "sha256:" + blob.sha256())
            .collect(Collectors.joining(" ")));
  }

  /** A line of {@code images-load.sh}. Docker knows digests only of what it pulled itself. */
  private Optional<String> dockerLine(Bundle.Image image) {
    Optional<DockerLoad> load =
        image.name().contains("@") ? Optional.empty() : DockerLoad.of(directory, image);
    if (load.isEmpty()) {
      lacking.add(Message.of("bundle.lacks.dockerImage", image.name()));
    }
    return load.map(
        its -> String.join("|", line(image), its.configuration(), String.join(" ", its.layers())));
  }

  /** What for is said too: there may be several in a phase. */
  private BringFiles bring(
      Action action, String folder, List<BundleFile> files, Map<String, String> unless) {
    var bringing = new LinkedHashMap<String, FileToBring>();
    for (BundleFile file : files) {
      bringing.put(
          file.path(),
          new FileToBring(
              directory.resolve(file.path()), file.path(), file.bytes(), file.sha256()));
    }
    long bytes = bringing.values().stream().mapToLong(FileToBring::bytes).sum();
    return new BringFiles(
        "bring-" + action.id(),
        Message.of(
            "bundle.action.bring", bringing.size(), Math.ceilDiv(bytes, 1_000_000), action.title()),
        folder,
        List.copyOf(bringing.values()),
        new TreeMap<>(unless));
  }

  private static RunScript with(RunScript action, String script, Map<String, String> more) {
    var vars = new TreeMap<>(action.vars());
    more.forEach((name, value) -> vars.put(name, Var.of(value)));
    return new RunScript(
        action.id(),
        action.title(),
        script,
        vars,
        action.gives(),
        action.mayBeInterrupted(),
        action.deadline());
  }

  private static RunScript named(RunScript action, String id) {
    return new RunScript(
        id,
        action.title(),
        action.script(),
        action.vars(),
        action.gives(),
        action.mayBeInterrupted(),
        action.deadline());
  }

  private static RunScript away(String id, String folder) {
    return RunScript.of(
        "take-away-" + id,
        Message.of("bundle.action.away"),
        "remove-brought.sh",
        Map.of("FOLDER", Var.of(folder)));
  }
}
