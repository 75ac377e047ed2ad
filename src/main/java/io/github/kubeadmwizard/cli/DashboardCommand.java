package io.github.kubeadmwizard.cli;

import io.github.kubeadmwizard.addons.DashboardPlace;
import io.github.kubeadmwizard.cluster.AddonSpec.Dashboard;
import io.github.kubeadmwizard.running.DashboardWay;
import io.github.kubeadmwizard.running.RunningCluster;
import io.github.kubeadmwizard.ssh.Tunnel;
import io.github.kubeadmwizard.text.Message;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code dashboard}: a way to the cluster's dashboard, for as long as the command runs. */
@Command(name = "dashboard")
final class DashboardCommand implements Callable<Integer> {
  private final Tools tools;
  private final Output output;
  @Mixin private final HostOptions options = new HostOptions();

  @Option(names = "--port", paramLabel = "PORT", descriptionKey = "cli.option.dashboardPort")
  private int port;

  @Option(names = "--lifetime", paramLabel = "TIME", descriptionKey = "cli.option.lifetime")
  private String lifetime = "1h";

  DashboardCommand(Tools tools, Output output) {
    this.tools = tools;
    this.output = output;
  }

  @Override
  public Integer call() throws CommandEnd {
    if (!lifetime.matches("[1-9][0-9]{0,3}[mh]")) {
      output.tell(Message.of("cli.dashboard.badLifetime", lifetime));
      return ExitCode.USAGE;
    }
    try (var open =
        OpenCluster.open(tools, output, options, spec -> List.of(spec.firstControlPlane()))) {
      open.needAll(output, options.common.json);
      var place = DashboardPlace.of(kind(open));
      var first = new FirstControlPlane(output, open);
      return switch (first.dashboard(variables(place))) {
        case RunningCluster.Answer.Is<Optional<DashboardWay>>(var way) -> lead(first, place, way);
        case RunningCluster.Answer.NoCluster<Optional<DashboardWay>> _ ->
            throw FirstControlPlane.noCluster(output, open);
        case RunningCluster.Answer.Silent<Optional<DashboardWay>>(int code, var said) -> {
          output.tell(Message.of("cli.dashboard.silent", code, String.join(" ", said)));
          yield ExitCode.FAILED;
        }
      };
    }
  }

  private static Dashboard.Kind kind(OpenCluster open) {
    return open.spec().addons().find(Dashboard.class).orElse(Dashboard.DEFAULT).kind();
  }

  private Map<String, String> variables(DashboardPlace place) {
    return Map.of(
        "NAMESPACE", place.namespace(),
        "SERVICE", place.service(),
        "ACCOUNT", place.account(),
        "LIFETIME", lifetime);
  }

  private int lead(FirstControlPlane first, DashboardPlace place, Optional<DashboardWay> found)
      throws CommandEnd {
    if (found.isEmpty()) {
      output.tell(Message.of("cli.dashboard.none", place.namespace(), place.service()));
      return ExitCode.FAILED;
    }
    DashboardWay way = found.get();
    if (!way.ready()) {
      output.tell(Message.of("cli.dashboard.notReady"));
    }
    Optional<Tunnel> tunnel = first.tunnel(port, way);
    int local = tunnel.map(Tunnel::localPort).orElse(port);
    output.tell(Message.of("cli.dashboard.open"));
    output.line(place.scheme() + "://127.0.0.1:" + local + "/");
    output.tell(Message.of("cli.dashboard.token", Times.minute(way.ends(), tools.zone())));
    output.line(way.token().reveal());
    if (tunnel.isEmpty()) {
      output.tell(Message.of("cli.dashboard.practice"));
      return ExitCode.DONE;
    }
    try (Tunnel kept = tunnel.get()) {
      output.tell(Message.of("cli.dashboard.until", String.valueOf(kept.localPort())));
      stay();
    }
    return ExitCode.DONE;
  }

  private void stay() {
    var end = new CountDownLatch(1);
    try (var _ = tools.interrupts().watch(end::countDown)) {
      end.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
