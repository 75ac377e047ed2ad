package io.github.kubeadmwizard.migrate;

import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.cluster.KubeadmOverlay;
import io.github.kubeadmwizard.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Makes a cluster out of what the old text states; what it has no key for is laid over. */
final class ToCluster {
  private final Target target;
  private final List<Statement> statements;
  private final boolean init;
  private final Told told;
  private final ClusterWishes wishes;
  private final Machines machines;
  private final List<Statement> overlaid = new ArrayList<>();

  /**
   * @param init whether the old text makes a cluster, rather than joins one
   */
  ToCluster(Target target, List<Statement> statements, boolean init, List<Change> soFar) {
    this.target = target;
    this.statements = statements;
    this.init = init;
    told = new Told(soFar);
    wishes = new ClusterWishes(target, told);
    machines = Machines.of(statements, told);
  }

  /** The cluster; {@link #changes} tells about it afterwards. */
  ClusterSpec spec() {
    statements.forEach(this::take);
    var spec = wishes.spec().withHosts(machines.hosts()).with(overlay());
    if (init) {
      new Unsaid(statements, told).tell(target);
    }
    return new Ranges(target, told).mended(spec);
  }

  List<Change> changes() {
    return told.inOrder();
  }

  private void take(Statement statement) {
    if (machines.take(statement) || wishes.take(statement) || isDiscovery(statement)) {
      return;
    }
    var derived = Derived.why(statement, statements);
    if (derived.isPresent()) {
      told.dropped(statement, derived.get());
    } else if (statement.number() > 0 && isOverlaid(statement)) {
      told.dropped(statement, Message.of("migrate.joinsShare"));
    } else {
      overlaid.add(statement);
      told.laidOver(statement);
    }
  }

  private boolean isOverlaid(Statement statement) {
    return overlaid.stream()
        .anyMatch(s -> s.paper() == Paper.JOIN && s.path().equals(statement.path()));
  }

  /** Whom a machine joins tells of the first control plane, where nothing else does. */
  private boolean isDiscovery(Statement statement) {
    if (statement.paper() != Paper.JOIN || !statement.path().equals(JoinFields.ENDPOINT)) {
      return false;
    }
    var text = statement.value().toString();
    if (!Endpoint.isValid(text)) {
      told.dropped(statement, Message.of("migrate.noAddress", text));
    } else if (init) {
      told.dropped(statement, Message.of("migrate.ownEndpoint"));
    } else {
      discover(statement, Endpoint.parse(text));
    }
    return true;
  }

  private void discover(Statement statement, Endpoint endpoint) {
    if (endpoint.isName()) {
      wishes.reachedAt(statement.value().toString());
      told.moved(statement, "network.endpoint");
      return;
    }
    machines.first().isAt(endpoint.host());
    told.changed(statement, "hosts[0].address", Message.of("migrate.firstControlPlane"));
    if (endpoint.port() != Endpoint.USUAL_PORT) {
      var port =
          new Statement(
              statement.from(),
              Paper.INIT,
              0,
              "localAPIEndpoint.bindPort",
              (long) endpoint.port(),
              Optional.empty());
      if (overlaid.stream().noneMatch(s -> s.path().equals(port.path()))) {
        overlaid.add(port);
        told.laidOver(port);
      }
    }
  }

  private KubeadmOverlay overlay() {
    var documents = new TreeMap<String, Map<String, Object>>();
    for (Paper paper : Paper.values()) {
      var tree = Papers.tree(overlaid.stream().filter(s -> s.paper() == paper).toList());
      if (!tree.isEmpty()) {
        documents.put(paper.key(), tree);
      }
    }
    return new KubeadmOverlay(documents);
  }
}
