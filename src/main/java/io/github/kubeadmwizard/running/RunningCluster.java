package io.github.kubeadmwizard.running;

import io.github.kubeadmwizard.addons.LivingNetwork;
import io.github.kubeadmwizard.assets.Assets;
import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.engine.Cancel;
import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.engine.ScriptText;
import io.github.kubeadmwizard.json.JsonTree;
import io.github.kubeadmwizard.session.Fleet;
import io.github.kubeadmwizard.ssh.Exit;
import io.github.kubeadmwizard.ssh.OutputSink;
import io.github.kubeadmwizard.ssh.SshFailure;
import io.github.kubeadmwizard.ssh.Tunnel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks the first control plane; each question is one script that changes nothing. */
public final class RunningCluster {
  private static final Duration DEADLINE = Duration.ofMinutes(2);
  private static final String HEAD = "\u001f";
  private static final String END = "\u001fend ";
  private static final int NONE = 3;
  private static final int NOT_INSTALLED = 4;

  private final Fleet fleet;
  private final HostName host;

  /** The cluster of this wish, whose first control plane is connected. */
  public RunningCluster(Fleet fleet, ClusterSpec spec) {
    this.fleet = fleet;
    this.host = new HostName(spec.firstControlPlane().label());
  }

  /** An answer. */
  public sealed interface Answer<T> {
    /** It stands, and this is it. */
    record Is<T>(T value) implements Answer<T> {}

    /** There is no cluster on that machine. */
    record NoCluster<T>() implements Answer<T> {}

    /**
     * There is one, and it did not answer.
     *
     * @param code the script's exit code
     * @param said what it complained of
     */
    record Silent<T>(int code, List<String> said) implements Answer<T> {
      public Silent {
        said = List.copyOf(said);
      }
    }

    /** The same of another question; an answer that is not understood counts as none. */
    default <U> Answer<U> without() {
      return switch (this) {
        case Is<T> _ -> new Silent<>(0, List.of());
        case NoCluster<T> _ -> new NoCluster<>();
        case Silent<T>(int code, var said) -> new Silent<>(code, said);
      };
    }
  }

  /** The machine that is asked. */
  public HostName host() {
    return host;
  }

  /** How it stands. */
  public Answer<ClusterStatus> status() throws SshFailure {
    Said said = run(Assets.text("scripts/status.sh"));
    if (said.out().contains(HEAD + "none")) {
      return new Answer.NoCluster<>();
    }
    Map<String, String> parts = parts(said.out());
    JsonTree objects = JsonTree.of(parts.getOrDefault("objects", ""));
    return objects.isThere()
        ? new Answer.Is<>(
            ClusterStatus.of(objects, JsonTree.of(parts.getOrDefault("certificates", ""))))
        : new Answer.Silent<>(said.exit().code(), said.err());
  }

  /** Its nodes, as far as they decide which pods run on them. */
  public Answer<List<LivingNode>> nodes() throws SshFailure {
    Said said = run(Assets.text("scripts/nodes.sh"));
    JsonTree list = JsonTree.of(String.join("\n", said.out()));
    if (said.exit().ok() && list.isThere()) {
      return new Answer.Is<>(LivingNode.all(list));
    }
    return said.exit().code() == NONE
        ? new Answer.NoCluster<>()
        : new Answer.Silent<>(said.exit().code(), said.err());
  }

  /** The administrator's kubeconfig, as it stands on the machine. */
  public Answer<String> adminConfig() throws SshFailure {
    Said said = run(Assets.text("scripts/kubeconfig.sh"));
    if (said.exit().ok()) {
      return new Answer.Is<>(String.join("\n", said.out()));
    }
    return said.exit().code() == NONE
        ? new Answer.NoCluster<>()
        : new Answer.Silent<>(said.exit().code(), said.err());
  }

  /** The deployments and daemon sets of all namespaces, as the API server tells them. */
  public Answer<JsonTree> workloads() throws SshFailure {
    Said said = run(Assets.text("scripts/addons.sh"));
    JsonTree objects = JsonTree.of(String.join("\n", said.out()));
    return said.exit().ok() && objects.isThere()
        ? new Answer.Is<>(objects)
        : said.exit().code() == NONE
            ? new Answer.NoCluster<>()
            : new Answer.Silent<>(said.exit().code(), said.err());
  }

  /** Which pod network it runs. */
  public Answer<LivingNetwork> podNetwork() throws SshFailure {
    Said said = run(Assets.text("scripts/pod-network.sh"));
    if (said.exit().code() == NONE) {
      return new Answer.NoCluster<>();
    }
    Map<String, String> parts = parts(said.out());
    JsonTree objects = JsonTree.of(parts.getOrDefault("objects", ""));
    JsonTree kubeadm = JsonTree.of(parts.getOrDefault("kubeadm", ""));
    JsonTree flannel = JsonTree.of(parts.getOrDefault("flannel", ""));
    boolean whole =
        objects.isThere() && kubeadm.isThere() && flannel.isThere() && parts.containsKey("pods");
    return whole
        ? new Answer.Is<>(
            LivingNetwork.of(
                objects, kubeadm, flannel, parts.getOrDefault("pods", "").lines().toList()))
        : new Answer.Silent<>(said.exit().code(), said.err());
  }

  /**
   * The way to a dashboard; empty where it is not installed.
   *
   * @param vars NAMESPACE, SERVICE, ACCOUNT and LIFETIME of {@code dashboard.sh}
   */
  public Answer<Optional<DashboardWay>> dashboard(Map<String, String> vars) throws SshFailure {
    var script = new StringBuilder();
    vars.forEach((name, value) -> script.append(ScriptText.assignment(name, value)));
    Said said = run(script.append(Assets.text("scripts/dashboard.sh")).toString());
    if (said.exit().ok()) {
      return DashboardWay.of(said.out())
          .<Answer<Optional<DashboardWay>>>map(way -> new Answer.Is<>(Optional.of(way)))
          .orElseGet(() -> new Answer.Silent<>(0, List.of()));
    }
    return switch (said.exit().code()) {
      case NONE -> new Answer.NoCluster<>();
      case NOT_INSTALLED -> new Answer.Is<>(Optional.empty());
      default -> new Answer.Silent<>(said.exit().code(), said.err());
    };
  }

  /** Where the first control plane leads to within the cluster, from a port of this computer. */
  public Optional<Tunnel> tunnel(int localPort, DashboardWay way) throws SshFailure {
    return fleet.connection(host, false).tunnel(localPort, way.address(), way.port());
  }

  /**
   * What a script prints that stands on {@code asking.sh}.
   *
   * @param script its file name
   * @param vars its variables
   */
  Answer<String> ask(String script, Map<String, String> vars) throws SshFailure {
    var text = new StringBuilder();
    vars.forEach((name, value) -> text.append(ScriptText.assignment(name, value)));
    text.append(Assets.text("scripts/asking.sh")).append(Assets.text("scripts/" + script));
    Said said = run(text.toString());
    if (said.exit().ok()) {
      return new Answer.Is<>(String.join("\n", said.out()));
    }
    return said.exit().code() == NONE
        ? new Answer.NoCluster<>()
        : new Answer.Silent<>(said.exit().code(), said.err());
  }

  private record Said(Exit exit, List<String> out, List<String> err) {}

  private Said run(String script) throws SshFailure {
    var out = Collections.synchronizedList(new ArrayList<String>());
    var err = Collections.synchronizedList(new ArrayList<String>());
    OutputSink sink = (stream, line) -> (stream == OutputSink.Stream.OUT ? out : err).add(line);
    return new Said(
        fleet.connection(host, false).run(script, sink, DEADLINE, new Cancel()), out, err);
  }

  /** The documents by their names; of a program that failed there is none. */
  private static Map<String, String> parts(List<String> lines) {
    var parts = new HashMap<String, String>();
    var text = new StringBuilder();
    String name = "";
    for (String line : lines) {
      if (line.equals(END + "0")) {
        parts.put(name, text.toString());
      } else if (line.startsWith(HEAD)) {
        name = line.substring(1);
        text.setLength(0);
      } else {
        text.append(line).append('\n');
      }
    }
    return parts;
  }
}
