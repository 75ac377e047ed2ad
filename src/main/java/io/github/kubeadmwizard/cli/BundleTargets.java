package io.github.kubeadmwizard.cli;

import io.github.kubeadmwizard.bundle.BundleFailure;
import io.github.kubeadmwizard.bundle.BundleMaking;
import io.github.kubeadmwizard.bundle.BundleMaking.Wish;
import io.github.kubeadmwizard.bundle.ManifestFile;
import io.github.kubeadmwizard.bundle.Needs;
import io.github.kubeadmwizard.bundle.Target;
import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.cluster.KubernetesVersion;
import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.engine.Plan;
import io.github.kubeadmwizard.facts.HostFacts;
import io.github.kubeadmwizard.install.Installation;
import io.github.kubeadmwizard.kubeadm.ProgramFiles;
import io.github.kubeadmwizard.manifests.ManifestPlace;
import io.github.kubeadmwizard.manifests.ManifestUnavailable;
import io.github.kubeadmwizard.manifests.ManifestWish;
import io.github.kubeadmwizard.manifests.Manifests;
import io.github.kubeadmwizard.manifests.UpstreamManifest.PublishedFile;
import io.github.kubeadmwizard.os.Archives;
import io.github.kubeadmwizard.os.ImaginedFacts;
import io.github.kubeadmwizard.session.FactsReader;
import io.github.kubeadmwizard.text.Message;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * For which kinds of machines a bundle is made, and what the plan of the installation fetches on
 * each: those of the cluster's hosts, or those that the user names.
 */
final class BundleTargets {
  private final Tools tools;
  private final Output output;
  private final ClusterSpec spec;
  private final Map<String, String> archives;
  private final Map<Target, Kind> kinds = new LinkedHashMap<>();

  /** Hosts of one kind: a cluster whose plan is read, and the facts for it. */
  private record Kind(ClusterSpec spec, Map<HostName, HostFacts> facts, List<HostName> hosts) {}

  /**
   * @param archives addresses by operating system, as the user gave them
   */
  BundleTargets(Tools tools, Output output, ClusterSpec spec, Map<String, String> archives) {
    this.tools = tools;
    this.output = output;
    this.spec = spec;
    this.archives = Map.copyOf(archives);
  }

  /** Asks all hosts what they are. */
  void ofHosts(HostOptions options) throws CommandEnd {
    boolean json = options.common.json;
    try (var open = OpenCluster.open(tools, output, options, spec, ClusterSpec::hosts)) {
      if (!open.problems().isEmpty()) {
        output.tell(Message.of("cli.bundle.orFor"));
      }
      open.needAll(output, json);
      var facts = new LinkedHashMap<HostName, HostFacts>();
      var reader = tools.workshop().reading().over(open.fleet());
      var hosts = spec.hosts().stream().map(OpenCluster::name).toList();
      reader
          .read(spec, hosts, _ -> List.of())
          .forEach((host, answer) -> {
            switch (answer) {
              case FactsReader.Read read -> facts.put(host, read.facts());
              case FactsReader.Unread(var problem) -> output.tell(List.of(problem), json);
            }
          });
      if (facts.size() < hosts.size()) {
        throw new CommandEnd(ExitCode.FAILED);
      }
      for (HostName host : hosts) {
        Target target = target(host, facts);
        kinds
            .computeIfAbsent(target, _ -> new Kind(spec, facts, new ArrayList<>()))
            .hosts()
            .add(host);
      }
    }
  }

  private Target target(HostName host, Map<HostName, HostFacts> facts) throws CommandEnd {
    HostFacts its = facts.get(host);
    Optional<Target> target =
        its == null
            ? Optional.empty()
            : Target.of(its.os().id(), its.os().versionId(), its.machine().architecture());
    if (target.isEmpty()) {
      output.tell(Message.of("cli.bundle.unknownHost", host.value()));
      throw new CommandEnd(ExitCode.FAILED);
    }
    return target.get();
  }

  /** Machines that are not there: the first control plane carries all that any host needs. */
  void imagined(List<String> wanted) throws CommandEnd {
    for (String text : wanted) {
      Optional<Target> target = Target.parse(text);
      Optional<HostFacts> facts =
          target.flatMap(t -> ImaginedFacts.of(t.distribution(), t.version(), t.architecture()));
      if (target.isEmpty() || facts.isEmpty()) {
        output.tell(Message.of("cli.bundle.unknownTarget", text, ImaginedFacts.known()));
        throw new CommandEnd(ExitCode.USAGE);
      }
      var host = spec.firstControlPlane().at("192.0.2.1", 22, "nobody");
      var one = spec.withHosts(List.of(host.withAddresses(Optional.empty(), Optional.empty())));
      var name = OpenCluster.name(one.firstControlPlane());
      kinds.put(target.get(), new Kind(one, Map.of(name, facts.get()), List.of(name)));
    }
  }

  /** What will be made, for the user. */
  List<String> kinds() {
    return kinds.keySet().stream().map(Target::toString).toList();
  }

  /** The version in full: what the user said, or the newest patch that the source has. */
  String version(BundleMaking making) throws BundleFailure, CommandEnd {
    KubernetesVersion wish = spec.kubernetes();
    if (wish.isFull()) {
      return wish.toString();
    }
    if (spec.packages().binaries().isPresent()) {
      return making.said(ProgramFiles.load().newestPatch(spec), wish.minorText());
    }
    List<Wish> any = wishes(wish.minorText() + ".0");
    return making.newest("kubeadm", wish.minorText(), any.getFirst());
  }

  /** What each kind of machine needs with this version. */
  List<Wish> wishes(String version) throws CommandEnd {
    var wishes = new ArrayList<Wish>();
    for (Map.Entry<Target, Kind> one : kinds.entrySet()) {
      Kind kind = one.getValue();
      ClusterSpec full = kind.spec().withKubernetes(KubernetesVersion.parse(version));
      Plan plan = tools.workshop().planning().selfContained(full, kind.facts(), fetched(full));
      wishes.add(new Wish(one.getKey(), needs(plan, kind.hosts()), archives(one.getKey(), kind)));
    }
    return wishes;
  }

  private Manifests fetched(ClusterSpec full) throws CommandEnd {
    try {
      return tools.workshop().fetching().fetched(full, output::tell);
    } catch (ManifestUnavailable unavailable) {
      output.tell(List.of(unavailable.problem()), false);
      throw new CommandEnd(ExitCode.FAILED);
    }
  }

  /** The manifests of the cluster, from where its file says. */
  List<ManifestFile> manifests() {
    var place = ManifestPlace.of(spec.manifests(), tools.directories());
    var files = new ArrayList<ManifestFile>();
    for (ManifestWish wish : Installation.manifests(spec)) {
      switch (wish) {
        case ManifestWish.OfUpstream(var manifest) ->
            manifest.files().forEach(file -> files.add(file(file, place)));
        case ManifestWish.OfTheUser(String own) -> {
          if (own.contains("://")) {
            files.add(
                new ManifestFile(
                    ManifestFile.pathOf(own),
                    Optional.empty(),
                    Optional.of(URI.create(own)),
                    Optional.empty()));
          }
        }
      }
    }
    return files;
  }

  private static ManifestFile file(PublishedFile file, ManifestPlace place) {
    String path = ManifestFile.FOLDER + "/" + file.path();
    var sha256 = Optional.of(file.sha256());
    return switch (place) {
      case ManifestPlace.Upstream() ->
          new ManifestFile(path, sha256, file.address(), Optional.empty());
      case ManifestPlace.Address(URI base) ->
          new ManifestFile(path, sha256, Optional.of(base.resolve(file.path())), Optional.empty());
      case ManifestPlace.Directory(Path directory) ->
          new ManifestFile(
              path, sha256, Optional.empty(), Optional.of(directory.resolve(file.path())));
    };
  }

  private static Needs needs(Plan plan, List<HostName> hosts) {
    return hosts.stream().map(host -> Needs.of(plan, host)).reduce(Needs::and).orElseThrow();
  }

  /** The user's own word first, then what the hosts themselves use. */
  private List<Needs.Source> archives(Target target, Kind kind) {
    Set<Archives.Archive> debian = new TreeSet<>();
    Set<Archives.RpmArchive> rpm = new LinkedHashSet<>();
    String said = archives.get(target.os());
    if (said != null) {
      debian.addAll(Archives.at(said, target.distribution(), target.version()));
      rpm.addAll(Archives.rpmAt(said, target.distribution(), target.version()));
    } else {
      for (HostName host : kind.hosts()) {
        HostFacts facts = Objects.requireNonNull(kind.facts().get(host));
        debian.addAll(Archives.of(facts));
        rpm.addAll(Archives.rpmOf(facts));
      }
    }
    var found = new ArrayList<Needs.Source>();
    debian.forEach(
        a -> found.add(new Needs.Repository(a.uri(), a.suite(), a.components(), Optional.empty())));
    rpm.forEach(a ->
        found.add(new Needs.RpmRepository(a.address(), a.isList(), a.below(), Optional.empty())));
    return found;
  }
}
