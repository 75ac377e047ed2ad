package io.github.kubeadmwizard.wizard.step.addons;

import io.github.kubeadmwizard.addons.AddonCatalogue;
import io.github.kubeadmwizard.addons.AddonFacts;
import io.github.kubeadmwizard.cluster.AddonSpec;
import io.github.kubeadmwizard.cluster.AddonSpec.Dashboard;
import io.github.kubeadmwizard.cluster.AddonSpec.Ingress;
import io.github.kubeadmwizard.cluster.AddonSpec.LocalPath;
import io.github.kubeadmwizard.cluster.AddonSpec.MetalLb;
import io.github.kubeadmwizard.cluster.AddonSpec.MetricsServer;
import io.github.kubeadmwizard.cluster.AddonSpec.Rook;
import io.github.kubeadmwizard.cluster.AddonsSpec;
import io.github.kubeadmwizard.cluster.CniSpec;
import io.github.kubeadmwizard.kubeadm.ProgramFiles;
import io.github.kubeadmwizard.manifests.ManifestCatalogue;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.wizard.Step;
import io.github.kubeadmwizard.wizard.StepModel;
import io.github.kubeadmwizard.wizard.StepState;
import io.github.kubeadmwizard.wizard.step.choice.Basis;
import io.github.kubeadmwizard.wizard.step.choice.Entry;
import io.github.kubeadmwizard.wizard.step.choice.Forms;
import io.github.kubeadmwizard.wizard.step.choice.Seen;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;

/** What runs on the cluster besides Kubernetes itself. */
public final class AddonsModel implements StepModel {
  private static final String ADDRESSES = "addons.metallb.addresses";
  private static final String HOST = "addons.dashboard.host";
  private static final String PATH = "addons.localPath.path";

  private final Basis basis;
  private final AddonCatalogue catalogue = AddonCatalogue.load();
  private final ManifestCatalogue manifests = ManifestCatalogue.load();
  private final Seen seen = new Seen();
  private final RookModel rook;
  private final Entry path;
  private final Entry addresses;
  private final Entry dashboardHost;
  private final NfsChoice nfs;
  private final PrometheusChoice prometheus;
  private final LogsChoice logs;
  private final Entry own = new Entry(Forms.list("addons.manifests"), _ -> {});

  /**
   * Over these choices.
   *
   * @param readAgain reads every host anew
   */
  public AddonsModel(Basis basis, Runnable readAgain) {
    this.basis = basis;
    rook = new RookModel(basis, readAgain);
    path =
        new Entry(
            Forms.required(PATH),
            text -> typed(new LocalPath(text, localPath().defaultClass())),
            () -> broken(AddonSpec.Name.LOCAL_PATH, PATH));
    addresses =
        new Entry(
            Forms.list(ADDRESSES),
            text -> typed(new MetalLb(Forms.items(text))),
            () -> broken(AddonSpec.Name.METALLB, ADDRESSES));
    dashboardHost =
        new Entry(
            Forms.optional(HOST),
            text ->
                typed(
                    new Dashboard(
                        dashboard().kind(),
                        dashboard().access(),
                        Optional.of(text).filter(said -> !said.isEmpty()))),
            () -> broken(AddonSpec.Name.DASHBOARD, HOST));
    nfs = new NfsChoice(basis);
    prometheus = new PrometheusChoice(basis);
    logs = new LogsChoice(basis);
    basis.follow(this::follow);
    Stream.of(
            List.of(path, addresses, dashboardHost),
            nfs.entries(),
            prometheus.entries(),
            logs.entries())
        .flatMap(List::stream)
        .forEach(entry -> entry.wrong().subscribe((_, _) -> tell()));
  }

  private Optional<Message> broken(AddonSpec.Name name, String at) {
    return isChosen(name) ? basis.broken(broken -> broken.startsWith(at)) : Optional.empty();
  }

  private void follow() {
    path.follow(localPath().path());
    addresses.follow(
        String.join(", ", find(MetalLb.class).map(MetalLb::addresses).orElse(List.of())));
    dashboardHost.follow(dashboard().host().orElse(""));
    nfs.follow();
    prometheus.follow();
    logs.follow();
    tell();
  }

  private void tell() {
    seen.tell(shortly(), wrong(), Optional.empty(), "");
  }

  private Message shortly() {
    int many = wish().chosen().size() + wish().manifests().size();
    return many == 0 ? Message.of("choices.addons.none") : Message.of("choices.addons.many", many);
  }

  private Optional<Message> wrong() {
    boolean field =
        (isChosen(AddonSpec.Name.LOCAL_PATH) && path.wrong().get().isPresent())
            || (isChosen(AddonSpec.Name.METALLB) && addresses.wrong().get().isPresent())
            || (isChosen(AddonSpec.Name.DASHBOARD) && dashboardHost.wrong().get().isPresent())
            || nfs.isWrong()
            || prometheus.isWrong()
            || logs.isWrong();
    return field || basis.broken(at -> at.startsWith("addons.")).isPresent()
        ? Optional.of(Message.of("choices.remark.wrong"))
        : Optional.empty();
  }

  @Override
  public Step step() {
    return Step.ADDONS;
  }

  @Override
  public ReadOnlyObjectProperty<StepState> state() {
    return seen.state();
  }

  /** Somebody looks at the page. */
  public void look() {
    seen.look("");
    tell();
  }

  /** Grows with every change of choices or facts. */
  public ReadOnlyIntegerProperty changes() {
    return seen.changes();
  }

  private AddonsSpec wish() {
    return basis.spec().addons();
  }

  private void change(Function<AddonsSpec, AddonsSpec> change) {
    basis.draft().change(spec -> spec.with(change.apply(spec.addons())));
  }

  private <T extends AddonSpec> Optional<T> find(Class<T> kind) {
    return wish().find(kind);
  }

  /** Whether it is wanted. */
  public boolean isChosen(AddonSpec.Name name) {
    return wish().has(name);
  }

  /** Wants it with its usual options, or not any more. */
  public void choose(AddonSpec.Name name, boolean wanted) {
    if (wanted && !isChosen(name)) {
      put(usual(name));
    } else if (!wanted) {
      change(was -> was.without(name));
    }
  }

  private AddonSpec usual(AddonSpec.Name name) {
    return switch (name) {
      case LOCAL_PATH -> LocalPath.DEFAULT;
      case METRICS_SERVER -> MetricsServer.DEFAULT;
      case DASHBOARD -> Dashboard.DEFAULT;
      case METALLB -> new MetalLb(Forms.items(addresses.value()));
      case ROOK -> Rook.DEFAULT;
      case NFS -> AddonSpec.Nfs.EMPTY;
      case INGRESS -> Ingress.DEFAULT;
      case HELM -> new AddonSpec.Helm();
      case PROMETHEUS -> AddonSpec.Prometheus.DEFAULT;
      case LOGS -> logs.usual();
    };
  }

  /** A field tells its text also while its add-on is not wanted; nothing comes of that. */
  private void typed(AddonSpec addon) {
    if (isChosen(addon.name())) {
      put(addon);
    }
  }

  private void put(AddonSpec addon) {
    change(was -> was.with(addon));
  }

  /** The options of local-path storage. */
  public LocalPath localPath() {
    return find(LocalPath.class).orElse(LocalPath.DEFAULT);
  }

  /** Whether claims without a class get a volume of it. */
  public void makeDefaultClass(boolean is) {
    put(new LocalPath(localPath().path(), is));
  }

  /** The options of metrics-server. */
  public MetricsServer metricsServer() {
    return find(MetricsServer.class).orElse(MetricsServer.DEFAULT);
  }

  /** Whether it takes any certificate of a kubelet. */
  public void takeAnyCertificate(boolean is) {
    put(new MetricsServer(is));
  }

  /** The options of Traefik. */
  public Ingress ingress() {
    return find(Ingress.class).orElse(Ingress.DEFAULT);
  }

  /** Takes Traefik with these. */
  public void lead(Ingress ingress) {
    put(ingress);
  }

  /** The options of the dashboard. */
  public Dashboard dashboard() {
    return find(Dashboard.class).orElse(Dashboard.DEFAULT);
  }

  /** Takes this dashboard, with this access. */
  public void show(Dashboard dashboard) {
    put(dashboard);
  }

  /** Ceph and its disks. */
  public RookModel rook() {
    return rook;
  }

  /** The directory of local-path storage. */
  public Entry path() {
    return path;
  }

  /** The name under which Traefik serves the dashboard. */
  public Entry dashboardHost() {
    return dashboardHost;
  }

  /** The file server of volumes over NFS. */
  public NfsChoice nfs() {
    return nfs;
  }

  /** How much of Prometheus, and what it keeps. */
  public PrometheusChoice prometheus() {
    return prometheus;
  }

  /** How long logs are kept, and where. */
  public LogsChoice logs() {
    return logs;
  }

  /** The addresses that MetalLB gives away, in one line. */
  public Entry addresses() {
    return addresses;
  }

  /** A file or address of the user's own that is about to be added. */
  public Entry own() {
    return own;
  }

  /** What an add-on needs; of the dashboard, the one that is picked. */
  public AddonFacts facts(AddonSpec.Name name) {
    AddonSpec addon =
        wish().chosen().stream()
            .filter(one -> one.name() == name)
            .findFirst()
            .orElseGet(() -> usual(name));
    return catalogue.of(addon).orElseThrow();
  }

  /** What it takes on this cluster, in MiB. */
  public int memory(AddonSpec.Name name) {
    return facts(name).memoryMiB(basis.spec());
  }

  /** The version that is installed. */
  public String version(AddonSpec.Name name) {
    if (name == AddonSpec.Name.HELM) {
      return "v" + ProgramFiles.load().helm(basis.spec(), "amd64").version();
    }
    var facts = facts(name);
    return facts.program().orElseGet(() -> manifests.of(facts.manifests().getFirst()).version());
  }

  /** The user's own manifests, in the order in which they are applied. */
  public List<String> ownManifests() {
    return wish().manifests();
  }

  /** Adds what was typed. */
  public void addOwn() {
    if (own.isRight() && !own.value().isEmpty()) {
      addOwn(own.value());
      own.text().set("");
      own.left().set(false);
    }
  }

  /** Adds this file, at the end. */
  public void addOwn(String place) {
    var all = new ArrayList<>(ownManifests());
    all.add(place);
    change(was -> was.withManifests(all));
  }

  /** Leaves one out. */
  public void removeOwn(int number) {
    var all = new ArrayList<>(ownManifests());
    all.remove(number);
    change(was -> was.withManifests(all));
  }

  /** Has one applied before the one before it. */
  public void raiseOwn(int number) {
    var all = new ArrayList<>(ownManifests());
    all.add(number - 1, all.remove(number));
    change(was -> was.withManifests(all));
  }

  /** Whether a pod network is installed too. */
  public boolean hasPodNetwork() {
    return basis.spec().cni().name() != CniSpec.Name.NONE;
  }
}
