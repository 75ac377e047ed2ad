package io.github.kubeadmwizard.wizard.step.choice;

import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.cluster.HostSpec;
import io.github.kubeadmwizard.cluster.KubernetesVersion;
import io.github.kubeadmwizard.cluster.Role;
import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.engine.Plan;
import io.github.kubeadmwizard.facts.HostFacts;
import io.github.kubeadmwizard.facts.Kubernetes;
import io.github.kubeadmwizard.facts.Leftovers;
import io.github.kubeadmwizard.facts.Nic;
import io.github.kubeadmwizard.facts.RecordedFacts;
import io.github.kubeadmwizard.facts.Route;
import io.github.kubeadmwizard.home.UserDirectories;
import io.github.kubeadmwizard.install.Installation;
import io.github.kubeadmwizard.manifests.Download;
import io.github.kubeadmwizard.manifests.ManifestCache;
import io.github.kubeadmwizard.manifests.ManifestFetcher;
import io.github.kubeadmwizard.manifests.ManifestUnavailable;
import io.github.kubeadmwizard.manifests.Manifests;
import io.github.kubeadmwizard.practice.PracticeManifests;
import io.github.kubeadmwizard.session.SecretBook;
import io.github.kubeadmwizard.session.Workshop;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.wizard.Background;
import io.github.kubeadmwizard.wizard.Draft;
import io.github.kubeadmwizard.wizard.step.cni.CniModel;
import io.github.kubeadmwizard.wizard.step.cni.ManifestPreview;
import java.net.ProxySelector;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;

/** What the tests of the pages of choices stand on: n1 is a control plane, the others workers. */
public final class Choices {
  /** What was read; tests change it and then {@link #factsRead}. */
  public final Map<HostName, HostFacts> facts = new LinkedHashMap<>();

  /** The routes of this computer; tests add some. */
  public final List<Route> ownRoutes = new ArrayList<>();

  private final IntegerProperty read = new SimpleIntegerProperty();
  private final Draft draft;
  private final Basis basis;
  private final CniModel cni;

  /** With so many hosts, none of them read. */
  public Choices(int hosts) {
    var specs = new ArrayList<HostSpec>();
    for (int i = 1; i <= hosts; i++) {
      Set<Role> roles = Set.of(i == 1 ? Role.CONTROL_PLANE : Role.WORKER);
      specs.add(
          HostSpec.of("10.88.0." + (10 + i), 22, "root", roles).withName(Optional.of("n" + i)));
    }
    draft = new Draft(ClusterSpec.of(KubernetesVersion.parse("1.36"), specs));
    basis = new Basis(draft, () -> facts, () -> ownRoutes, read, new Planning(), new SecretBook());
    var atOnce = new Background(Runnable::run, Runnable::run);
    cni = new CniModel(basis, new ManifestPreview(basis, (spec, _) -> brought(spec), atOnce));
  }

  /** The engine's own refusals, and no plan. */
  private static final class Planning implements Workshop.Planning {
    @Override
    public List<Message> refuses(ClusterSpec spec) {
      return Installation.refuses(spec);
    }

    @Override
    public Plan plan(ClusterSpec spec, Map<HostName, HostFacts> facts, Manifests manifests) {
      throw new UnsupportedOperationException("no page of choices plans");
    }
  }

  /** All hosts were read: Debian, Ubuntu and Red Hat by turns, in 10.88.0.0/24. */
  public Choices read() {
    var kinds = List.of("debian-13", "ubuntu-24", "rhel-9");
    for (int i = 0; i < draft.spec().hosts().size(); i++) {
      HostSpec host = draft.spec().hosts().get(i);
      HostFacts recorded = RecordedFacts.facts(kinds.get(i % kinds.size()));
      var network = recorded.network().withNics(List.of(card(host.address())));
      facts.put(
          new HostName(host.label()),
          recorded
              .withPeers(List.of())
              .with(
                  new io.github.kubeadmwizard.facts.Network(
                      network.nics(),
                      List.of(),
                      network.ports(),
                      network.resolver(),
                      network.hosts(),
                      network.tools(),
                      network.unmanaged())));
    }
    factsRead();
    return this;
  }

  /** A host that is a node of a cluster, with this configuration and link of its pod network. */
  public HostFacts member(HostFacts facts, String configuration, String link) {
    var k = facts.kubernetes();
    return facts
        .with(
            new Kubernetes(
                k.kubeadm(),
                k.kubelet(),
                k.kubectl(),
                k.crictl(),
                k.service(),
                k.environmentFile(),
                k.dropIns(),
                k.kubeadmFlags(),
                Optional.of("https://10.88.0.11:6443")))
        .with(
            new Leftovers(
                List.of(), List.of(), List.of(), List.of(configuration), List.of(link), 0));
  }

  private static Nic card(String address) {
    return new Nic(
        "eth0", Optional.empty(), 1500, true, true, List.of(new Nic.Address(address, 24, false)));
  }

  /** Facts were read anew. */
  public void factsRead() {
    read.set(read.get() + 1);
  }

  /** The choices. */
  public ClusterSpec spec() {
    return draft.spec();
  }

  /** The draft. */
  public Draft draft() {
    return draft;
  }

  /** The model of the pod network's page, with manifests to practise with; one only. */
  public CniModel cni() {
    return cni;
  }

  private static Manifests brought(ClusterSpec spec) throws ManifestUnavailable {
    var fetcher =
        new ManifestFetcher(
            UserDirectories.ofThisUser(),
            new ManifestCache(Path.of("target", "no-cache")),
            new Download(ProxySelector.of(null), Duration.ofSeconds(1)));
    return Installation.fitting(
        spec, new PracticeManifests(fetcher).fetch(Installation.manifests(spec), _ -> {}));
  }

  /** What models take. */
  public Basis basis() {
    return basis;
  }
}
