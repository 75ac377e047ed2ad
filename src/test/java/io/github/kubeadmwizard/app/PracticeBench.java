package io.github.kubeadmwizard.app;

import io.github.kubeadmwizard.assets.Assets;
import io.github.kubeadmwizard.check.CheckReport;
import io.github.kubeadmwizard.check.Finding;
import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.engine.Action;
import io.github.kubeadmwizard.engine.Cancel;
import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.engine.Outcome;
import io.github.kubeadmwizard.engine.Plan;
import io.github.kubeadmwizard.engine.Problem;
import io.github.kubeadmwizard.engine.RunEvent;
import io.github.kubeadmwizard.engine.RunResult;
import io.github.kubeadmwizard.engine.RunValues;
import io.github.kubeadmwizard.engine.Runner;
import io.github.kubeadmwizard.engine.Stage;
import io.github.kubeadmwizard.facts.HostFacts;
import io.github.kubeadmwizard.home.UserDirectories;
import io.github.kubeadmwizard.manifests.ManifestUnavailable;
import io.github.kubeadmwizard.practice.PracticeMachines;
import io.github.kubeadmwizard.session.Attempt;
import io.github.kubeadmwizard.session.Dialogue;
import io.github.kubeadmwizard.session.Explanations;
import io.github.kubeadmwizard.session.FactsReader;
import io.github.kubeadmwizard.session.Fleet;
import io.github.kubeadmwizard.session.PatchUnknown;
import io.github.kubeadmwizard.session.SecretBook;
import io.github.kubeadmwizard.session.SecretNeed;
import io.github.kubeadmwizard.session.Workshop;
import io.github.kubeadmwizard.ssh.SshFailure;
import io.github.kubeadmwizard.text.Secret;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The wizard's way over practice machines, without its pages. */
final class PracticeBench {
  private final Workshop workshop;

  PracticeBench(PracticeMachines machines) {
    var nowhere = UserDirectories.of(Map.of("HOME", "/nowhere"), "Linux", Path.of("/nowhere"));
    workshop = new Wiring(nowhere).practiceWorkshop(machines);
  }

  Open open(ClusterSpec spec) {
    var secrets = new SecretBook();
    var says = new Yes(secrets);
    var fleet = new Fleet(workshop.connecting().to(spec, secrets), says, 8, secrets);
    fleet.connect(spec.hosts());
    return new Open(spec, fleet, says);
  }

  /** Everybody's hosts are accepted, and every password is the same. */
  static final class Yes implements Dialogue {
    final List<Attempt.NewKey> keys = new ArrayList<>();
    final List<SecretNeed> needs = new ArrayList<>();
    private final SecretBook secrets;

    private Yes(SecretBook secrets) {
      this.secrets = secrets;
    }

    @Override
    public Set<Attempt.NewKey> accept(List<Attempt.NewKey> shown) {
      keys.addAll(shown);
      return Set.copyOf(shown);
    }

    @Override
    public Set<SecretNeed> give(List<SecretNeed> asked) {
      needs.addAll(asked);
      asked.forEach(need ->
          secrets.put(need.kind(), need.name(), Secret.of(need.again() ? "open" : "wrong")));
      return Set.copyOf(asked);
    }
  }

  record Run(RunResult result, List<RunEvent> events) {
    Map<String, RunEvent.End> ends() {
      var ends = new TreeMap<String, RunEvent.End>();
      for (RunEvent event : events) {
        if (event instanceof RunEvent.HostFinished finished) {
          ends.put(finished.host().value(), finished.end());
        }
      }
      return ends;
    }

    /** Host and action of all that was changed. */
    List<String> changed() {
      return events.stream()
          .filter(RunEvent.ActionFinished.class::isInstance)
          .map(RunEvent.ActionFinished.class::cast)
          .filter(finished -> finished.outcome() instanceof Outcome.Changed)
          .map(finished -> finished.host() + " " + finished.action())
          .toList();
    }

    List<String> lines(String host, String action) {
      return events.stream()
          .filter(RunEvent.Output.class::isInstance)
          .map(RunEvent.Output.class::cast)
          .filter(o -> o.host().value().equals(host) && o.action().equals(action))
          .map(RunEvent.Output::line)
          .toList();
    }
  }

  final class Open implements AutoCloseable {
    final ClusterSpec spec;
    final Fleet fleet;
    final Yes dialogue;

    private Open(ClusterSpec spec, Fleet fleet, Yes dialogue) {
      this.spec = spec;
      this.fleet = fleet;
      this.dialogue = dialogue;
    }

    Map<HostName, FactsReader.Read> read() {
      var read = new LinkedHashMap<HostName, FactsReader.Read>();
      workshop
          .reading()
          .over(fleet)
          .readProbing(spec, (host, facts) -> workshop.checking().probes(spec, host, facts))
          .forEach((host, answer) -> read.put(host, (FactsReader.Read) answer));
      return read;
    }

    HostFacts facts(String host) {
      return read().get(new HostName(host)).facts();
    }

    CheckReport checked() {
      return workshop.checking().look(spec, read(), workshop.checking().ownRoutes());
    }

    Plan plan() {
      var facts = new LinkedHashMap<HostName, HostFacts>();
      read().forEach((host, read) -> facts.put(host, read.facts()));
      try {
        ClusterSpec full = workshop.completing().completed(spec, fleet, facts);
        return workshop.planning().plan(full, facts, workshop.fetching().fetched(full, _ -> {}));
      } catch (PatchUnknown | ManifestUnavailable e) {
        throw new AssertionError(e);
      }
    }

    Run run() {
      return run(new Cancel(), _ -> {});
    }

    Run run(Cancel cancel, Consumer<RunEvent> also) {
      List<RunEvent> events = Collections.synchronizedList(new ArrayList<>());
      try (var executor = workshop.acting().over(fleet)) {
        var result =
            new Runner(executor, 8)
                .run(
                    plan(),
                    "run",
                    new RunValues(),
                    event -> {
                      events.add(event);
                      also.accept(event);
                    },
                    cancel);
        return new Run(result, events);
      }
    }

    Finding finding(String host, String check) {
      return checked().of(new HostName(host)).stream()
          .filter(f -> f.key().equals(check))
          .findFirst()
          .orElseThrow();
    }

    /** The failures with their causes, as far as the machines show them. */
    List<Problem> explained(List<Problem> problems) {
      return new Explanations(workshop, fleet).of(spec, problems);
    }

    /** Does what mends this finding. */
    void mend(String host, String check) {
      for (Action action : finding(host, check).mend()) {
        apply(host, action, new Stage("mend", "mend", new RunValues(), _ -> {}, new Cancel()));
      }
    }

    /** What a script prints there. */
    List<String> ask(String host, String script) {
      var lines = new ArrayList<String>();
      try {
        fleet
            .connection(new HostName(host), false)
            .run(
                Assets.text(script),
                (_, line) -> lines.add(line),
                Duration.ofMinutes(1),
                new Cancel());
      } catch (SshFailure e) {
        throw new AssertionError(e);
      }
      return lines;
    }

    /** An action of the plan. */
    Action action(String host, String id) {
      return plan().phases().stream()
          .flatMap(phase -> phase.actionsOn(new HostName(host)).stream())
          .flatMap(List::stream)
          .filter(action -> action.id().equals(id))
          .findFirst()
          .orElseThrow();
    }

    Outcome apply(String host, Action action, Stage stage) {
      try (var executor = workshop.acting().over(fleet)) {
        return executor.apply(new HostName(host), action, stage);
      }
    }

    @Override
    public void close() {
      fleet.close();
    }
  }
}
