package io.github.kubeadmwizard.migrate;

import io.github.kubeadmwizard.cluster.Cidr;
import io.github.kubeadmwizard.cluster.NetworkSpec;
import io.github.kubeadmwizard.text.Message;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the wizard works out by itself or does in another way, and what is usual anyway. */
final class Derived {
  private static final Map<String, Message> ALWAYS =
      Map.ofEntries(
          Map.entry("INIT dryRun", Message.of("migrate.dryRun")),
          Map.entry("JOIN dryRun", Message.of("migrate.dryRun")),
          Map.entry("INIT bootstrapTokens[]", Message.of("migrate.ownTokens")),
          Map.entry("JOIN " + JoinFields.HASHES, Message.of("migrate.ownHash")),
          Map.entry("JOIN " + JoinFields.KUBECONFIG, Message.of("migrate.ownDiscovery")),
          Map.entry("JOIN caCertPath", Message.of("migrate.ownDiscovery")),
          Map.entry("JOIN " + JoinFields.PORT, Message.of("migrate.onePort")),
          Map.entry("KUBE_PROXY clusterCIDR", Message.of("migrate.derived")),
          Map.entry("KUBELET clusterDomain", Message.of("migrate.derived")));

  private static final Map<String, String> USUAL =
      Map.of(
          "CLUSTER certificatesDir", "/etc/kubernetes/pki",
          "CLUSTER etcd.local.dataDir", "/var/lib/etcd",
          "INIT localAPIEndpoint.bindPort", "6443");

  private Derived() {}

  /** Why the statement is left out; empty where it is not. */
  static Optional<Message> why(Statement statement, List<Statement> all) {
    var place = statement.paper() + " " + statement.path();
    if (statement.value().toString().equals(USUAL.get(place))) {
      return Optional.of(Message.of("migrate.usual"));
    }
    if (place.equals("KUBELET clusterDNS") && isOfServices(statement, all)) {
      return Optional.of(Message.of("migrate.derived"));
    }
    return Optional.ofNullable(ALWAYS.get(place));
  }

  /** kubeadm's own is an address of the services' range; another is a cache on the nodes. */
  private static boolean isOfServices(Statement statement, List<Statement> all) {
    var services =
        all.stream()
            .filter(s -> s.path().equals("networking.serviceSubnet"))
            .flatMap(s -> Ranges.read(s.value().toString()).stream())
            .findFirst()
            .orElse(NetworkSpec.DEFAULT.serviceCIDR());
    return statement.value() instanceof List<?> servers
        && servers.stream().map(Object::toString).allMatch(s -> isInside(s, services));
  }

  private static boolean isInside(String server, List<Cidr> ranges) {
    return Cidr.isAddress(server) && ranges.stream().anyMatch(range -> range.contains(server));
  }
}
