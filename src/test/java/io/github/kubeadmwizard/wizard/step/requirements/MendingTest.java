package io.github.kubeadmwizard.wizard.step.requirements;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.check.CheckReport;
import io.github.kubeadmwizard.check.Finding;
import io.github.kubeadmwizard.check.Mendable;
import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.cluster.KubernetesVersion;
import io.github.kubeadmwizard.engine.Action;
import io.github.kubeadmwizard.engine.Executor;
import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.engine.Outcome;
import io.github.kubeadmwizard.engine.Plan;
import io.github.kubeadmwizard.engine.RunEvent;
import io.github.kubeadmwizard.engine.Stage;
import io.github.kubeadmwizard.facts.FactsParser;
import io.github.kubeadmwizard.facts.HostFacts;
import io.github.kubeadmwizard.facts.Route;
import io.github.kubeadmwizard.journal.RunIds;
import io.github.kubeadmwizard.journal.Runs;
import io.github.kubeadmwizard.manifests.Manifests;
import io.github.kubeadmwizard.session.FactsReader;
import io.github.kubeadmwizard.session.FakeHosts;
import io.github.kubeadmwizard.session.Workshop;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.wizard.Background;
import io.github.kubeadmwizard.wizard.Connections;
import io.github.kubeadmwizard.wizard.Draft;
import io.github.kubeadmwizard.wizard.StepState;
import io.github.kubeadmwizard.wizard.run.RecordedRuns;
import io.github.kubeadmwizard.wizard.step.hosts.HostsModel;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Mends as the page's model runs them; the test itself is the screen's thread. */
@Timeout(60)
final class MendingTest {
  private static final Message RESTARTS = Message.of("ssh.waiting.restart", "n1");

  @TempDir private Path directory;
  private final BlockingQueue<Runnable> screen = new LinkedBlockingQueue<>();
  private final CountDownLatch back = new CountDownLatch(1);

  /** A machine that says that it restarts, and is back when the test says so. */
  private final class Restarting implements Executor {
    @Override
    public Outcome apply(HostName host, Action action, Stage stage) {
      var id = Optional.of(action.id());
      stage
          .listener()
          .accept(new RunEvent.Waiting(Instant.EPOCH, host, stage.phase(), id, RESTARTS));
      try {
        back.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return new Outcome.Changed(List.of());
    }

    @Override
    public void close() {}
  }

  private static final class NoChecks implements Workshop.Checking, Workshop.Planning {
    @Override
    public List<String> probes(ClusterSpec spec, HostName host, HostFacts facts) {
      return List.of();
    }

    @Override
    public List<Route> ownRoutes() {
      return List.of();
    }

    @Override
    public CheckReport look(
        ClusterSpec spec, Map<HostName, FactsReader.Read> facts, List<Route> ownRoutes) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<Message> refuses(ClusterSpec spec) {
      return List.of();
    }

    @Override
    public Plan plan(ClusterSpec spec, Map<HostName, HostFacts> facts, Manifests manifests) {
      throw new UnsupportedOperationException();
    }
  }

  private RequirementsModel model() {
    var none = new NoChecks();
    var workshop =
        new Workshop(
            (_, secrets) -> new FakeHosts(secrets),
            fleet ->
                new FactsReader(
                    fleet, new FactsReader.Scripts("", ""), FactsParser::parse, Clock.systemUTC()),
            none,
            (spec, _, _) -> spec,
            (_, _) -> Manifests.NONE,
            none,
            (_, _, _, _, _) -> new java.util.TreeMap<>(),
            _ -> new Restarting());
    var draft = new Draft(ClusterSpec.of(KubernetesVersion.parse("1.36"), List.of()));
    var connections = new Connections(workshop, draft.spec());
    var background = new Background(screen::add);
    var ids = new RunIds(Clock.systemUTC(), new Random(1));
    var runs = new RecordedRuns(new Runs(directory), ids, workshop, connections);
    var hosts = new HostsModel(draft, connections, background);
    return new RequirementsModel(draft, hosts, connections, workshop, background, runs);
  }

  private static Finding restart() {
    return Mendable.by(
        new Action.Reboot("mend-reboot", Mendable.TITLE, Mendable.TITLE, Optional.empty()));
  }

  private void next() throws InterruptedException {
    Runnable change = screen.poll(30, TimeUnit.SECONDS);
    assertThat(change).as("something for the screen").isNotNull();
    change.run();
  }

  @Test
  void whatARestartWaitsForStandsBesideNextUntilItIsOver() throws Exception {
    var model = model();
    model.mend(List.of(restart()));
    assertThat(model.state().get().remark())
        .contains(Message.of("wizard.requirements.reading.remark"));
    next();
    assertThat(model.state().get().kind()).isEqualTo(StepState.Kind.RUNNING);
    assertThat(model.state().get().remark()).contains(RESTARTS);
    back.countDown();
    while (model.busy().get()) {
      next();
    }
    assertThat(model.trouble().get()).isEmpty();
    model.readAgain();
    assertThat(model.state().get().remark())
        .contains(Message.of("wizard.requirements.reading.remark"));
  }
}
