package io.github.kubeadmwizard.wizard;

import io.github.kubeadmwizard.check.CheckReport;
import io.github.kubeadmwizard.check.Finding;
import io.github.kubeadmwizard.check.Group;
import io.github.kubeadmwizard.check.State;
import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.cluster.HostSpec;
import io.github.kubeadmwizard.cluster.KubernetesVersion;
import io.github.kubeadmwizard.cluster.Role;
import io.github.kubeadmwizard.engine.Action;
import io.github.kubeadmwizard.engine.Executor;
import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.engine.Outcome;
import io.github.kubeadmwizard.engine.Plan;
import io.github.kubeadmwizard.engine.Stage;
import io.github.kubeadmwizard.facts.HostFacts;
import io.github.kubeadmwizard.facts.RecordedFacts;
import io.github.kubeadmwizard.facts.Route;
import io.github.kubeadmwizard.journal.RunIds;
import io.github.kubeadmwizard.journal.Runs;
import io.github.kubeadmwizard.manifests.Manifests;
import io.github.kubeadmwizard.session.FactsReader;
import io.github.kubeadmwizard.session.FakeHosts;
import io.github.kubeadmwizard.session.Workshop;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.wizard.run.RecordedRuns;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What the tests of models stand on: machines without a network, and work at once or when asked.
 */
public final class Machines {
  /** What the facts were read of that every machine answers with. */
  public static final String OWN_NAME = "n8";

  /** The hosts behind each connector that was made; the last is the one in use. */
  public final List<FakeHosts> connectors = new ArrayList<>();

  /** Work beside the screen, while it is held. */
  public final List<Runnable> held = new ArrayList<>();

  /** What waits for the screen's thread, while work is held. */
  public final Deque<Runnable> toScreen = new ArrayDeque<>();

  /** What is wrong, by the wish. */
  public Function<ClusterSpec, List<Finding>> findings = _ -> List.of();

  /** What each machine has to try, by the wish. */
  public Function<ClusterSpec, List<String>> addresses = _ -> List.of();

  /** What this version cannot install. */
  public Function<ClusterSpec, List<Message>> refusals = _ -> List.of();

  /** What becomes of an action. */
  public BiFunction<HostName, Action, Outcome> acting = (_, _) -> new Outcome.Changed(List.of());

  /** How often all machines were looked at, and how often any was read. */
  public int looks;

  /** How often a machine was read. */
  public int reads;

  private final Consumer<FakeHosts> setting;
  private boolean holding;

  /**
   * @param setting what the machines ask for
   */
  public Machines(Consumer<FakeHosts> setting) {
    this.setting = setting;
  }

  /** From now on work waits in {@link #held}. */
  public void hold() {
    holding = true;
  }

  /** Does this piece of the work that waits, and shows nothing yet. */
  public void work(int piece) {
    held.get(piece).run();
  }

  /** Shows what came of it. */
  public void show() {
    while (!toScreen.isEmpty()) {
      toScreen.poll().run();
    }
  }

  /** Work as the models take it. */
  public Background background() {
    return new Background(
        task -> {
          if (holding) {
            toScreen.add(task);
          } else {
            task.run();
          }
        },
        work -> {
          if (holding) {
            held.add(work);
          } else {
            work.run();
          }
        });
  }

  /** The machines as a workshop. */
  public Workshop workshop() {
    return new Workshop(
        (_, secrets) -> {
          var hosts = new FakeHosts(secrets).saying(_ -> read(), 0);
          setting.accept(hosts);
          connectors.add(hosts);
          return hosts;
        },
        fleet ->
            new FactsReader(
                fleet,
                new FactsReader.Scripts("facts", ""),
                _ -> RecordedFacts.facts("debian-13").withPeers(List.of()),
                Clock.systemUTC()),
        new Looking(),
        (spec, _, _) -> spec,
        (_, _) -> Manifests.NONE,
        new Planning(),
        (spec, _, _, _, _) -> new TreeMap<>(Map.of("kubeadm.yaml", spec.name() + "\n")),
        _ -> new Acting());
  }

  private List<String> read() {
    reads++;
    return List.of();
  }

  /** The hosts of the connector in use. */
  public FakeHosts hosts() {
    return connectors.getLast();
  }

  /** A machine with a name, or without one if that is empty. */
  public static HostSpec host(int number, String name) {
    return HostSpec.of(
            "10.0.0." + number, 22, "ops", Set.of(number == 1 ? Role.CONTROL_PLANE : Role.WORKER))
        .withName(Optional.of(name).filter(text -> !text.isEmpty()));
  }

  /** A draft with these. */
  public static Draft draft(HostSpec... hosts) {
    return new Draft(ClusterSpec.of(KubernetesVersion.parse("1.36.4"), List.of(hosts)));
  }

  /** Runs, whose journals lie in this directory. */
  public static RecordedRuns runs(Path state, Workshop workshop, Connections connections) {
    return new RecordedRuns(
        new Runs(state), new RunIds(Clock.systemUTC(), new Random(1)), workshop, connections);
  }

  /** A finding; soft. */
  public static Finding finding(String check, String host, State state, Action... mend) {
    return new Finding(
        check,
        check,
        Group.SYSTEM,
        Optional.of(new HostName(host)),
        state,
        true,
        Message.of("title"),
        Message.of("shortly"),
        Message.of("read"),
        Message.of("why"),
        Message.of("remedy"),
        List.of(mend));
  }

  private final class Looking implements Workshop.Checking {
    @Override
    public List<String> probes(ClusterSpec spec, HostName host, HostFacts facts) {
      return addresses.apply(spec);
    }

    @Override
    public List<Route> ownRoutes() {
      return List.of();
    }

    @Override
    public CheckReport look(
        ClusterSpec spec, Map<HostName, FactsReader.Read> facts, List<Route> ownRoutes) {
      looks++;
      return new CheckReport(findings.apply(spec), new TreeSet<>());
    }
  }

  private final class Planning implements Workshop.Planning {
    @Override
    public List<Message> refuses(ClusterSpec spec) {
      return refusals.apply(spec);
    }

    @Override
    public Plan plan(ClusterSpec spec, Map<HostName, HostFacts> facts, Manifests manifests) {
      return new Plan(List.of());
    }
  }

  private final class Acting implements Executor {
    @Override
    public Outcome apply(HostName host, Action action, Stage stage) {
      return acting.apply(host, action);
    }

    @Override
    public void close() {}
  }
}
