package io.github.kubeadmwizard.cli;

import io.github.kubeadmwizard.check.CheckReport;
import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.cluster.KubernetesVersion;
import io.github.kubeadmwizard.draft.ClusterFile;
import io.github.kubeadmwizard.engine.Action;
import io.github.kubeadmwizard.engine.Executor;
import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.engine.Outcome;
import io.github.kubeadmwizard.engine.Plan;
import io.github.kubeadmwizard.engine.PlannedPhase;
import io.github.kubeadmwizard.engine.Stage;
import io.github.kubeadmwizard.engine.Var;
import io.github.kubeadmwizard.facts.HostFacts;
import io.github.kubeadmwizard.facts.Reading;
import io.github.kubeadmwizard.facts.Route;
import io.github.kubeadmwizard.home.UserDirectories;
import io.github.kubeadmwizard.install.Installation;
import io.github.kubeadmwizard.manifests.Manifests;
import io.github.kubeadmwizard.running.LocalKubectl;
import io.github.kubeadmwizard.session.FactsReader;
import io.github.kubeadmwizard.session.FakeHosts;
import io.github.kubeadmwizard.session.Workshop;
import io.github.kubeadmwizard.text.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** The command line with nothing real behind it: two hosts, a small plan, and a fixed clock. */
final class Bench {
  static final Instant NOW = Instant.parse("2026-11-21T16:34:12Z");
  static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  final Path home;
  final UserDirectories directories;
  final FakeInterrupts interrupts = new FakeInterrupts();
  final Map<String, Outcome> outcomes = new ConcurrentHashMap<>();
  FakeTerminal terminal = FakeTerminal.nobody();
  UnaryOperator<FakeHosts> hosts = fakes -> fakes;
  CheckReport report = new CheckReport(List.of(), new TreeSet<>());
  Runnable duringAction = () -> {};
  boolean letsFinish;
  private final Said said = new Said();

  Bench(Path home) throws IOException {
    this.home = home;
    this.directories = UserDirectories.of(Map.of("HOME", home.toString()), "Linux", home);
    Files.writeString(
        file(),
        """
        apiVersion: kubeadm-wizard/v1
        kind: Cluster
        name: homelab
        kubernetes: "1.36"
        hosts:
          - {name: n1, address: 10.0.0.1, user: ops, roles: [control-plane]}
          - {name: n2, address: 10.0.0.2, user: ops, roles: [worker]}
        """);
  }

  Path file() {
    return home.resolve("cluster.yaml");
  }

  /** Runs a command with the cluster file. */
  int run(String... args) {
    return run("", Locale.ENGLISH, args);
  }

  int run(String stdin, Locale language, String... args) {
    return said.by(new CommandLineApp(tools(), "1.2.3", language), stdin, args);
  }

  String out() {
    return said.out();
  }

  String err() {
    return said.err();
  }

  /** Where kubectl is looked for on this computer. */
  String kubectlPath = "";

  /** How often hosts were asked to try addresses. */
  final AtomicInteger probed = new AtomicInteger();

  private Tools tools() {
    HostFacts facts = HostFacts.unknown().with(new Reading(true, 1, List.of()));
    return new Tools(
        directories,
        terminal,
        interrupts,
        CLOCK,
        ZoneOffset.UTC,
        ClusterFile.ofThisProgram()::read,
        new Workshop(
            (_, secrets) -> hosts.apply(new FakeHosts(secrets)),
            fleet ->
                new FactsReader(fleet, new FactsReader.Scripts("facts", ""), _ -> facts, CLOCK),
            new Workshop.Checking() {
              @Override
              public List<String> probes(ClusterSpec spec, HostName name, HostFacts host) {
                probed.incrementAndGet();
                return List.of();
              }

              @Override
              public List<Route> ownRoutes() {
                return List.of();
              }

              @Override
              public CheckReport look(
                  ClusterSpec spec, Map<HostName, FactsReader.Read> read, List<Route> ownRoutes) {
                return report;
              }
            },
            (spec, _, _) -> spec.withKubernetes(KubernetesVersion.parse("1.36.4")),
            (_, _) -> Manifests.NONE,
            new Workshop.Planning() {
              @Override
              public List<Message> refuses(ClusterSpec spec) {
                return Installation.refuses(spec);
              }

              @Override
              public Plan plan(
                  ClusterSpec spec, Map<HostName, HostFacts> facts, Manifests manifests) {
                return Bench.this.plan();
              }
            },
            (_, _, _, _, _) ->
                new TreeMap<>(Map.of("kubeadm.yaml", "a: b\n", "runbook/1.sh", "#!/bin/bash\n")),
            _ -> new Acting()),
        new LocalKubectl(kubectlPath, Duration.ofSeconds(10)),
        () -> {
          throw new AssertionError("nobody practises here");
        });
  }

  private Plan plan() {
    var swap = new Action.SwapOff("swap-off", Message.of("title.swapOff"));
    var init =
        Action.RunScript.of("init", Message.of("title.init"), "kubeadm-init.sh", new TreeMap<>());
    var join =
        new Action.WriteFile(
            "join",
            Message.of("title.join"),
            "/etc/kubernetes/join.yaml",
            "0600",
            Var.given("join-token"));
    return new Plan(
        List.of(
            phase("prepare", Set.of(), Set.of(), lane("n1", swap), lane("n2", swap)),
            phase(
                "init",
                Set.of(),
                Set.of("api"),
                lane("n1", letsFinish ? init.uninterrupted(init.deadline()) : init)),
            phase("join", Set.of("api"), Set.of(), lane("n2", join))));
  }

  private static PlannedPhase.Lane lane(String host, Action... actions) {
    return new PlannedPhase.Lane(new HostName(host), List.of(actions));
  }

  private static PlannedPhase phase(
      String id, Set<String> waitsFor, Set<String> opens, PlannedPhase.Lane... lanes) {
    return new PlannedPhase(
        id,
        Message.of("title." + id),
        PlannedPhase.Order.SIDE_BY_SIDE,
        waitsFor,
        opens,
        Set.of(),
        List.of(lanes));
  }

  private final class Acting implements Executor {
    @Override
    public Outcome apply(HostName host, Action action, Stage stage) {
      if (action.id().equals("init")) {
        duringAction.run();
      }
      return outcomes.getOrDefault(action.id() + "@" + host, new Outcome.Unchanged());
    }

    @Override
    public void close() {}
  }

  /** Presses Ctrl-C when the test says so. */
  static final class FakeInterrupts implements Interrupts {
    private Runnable handler = () -> {};
    private int ended = -1;

    void press() {
      handler.run();
    }

    /** The exit code that ended the program at once, or -1. */
    int ended() {
      return ended;
    }

    @Override
    public Watch watch(Runnable onInterrupt) {
      handler = onInterrupt;
      return () -> handler = () -> {};
    }

    @Override
    public void endNow(int exitCode) {
      ended = exitCode;
    }
  }
}
