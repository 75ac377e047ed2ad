package io.github.kubeadmwizard.app;

import io.github.kubeadmwizard.assets.Assets;
import io.github.kubeadmwizard.bundle.BundleDirectory;
import io.github.kubeadmwizard.check.CheckReport;
import io.github.kubeadmwizard.check.Checks;
import io.github.kubeadmwizard.check.Probes;
import io.github.kubeadmwizard.check.Seen;
import io.github.kubeadmwizard.cli.CommandLineApp;
import io.github.kubeadmwizard.cli.SystemInterrupts;
import io.github.kubeadmwizard.cli.SystemTerminal;
import io.github.kubeadmwizard.cli.Tools;
import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.cluster.Departing;
import io.github.kubeadmwizard.cluster.KubernetesVersion;
import io.github.kubeadmwizard.draft.ClusterFile;
import io.github.kubeadmwizard.draft.Drafts;
import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.engine.Plan;
import io.github.kubeadmwizard.engine.ScriptText;
import io.github.kubeadmwizard.export.Export;
import io.github.kubeadmwizard.facts.FactsParser;
import io.github.kubeadmwizard.facts.HostFacts;
import io.github.kubeadmwizard.facts.OwnRoutes;
import io.github.kubeadmwizard.facts.PackageTool;
import io.github.kubeadmwizard.facts.Route;
import io.github.kubeadmwizard.home.UserDirectories;
import io.github.kubeadmwizard.install.Installation;
import io.github.kubeadmwizard.install.NetworkSwitch;
import io.github.kubeadmwizard.install.PluginSwitch;
import io.github.kubeadmwizard.install.Preparation;
import io.github.kubeadmwizard.kubeadm.KubernetesCatalogue;
import io.github.kubeadmwizard.kubeadm.MinorFacts;
import io.github.kubeadmwizard.manifests.Download;
import io.github.kubeadmwizard.manifests.EnvironmentProxies;
import io.github.kubeadmwizard.manifests.ManifestCache;
import io.github.kubeadmwizard.manifests.ManifestFetcher;
import io.github.kubeadmwizard.manifests.ManifestUnavailable;
import io.github.kubeadmwizard.manifests.Manifests;
import io.github.kubeadmwizard.practice.Pace;
import io.github.kubeadmwizard.practice.PracticeCluster;
import io.github.kubeadmwizard.practice.PracticeMachines;
import io.github.kubeadmwizard.practice.PracticeManifests;
import io.github.kubeadmwizard.running.LocalKubectl;
import io.github.kubeadmwizard.session.Accounts;
import io.github.kubeadmwizard.session.FactsReader;
import io.github.kubeadmwizard.session.Fleet;
import io.github.kubeadmwizard.session.FleetShells;
import io.github.kubeadmwizard.session.FromHere;
import io.github.kubeadmwizard.session.HostConnector;
import io.github.kubeadmwizard.session.PatchFinder;
import io.github.kubeadmwizard.session.PatchUnknown;
import io.github.kubeadmwizard.session.SecretBook;
import io.github.kubeadmwizard.session.SshConnections;
import io.github.kubeadmwizard.session.Targets;
import io.github.kubeadmwizard.session.Workshop;
import io.github.kubeadmwizard.ssh.HostKeys;
import io.github.kubeadmwizard.ssh.SshConnector;
import io.github.kubeadmwizard.ssh.SshExecutor;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.text.Words;
import io.github.kubeadmwizard.wizard.Background;
import io.github.kubeadmwizard.wizard.WizardTools;
import java.net.ProxySelector;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Builds everything from its parts. */
final class Wiring {
  private static final ScriptText SCRIPTS = new ScriptText(name -> Assets.text("scripts/" + name));

  private final UserDirectories directories;
  private final Clock clock = Clock.systemUTC();

  private final OwnRoutes ownRoutes = new OwnRoutes(System.getProperty("os.name"));

  Wiring(UserDirectories directories) {
    this.directories = directories;
  }

  /** The command line of this process. */
  CommandLineApp commandLine() {
    var tools =
        new Tools(
            directories,
            SystemTerminal.ofThisProcess(),
            new SystemInterrupts(),
            clock,
            ZoneId.systemDefault(),
            ClusterFile.ofThisProgram()::read,
            workshop(),
            LocalKubectl.ofThisComputer(),
            this::practice);
    return new CommandLineApp(tools, Assets.text("version.txt").strip(), Locale.getDefault());
  }

  /**
   * What the window works with.
   *
   * @param pace how fast practice goes
   * @param browser opens an address of the world
   */
  WizardTools wizardTools(Background background, Pace pace, Consumer<String> browser) {
    var files = ClusterFile.ofThisProgram();
    return new WizardTools(
        directories,
        clock,
        ZoneId.systemDefault(),
        files,
        new Drafts(directories.data().resolve("clusters"), files, clock),
        workshop(),
        () -> ClusterSpec.of(ClusterFile.minorsOfThisProgram().preferred(), List.of()),
        () -> stumblingPractice(pace),
        background,
        LocalKubectl.ofThisComputer(),
        browser);
  }

  /** In the window somebody may meet a failure and learn what to do about it. */
  private WizardTools.Practice stumblingPractice(Pace pace) {
    var version = KubernetesVersion.parse(KubernetesCatalogue.load().defaultMinor());
    return new WizardTools.Practice(
        practiceWorkshop(PracticeMachines.stumbling(pace, clock)), PracticeCluster.all(version));
  }

  /** New practice machines for the command line: a run goes through at once. */
  private Tools.Practice practice() {
    var version = KubernetesVersion.parse(KubernetesCatalogue.load().defaultMinor());
    var machines = PracticeMachines.smooth(Pace.USUAL, clock);
    return new Tools.Practice(
        practiceWorkshop(machines),
        PracticeCluster.all(version),
        PracticeCluster.installable(version),
        hurried -> machines.pace(hurried ? Pace.NONE : Pace.USUAL));
  }

  private static FactsReader.Scripts readingScripts() {
    return new FactsReader.Scripts(Assets.text("scripts/facts.sh"), SCRIPTS.whole("disks.sh"));
  }

  /** What works on real machines. */
  Workshop workshop() {
    return new Workshop(
        this::connector,
        fleet -> new FactsReader(fleet, readingScripts(), FactsParser::parse, clock),
        new ByOurChecks(ownRoutes),
        this::completed,
        this::fetched,
        new ByOurPhases(),
        Wiring::exported,
        fleet -> new FromHere(executor(fleet), clock));
  }

  /**
   * What works on new practice machines, of which one fails at its first run; they last as long as
   * this workshop.
   */
  Workshop practiceWorkshop() {
    return practiceWorkshop(PracticeMachines.stumbling(Pace.USUAL, clock));
  }

  /** What works on these practice machines in place of real ones; all else is the same. */
  Workshop practiceWorkshop(PracticeMachines machines) {
    return new Workshop(
        (_, secrets) -> machines.connector(secrets),
        fleet -> new FactsReader(fleet, readingScripts(), FactsParser::parse, clock),
        new ByOurChecks(PracticeCluster::ownRoutes),
        (spec, _, facts) -> {
          Optional<BundleDirectory> bundle = BundleDirectory.of(spec);
          return bundle.isPresent() ? offline().completed(spec, bundle.get(), facts) : newest(spec);
        },
        (spec, says) -> {
          var brought = new PracticeManifests(fetcher());
          return Installation.fitting(spec, brought.fetch(Installation.manifests(spec), says));
        },
        new ByOurPhases(),
        Wiring::exported,
        _ -> machines.executor());
  }

  /** The newest patch that this program knows, where no package source can be asked. */
  private static ClusterSpec newest(ClusterSpec spec) {
    KubernetesVersion wish = spec.kubernetes();
    int patch = KubernetesCatalogue.load().of(wish).map(MinorFacts::lastKnownPatch).orElse(0);
    return wish.isFull()
        ? spec
        : spec.withKubernetes(KubernetesVersion.parse(wish.minorText() + "." + patch));
  }

  private HostConnector connector(ClusterSpec spec, SecretBook secrets) {
    Path ssh = directories.home().resolve(".ssh");
    var hostKeys = new HostKeys(ssh.resolve("known_hosts"), directories.knownHosts());
    var agent = Optional.ofNullable(System.getenv("SSH_AUTH_SOCK")).map(Path::of);
    return new SshConnections(
        new SshConnector(hostKeys, agent, ssh),
        hostKeys,
        secrets,
        new Targets(spec.ssh(), directories));
  }

  private static SshExecutor executor(Fleet fleet) {
    return new SshExecutor(new FleetShells(fleet), SCRIPTS);
  }

  private ClusterSpec completed(ClusterSpec spec, Fleet fleet, Map<HostName, HostFacts> facts)
      throws PatchUnknown {
    Optional<BundleDirectory> bundle = BundleDirectory.of(spec);
    if (bundle.isPresent()) {
      return offline().completed(spec, bundle.get(), facts);
    }
    var host = new HostName(spec.firstControlPlane().label());
    var missing = Accounts.missing(spec, fleet.secrets());
    if (!missing.isEmpty()) {
      throw new PatchUnknown(Accounts.problem(host, missing));
    }
    HostFacts first = facts.get(host);
    boolean deb = first == null || first.packages().tool() == PackageTool.APT;
    return new PatchFinder(Installation.findPatch(spec, deb))
        .complete(spec, executor(fleet), facts, fleet.secrets().runValues());
  }

  private Offline offline() {
    return new Offline(fetcher(), Wiring::selfContained);
  }

  /** The plan of an installation that fetches what it needs, add-ons' images beforehand. */
  private static Plan selfContained(
      ClusterSpec spec, Map<HostName, HostFacts> facts, Manifests manifests) {
    return Installation.selfContained(preparation().ground(spec, facts, manifests));
  }

  private Manifests fetched(ClusterSpec spec, Consumer<Message> says) throws ManifestUnavailable {
    Optional<BundleDirectory> bundle = BundleDirectory.of(spec);
    return bundle.isPresent()
        ? offline().manifests(spec, bundle.get(), says)
        : Installation.fitting(
            spec, fetcher().fetch(Installation.manifests(spec), spec.manifests(), says));
  }

  private ManifestFetcher fetcher() {
    var proxies = new EnvironmentProxies(System.getenv(), ProxySelector.getDefault());
    return new ManifestFetcher(
        directories,
        new ManifestCache(directories.cache()),
        new Download(proxies, Duration.ofMinutes(3)));
  }

  private static Preparation preparation() {
    var english = new Words(Locale.ENGLISH); // a second run in another language changes no file
    return new Preparation(KubernetesCatalogue.load(), english);
  }

  private static SortedMap<String, String> exported(
      ClusterSpec spec,
      Map<HostName, HostFacts> facts,
      Manifests manifests,
      Plan plan,
      Words words) {
    var ground = new Preparation(KubernetesCatalogue.load(), words).ground(spec, facts, manifests);
    return new Export(words, SCRIPTS::whole)
        .files(spec, ground.initFacts(), ground.identities(), plan);
  }

  private final class ByOurPhases implements Workshop.Planning {
    @Override
    public List<Message> refuses(ClusterSpec spec) {
      return Installation.refuses(spec);
    }

    @Override
    public Plan plan(ClusterSpec spec, Map<HostName, HostFacts> facts, Manifests manifests) {
      return BundleDirectory.of(spec)
          .map(bundle -> offline().plan(spec, bundle, facts, manifests))
          .orElseGet(() -> Installation.plan(preparation().ground(spec, facts, manifests)));
    }

    @Override
    public Plan selfContained(
        ClusterSpec spec, Map<HostName, HostFacts> facts, Manifests manifests) {
      return Wiring.selfContained(spec, facts, manifests);
    }

    @Override
    public Plan switching(
        ClusterSpec spec,
        Map<HostName, HostFacts> facts,
        Manifests manifests,
        Optional<Departing> leaving) {
      var ground = preparation().ground(spec, facts, manifests);
      return leaving
          .map(its -> brought(PluginSwitch.plan(ground, its), spec, facts))
          .orElseGet(() -> NetworkSwitch.withinFlannel(ground));
    }

    private static Plan brought(Plan plan, ClusterSpec spec, Map<HostName, HostFacts> facts) {
      return BundleDirectory.of(spec)
          .map(bundle -> Offline.brought(plan, bundle, facts))
          .orElse(plan);
    }
  }

  /**
   * @param routes of this computer
   */
  private record ByOurChecks(Supplier<List<Route>> routes) implements Workshop.Checking {
    @Override
    public List<Route> ownRoutes() {
      return routes.get();
    }

    @Override
    public List<String> probes(ClusterSpec spec, HostName host, HostFacts facts) {
      return Probes.targets(spec, host, facts);
    }

    @Override
    public CheckReport look(
        ClusterSpec spec, Map<HostName, FactsReader.Read> facts, List<Route> ownRoutes) {
      var seen = new LinkedHashMap<HostName, Seen>();
      facts.forEach(
          (host, read) -> seen.put(host, Seen.of(read.facts(), read.asked(), read.answered())));
      return Checks.look(spec, seen, ownRoutes);
    }
  }
}
