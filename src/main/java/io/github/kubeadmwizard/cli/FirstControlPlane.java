package io.github.kubeadmwizard.cli;

import io.github.kubeadmwizard.addons.LivingNetwork;
import io.github.kubeadmwizard.json.JsonTree;
import io.github.kubeadmwizard.running.ClusterQuestions;
import io.github.kubeadmwizard.running.ClusterStatus;
import io.github.kubeadmwizard.running.DashboardWay;
import io.github.kubeadmwizard.running.LivingNode;
import io.github.kubeadmwizard.running.RunningCluster;
import io.github.kubeadmwizard.ssh.SshFailure;
import io.github.kubeadmwizard.ssh.Tunnel;
import io.github.kubeadmwizard.text.Message;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks the first control plane; a lost connection ends the command. */
final class FirstControlPlane {
  private final Output output;
  private final RunningCluster cluster;

  FirstControlPlane(Output output, OpenCluster open) {
    this.output = output;
    this.cluster = new RunningCluster(open.fleet(), open.spec());
  }

  /** How the cluster stands. */
  RunningCluster.Answer<ClusterStatus> status() throws CommandEnd {
    return reached(RunningCluster::status);
  }

  /** Its nodes, as far as they decide which pods run on them. */
  RunningCluster.Answer<List<LivingNode>> nodes() throws CommandEnd {
    return reached(RunningCluster::nodes);
  }

  /** The administrator's kubeconfig. */
  RunningCluster.Answer<String> adminConfig() throws CommandEnd {
    return reached(RunningCluster::adminConfig);
  }

  /** What runs on the cluster. */
  RunningCluster.Answer<JsonTree> workloads() throws CommandEnd {
    return reached(RunningCluster::workloads);
  }

  /** Which pod network it runs. */
  RunningCluster.Answer<LivingNetwork> podNetwork() throws CommandEnd {
    return reached(RunningCluster::podNetwork);
  }

  /** The way to its dashboard. */
  RunningCluster.Answer<Optional<DashboardWay>> dashboard(Map<String, String> vars)
      throws CommandEnd {
    return reached(to -> to.dashboard(vars));
  }

  /** What is asked of a cluster in use. */
  <T> RunningCluster.Answer<T> ask(Asking<T> question) throws CommandEnd {
    return reached(to -> question.of(new ClusterQuestions(to)));
  }

  /** A question. */
  @FunctionalInterface
  interface Asking<T> {
    RunningCluster.Answer<T> of(ClusterQuestions questions) throws SshFailure;
  }

  /** The value of an answer; without one the command ends, with why. */
  static <T> T value(RunningCluster.Answer<T> answer, Output output, OpenCluster open)
      throws CommandEnd {
    return switch (answer) {
      case RunningCluster.Answer.Is<T>(var value) -> value;
      case RunningCluster.Answer.NoCluster<T> _ -> throw noCluster(output, open);
      case RunningCluster.Answer.Silent<T>(var _, var said) -> {
        output.tell(Message.of("cli.status.noAnswer"));
        said.forEach(line -> output.err().println("  | " + Printable.of(line)));
        throw new CommandEnd(ExitCode.FAILED);
      }
    };
  }

  /** Opens that way from a port of this computer; empty where it only practises. */
  Optional<Tunnel> tunnel(int localPort, DashboardWay way) throws CommandEnd {
    return reached(to -> to.tunnel(localPort, way));
  }

  private <T> T reached(OverSsh<T> asked) throws CommandEnd {
    try {
      return asked.of(cluster);
    } catch (SshFailure failure) {
      output.tell(failure.problem(cluster.host()));
      throw new CommandEnd(ExitCode.FAILED);
    }
  }

  /** What a lost connection ends. */
  @FunctionalInterface
  private interface OverSsh<T> {
    T of(RunningCluster cluster) throws SshFailure;
  }

  /** There is no cluster on it. */
  static CommandEnd noCluster(Output output, OpenCluster open) {
    String host = open.spec().firstControlPlane().label();
    output.tell(Message.of("cli.noCluster", host));
    return new CommandEnd(ExitCode.FAILED);
  }
}
