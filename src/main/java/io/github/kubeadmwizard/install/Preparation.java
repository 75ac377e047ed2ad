package io.github.kubeadmwizard.install;

import io.github.kubeadmwizard.addons.Addons;
import io.github.kubeadmwizard.addons.ApiServer;
import io.github.kubeadmwizard.addons.Layer;
import io.github.kubeadmwizard.addons.PodNetwork;
import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.cluster.HostSpec;
import io.github.kubeadmwizard.cluster.Role;
import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.facts.HostFacts;
import io.github.kubeadmwizard.facts.NodeAddresses;
import io.github.kubeadmwizard.kubeadm.ControlPlaneEndpoint;
import io.github.kubeadmwizard.kubeadm.DocumentText;
import io.github.kubeadmwizard.kubeadm.Images;
import io.github.kubeadmwizard.kubeadm.InitDocuments;
import io.github.kubeadmwizard.kubeadm.InitFacts;
import io.github.kubeadmwizard.kubeadm.JoinSecrets;
import io.github.kubeadmwizard.kubeadm.KubeadmDocuments;
import io.github.kubeadmwizard.kubeadm.KubernetesCatalogue;
import io.github.kubeadmwizard.kubeadm.MinorFacts;
import io.github.kubeadmwizard.kubeadm.NodeLabels;
import io.github.kubeadmwizard.manifests.Manifests;
import io.github.kubeadmwizard.text.Words;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Brings wish, facts and catalogues together into what the plan stands on. */
public final class Preparation {
  private final KubernetesCatalogue catalogue;
  private final Words words;

  /**
   * @param words the language of comments in kubeadm.yaml
   */
  public Preparation(KubernetesCatalogue catalogue, Words words) {
    this.catalogue = catalogue;
    this.words = words;
  }

  /**
   * The ground of a plan.
   *
   * @param spec its version is full
   * @param facts of every host of the wish
   * @param manifests those of {@link Installation#manifests}
   * @throws IllegalArgumentException if the version lacks its patch or facts of a host are missing
   */
  public Ground ground(ClusterSpec spec, Map<HostName, HostFacts> facts, Manifests manifests) {
    List<Node> nodes = spec.hosts().stream().map(h -> node(h, facts)).toList();
    Node first =
        nodes.stream()
            .filter(n -> n.spec().equals(spec.firstControlPlane()))
            .findFirst()
            .orElseThrow();
    InitDocuments init =
        KubeadmDocuments.forInit(spec, InitFacts.of(spec.kubernetes(), first.identity()));
    var joins = new LinkedHashMap<HostName, String>();
    for (Node node : nodes) {
      if (!node.equals(first)) {
        var join =
            KubeadmDocuments.forJoin(spec, node.spec(), node.identity(), JoinSecrets.PLACEHOLDERS);
        joins.put(node.host(), DocumentText.of(List.of(join), words));
      }
    }
    List<Layer> podNetwork = podNetwork(spec, manifests);
    Map<String, String> names = names(nodes);
    return new Ground(
        spec,
        spec.kubernetes(),
        nodes,
        ControlPlaneEndpoint.of(spec),
        ControlPlaneEndpoint.hostsAddress(spec, first.identity()),
        init,
        DocumentText.of(init.documents(), words),
        joins,
        images(spec, init, podNetwork),
        podNetwork,
        Addons.ofThisProgram().prepared(spec, manifests, label -> names.getOrDefault(label, label)),
        Addons.own(spec, manifests),
        late(nodes));
  }

  private static Map<String, String> names(List<Node> nodes) {
    return nodes.stream().collect(Collectors.toMap(node -> node.spec().label(), Node::name));
  }

  private static Node node(HostSpec host, Map<HostName, HostFacts> facts) {
    var name = new HostName(host.label());
    HostFacts its = facts.get(name);
    if (its == null) {
      throw new IllegalArgumentException("no facts of " + name);
    }
    List<String> ips = NodeAddresses.of(host, its);
    String advertise = host.advertiseAddress().orElse(ips.getFirst());
    return new Node(name, host, its, nodeName(host, its), ips, advertise);
  }

  /** Source: kubeadm, GetHostname: trimmed, lower case. */
  static String nodeName(HostSpec host, HostFacts facts) {
    return host.name()
        .or(() -> facts.machine().hostname().name())
        .orElse(host.address())
        .strip()
        .toLowerCase(Locale.ROOT);
  }

  private ImageNeeds images(ClusterSpec spec, InitDocuments init, List<Layer> podNetwork) {
    MinorFacts minor =
        catalogue
            .of(spec.kubernetes())
            .orElseThrow(() -> new IllegalArgumentException("not on offer: " + spec.kubernetes()));
    Images images = Images.of(init.cluster(), minor);
    var every = new ArrayList<>(images.on(EnumSet.of(Role.WORKER)));
    var controlPlane = new ArrayList<>(images.on(EnumSet.of(Role.CONTROL_PLANE)));
    controlPlane.removeAll(every);
    podNetwork.stream().flatMap(layer -> layer.images().stream()).distinct().forEach(every::add);
    String pause = every.stream().filter(i -> i.contains("/pause:")).findFirst().orElseThrow();
    return new ImageNeeds(controlPlane, every, pause);
  }

  /** Pods of the host network see the nodes' hosts files, so that the endpoint's name will do. */
  static List<Layer> podNetwork(ClusterSpec spec, Manifests manifests) {
    var endpoint = ControlPlaneEndpoint.of(spec);
    var api = new ApiServer(endpoint.host(), endpoint.port());
    return PodNetwork.of(spec).layers(manifests, api);
  }

  private static List<String> late(List<Node> nodes) {
    var late = new ArrayList<String>();
    for (Node node : nodes) {
      NodeLabels.of(node.spec().labels())
          .afterJoining()
          .forEach((key, value) -> late.add(node.name() + " " + key + "=" + value));
    }
    return late;
  }
}
