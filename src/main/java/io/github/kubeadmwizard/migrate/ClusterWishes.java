package io.github.kubeadmwizard.migrate;

import io.github.kubeadmwizard.cluster.ChecksSpec;
import io.github.kubeadmwizard.cluster.Cidr;
import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.cluster.ImagesSpec;
import io.github.kubeadmwizard.cluster.KubernetesNames;
import io.github.kubeadmwizard.cluster.Mirror;
import io.github.kubeadmwizard.cluster.NetworkSpec;
import io.github.kubeadmwizard.cluster.NetworkSpec.KubeProxyMode;
import io.github.kubeadmwizard.cluster.RuntimeSpec;
import io.github.kubeadmwizard.kubeadm.PreflightNames;
import io.github.kubeadmwizard.text.Message;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Takes what is about the cluster as a whole to the keys that the cluster file has for it. */
final class ClusterWishes {
  private final Target target;
  private final Told told;
  private final TreeSet<String> overridden = new TreeSet<>();
  private String name = ClusterSpec.DEFAULT_NAME;
  private Optional<String> endpoint = Optional.empty();
  private List<Cidr> pods = NetworkSpec.DEFAULT.podCIDR();
  private List<Cidr> services = NetworkSpec.DEFAULT.serviceCIDR();
  private String domain = NetworkSpec.DEFAULT.dnsDomain();
  private KubeProxyMode mode = NetworkSpec.DEFAULT.kubeProxy();
  private ImagesSpec images = ImagesSpec.DEFAULT;
  private RuntimeSpec runtime = RuntimeSpec.DEFAULT;

  ClusterWishes(Target target, Told told) {
    this.target = target;
    this.told = told;
  }

  /** Whether the statement has a key of its own, and was taken or told. */
  boolean take(Statement statement) {
    var text = statement.value().toString();
    return switch (statement.paper() + " " + statement.path()) {
      case "CLUSTER kubernetesVersion" -> taken(statement, "kubernetes");
      case "CLUSTER clusterName" -> clusterName(statement, text);
      case "CLUSTER controlPlaneEndpoint" -> endpoint(statement, text);
      case "CLUSTER networking.podSubnet" -> pods(statement, text);
      case "CLUSTER networking.serviceSubnet" -> services(statement, text);
      case "CLUSTER networking.dnsDomain" -> domain(statement, text);
      case "CLUSTER imageRepository" -> repository(statement, text);
      case "INIT nodeRegistration.criSocket", "JOIN nodeRegistration.criSocket" ->
          socket(statement, text);
      case "INIT nodeRegistration.ignorePreflightErrors",
          "JOIN nodeRegistration.ignorePreflightErrors" ->
          ignored(statement);
      case "INIT nodeRegistration.kubeletExtraArgs[]", "JOIN nodeRegistration.kubeletExtraArgs[]" ->
          argument(statement);
      case "KUBELET cgroupDriver" -> cgroupDriver(statement, text);
      case "KUBE_PROXY mode" -> mode(statement, text);
      default -> false;
    };
  }

  /** Where the API is reached, as a join names it; said by a host name only. */
  void reachedAt(String host) {
    endpoint = endpoint.or(() -> Optional.of(host));
  }

  /** The cluster, without hosts and without what is laid over. */
  ClusterSpec spec() {
    var network =
        new NetworkSpec(
            endpoint, NetworkSpec.DEFAULT.highAvailability(), pods, services, domain, mode);
    return ClusterSpec.of(target.version(), List.of())
        .withName(name)
        .with(network)
        .with(images)
        .with(runtime)
        .with(new ChecksSpec(List.copyOf(overridden)));
  }

  private boolean taken(Statement statement, String key) {
    told.moved(statement, key);
    return true;
  }

  private boolean refused(Statement statement, Message why) {
    told.dropped(statement, why);
    return true;
  }

  private boolean clusterName(Statement statement, String text) {
    if (!KubernetesNames.isDnsLabel(text)) {
      return refused(statement, Message.of("migrate.noName", text));
    }
    name = text;
    return taken(statement, "name");
  }

  private boolean endpoint(Statement statement, String text) {
    if (!Endpoint.isValid(text)) {
      return refused(statement, Message.of("migrate.noAddress", text));
    }
    endpoint = Optional.of(text);
    return taken(statement, "network.endpoint");
  }

  private boolean domain(Statement statement, String text) {
    if (!KubernetesNames.isDnsSubdomain(text)) {
      return refused(statement, Message.of("migrate.noName", text));
    }
    domain = text;
    return taken(statement, "network.dnsDomain");
  }

  private boolean pods(Statement statement, String text) {
    var ranges = Ranges.read(text);
    ranges.ifPresent(r -> pods = r);
    return range(statement, text, ranges, "network.podCIDR");
  }

  private boolean services(Statement statement, String text) {
    var ranges = Ranges.read(text);
    ranges.ifPresent(r -> services = r);
    return range(statement, text, ranges, "network.serviceCIDR");
  }

  private boolean range(Statement statement, String text, Optional<List<Cidr>> ranges, String key) {
    if (ranges.isEmpty()) {
      return refused(statement, Message.of("migrate.noRange", text));
    }
    var now = Ranges.text(ranges.get());
    if (now.equals(text.replace(" ", ""))) {
      return taken(statement, key);
    }
    told.changed(statement, key, Message.of("migrate.range", now));
    return true;
  }

  private boolean repository(Statement statement, String text) {
    if (!text.matches("[A-Za-z0-9.-]+(?::\\d{1,5})?(?:/[a-z0-9._-]+)*")) {
      return refused(statement, Message.of("migrate.noRepository", text));
    }
    Optional<Mirror> known = target.data().mirrors().withRepository(text);
    if (known.isEmpty()) {
      images = ImagesSpec.DEFAULT.withRepository(Optional.of(text));
      return taken(statement, "images.repository");
    }
    images = ImagesSpec.DEFAULT.at(known);
    Message how = Message.of("migrate.mirror", known.get().name(), known.get().id());
    told.named(statement, "images.mirror", how);
    return true;
  }

  private boolean socket(Statement statement, String text) {
    var found = target.data().runtime(text);
    if (found.isEmpty()) {
      return refused(statement, Message.of("migrate.noRuntime", text));
    }
    RuntimeSpec named = runtime.withName(found.get()); // from where that one can come from
    var usual =
        new RuntimeSpec(
            named.name(), named.from(), named.version(), named.cgroupDriver(), Optional.empty());
    boolean same = text.replace("/var/run/", "/run/").equals(usual.criSocket());
    runtime =
        same
            ? usual
            : new RuntimeSpec(
                usual.name(),
                usual.from(),
                usual.version(),
                usual.cgroupDriver(),
                Optional.of(text));
    return taken(statement, same ? "runtime.name" : "runtime.socket");
  }

  private boolean ignored(Statement statement) {
    var kept = new ArrayList<String>();
    for (Object check : (List<?>) statement.value()) {
      if (check.toString().equalsIgnoreCase("all")) {
        told.dropped(statement, Message.of("migrate.ignoreAll"));
      } else if (PreflightNames.isKubeadms(check.toString())) {
        kept.add(check.toString());
      } else {
        told.dropped(statement, Message.of("migrate.noCheck", check));
      }
    }
    overridden.addAll(kept);
    return kept.isEmpty() || taken(statement, "checks.override");
  }

  private boolean argument(Statement statement) {
    var argument = (Map<?, ?>) statement.value();
    var value = String.valueOf(argument.get("value"));
    return switch (String.valueOf(argument.get("name"))) {
      case "cgroup-driver" -> cgroupDriver(statement, value);
      case "container-runtime-endpoint" -> socket(statement, value);
      default -> false;
    };
  }

  private boolean cgroupDriver(Statement statement, String text) {
    for (RuntimeSpec.CgroupDriver driver : RuntimeSpec.CgroupDriver.values()) {
      if (driver.name().equalsIgnoreCase(text)) {
        runtime =
            new RuntimeSpec(
                runtime.name(), runtime.from(), runtime.version(), driver, runtime.socket());
        told.took(statement, "runtime.cgroupDriver");
        return true;
      }
    }
    return refused(statement, Message.of("migrate.notOneOf", text, List.of("systemd", "cgroupfs")));
  }

  private boolean mode(Statement statement, String text) {
    var modes = Arrays.stream(KubeProxyMode.values()).map(m -> m.name().toLowerCase(Locale.ROOT));
    for (KubeProxyMode one : KubeProxyMode.values()) {
      if (one.name().equalsIgnoreCase(text)) {
        mode = one;
        return taken(statement, "network.kubeProxy");
      }
    }
    return refused(statement, Message.of("migrate.notOneOf", text, modes.toList()));
  }
}
