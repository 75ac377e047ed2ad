package io.github.kubeadmwizard.wizard.step.runtime;

import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.cluster.HostSpec;
import io.github.kubeadmwizard.cluster.ImagesSpec;
import io.github.kubeadmwizard.cluster.KubernetesVersion;
import io.github.kubeadmwizard.cluster.RuntimeSpec;
import io.github.kubeadmwizard.kubeadm.KubernetesCatalogue;
import io.github.kubeadmwizard.kubeadm.MinorFacts;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.wizard.Step;
import io.github.kubeadmwizard.wizard.StepModel;
import io.github.kubeadmwizard.wizard.StepState;
import io.github.kubeadmwizard.wizard.step.choice.Basis;
import io.github.kubeadmwizard.wizard.step.choice.Entry;
import io.github.kubeadmwizard.wizard.step.choice.Forms;
import io.github.kubeadmwizard.wizard.step.choice.Pairs;
import io.github.kubeadmwizard.wizard.step.choice.Seen;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;

/** Which versions run, and where programs and images come from. */
public final class RuntimeModel implements StepModel {
  private final Basis basis;
  private final Seen seen = new Seen();
  private final KubernetesCatalogue catalogue = KubernetesCatalogue.load();
  private final PackagePlaces packages;
  private final ImagePlaces images;
  private final Preparing preparing;
  private final ProxyChoice proxy;
  private final Registries registries;
  private final FeatureGates gates;
  private final Entry version;
  private final Entry containerd;
  private final Pairs mirrors;

  /** Over these choices. */
  public RuntimeModel(Basis basis) {
    this.basis = basis;
    version =
        new Entry(
            this::wrongVersion,
            text -> change(spec -> spec.withKubernetes(KubernetesVersion.parse(text))));
    containerd =
        new Entry(
            Forms.optional("runtime.version"),
            text ->
                runtime(was ->
                    new RuntimeSpec(
                        was.name(),
                        was.from(),
                        Optional.of(text).filter(any -> !any.isEmpty()),
                        was.cgroupDriver(),
                        was.socket())));
    mirrors = new Pairs(this::takeMirrors, (_, pair) -> wrongMirror(pair));
    packages = new PackagePlaces(basis);
    images = new ImagePlaces(basis);
    preparing = new Preparing(basis);
    proxy = new ProxyChoice(basis, this::tell);
    registries = new Registries(basis, this::tell);
    gates = new FeatureGates(basis);
    basis.follow(this::follow);
    entries().forEach(entry -> entry.wrong().subscribe((_, _) -> tell()));
    lists().forEach(list -> list.wrong().subscribe((_, _) -> tell()));
    packages.place().subscribe((_, _) -> tell());
    images.place().subscribe((_, _) -> tell());
  }

  private Optional<Message> wrongVersion(String text) {
    return Forms.required("kubernetes")
        .apply(text)
        .map(_ -> Message.of("choices.runtime.version.wrong", minors()));
  }

  private Stream<Entry> entries() {
    return Stream.of(
            Stream.of(version, containerd, images.repository()),
            Stream.of(
                packages.kubernetes(), packages.docker(), packages.files(), packages.bundle()),
            proxy.entries(),
            Stream.of(preparing.timeServers(), gates.entry()))
        .flatMap(entries -> entries);
  }

  private Stream<Pairs> lists() {
    return Stream.of(mirrors, preparing.bound());
  }

  private void follow() {
    ClusterSpec spec = basis.spec();
    version.follow(spec.kubernetes().toString());
    containerd.follow(spec.runtime().version().orElse(""));
    mirrors.follow(
        spec.images().own().mirrors().entrySet().stream()
            .map(mirror -> new Pairs.Pair(mirror.getKey(), mirror.getValue()))
            .toList());
    packages.follow();
    images.follow();
    preparing.follow();
    proxy.follow();
    registries.follow();
    gates.follow();
    tell();
  }

  private void tell() {
    seen.tell(shortly(), wrong(), Optional.empty(), restsOn());
  }

  private Message shortly() {
    return Message.of(
        "choices.runtime.shortly",
        basis.spec().kubernetes().toString(),
        RuntimePage.written(chosen().name()));
  }

  private Object restsOn() {
    return basis.spec().hosts().stream().map(HostSpec::label).toList();
  }

  private Optional<Message> wrong() {
    boolean field =
        Stream.of(
                    Stream.of(version, containerd, preparing.timeServers(), gates.entry()),
                    packages.counting(),
                    images.counting(),
                    proxy.entries())
                .flatMap(entries -> entries)
                .anyMatch(entry -> entry.wrong().get().isPresent())
            || images.wrong().isPresent()
            || proxy.lacksAccount()
            || registries.isWrong()
            || lists().anyMatch(list -> list.wrong().get().isPresent());
    if (field) {
      return Optional.of(Message.of("choices.remark.wrong"));
    }
    return Optional.empty();
  }

  @Override
  public Step step() {
    return Step.RUNTIME;
  }

  @Override
  public ReadOnlyObjectProperty<StepState> state() {
    return seen.state();
  }

  /** Somebody looks at the page. */
  public void look() {
    seen.look(restsOn());
    tell();
  }

  /** Grows with every change of choices or facts. */
  public ReadOnlyIntegerProperty changes() {
    return seen.changes();
  }

  /** The minors on offer, newest first. */
  public List<String> minors() {
    return catalogue.minors().reversed().stream().map(MinorFacts::minor).toList();
  }

  /** What is known of the chosen minor. */
  public Optional<MinorFacts> minor() {
    return catalogue.of(basis.spec().kubernetes());
  }

  /** Kubernetes' version as it is typed. */
  public Entry version() {
    return version;
  }

  /** containerd's exact version as it is typed. */
  public Entry containerd() {
    return containerd;
  }

  /** Where images come from. */
  public ImagePlaces images() {
    return images;
  }

  /** kubeadm's imageRepository, whoever said it. */
  public String repository() {
    return basis.spec().images().repository();
  }

  /** All choices so far. */
  ClusterSpec spec() {
    return basis.spec();
  }

  /** Registries with the mirrors that are asked first. */
  public Pairs mirrors() {
    return mirrors;
  }

  /** Where packages come from. */
  public PackagePlaces packages() {
    return packages;
  }

  /** What is done to the hosts on wish. */
  public Preparing preparing() {
    return preparing;
  }

  /** Feature gates as they are typed. */
  public Entry gates() {
    return gates.entry();
  }

  /** The registries with a certificate or an account of their own. */
  public Registries registries() {
    return registries;
  }

  /** The hosts of the mirrors and of the repository, which may want an account. */
  public List<String> registryHosts() {
    var from = basis.spec().images();
    return Stream.concat(
            from.mirrors().values().stream().map(ImagesSpec::hostOf),
            Stream.of(from.repository().split("/", 2)[0]))
        .distinct()
        .toList();
  }

  /** The proxy of the hosts. */
  public ProxyChoice proxy() {
    return proxy;
  }

  /** The choices on the runtime. */
  public RuntimeSpec chosen() {
    return basis.spec().runtime();
  }

  /** Takes another runtime. */
  public void choose(RuntimeSpec.Name name) {
    runtime(was -> was.withName(name));
  }

  /** Takes it from elsewhere. */
  public void takeFrom(RuntimeSpec.Source from) {
    runtime(was -> was.withFrom(from));
  }

  /** Lets another driver keep the cgroups. */
  public void drive(RuntimeSpec.CgroupDriver driver) {
    runtime(was -> new RuntimeSpec(was.name(), was.from(), was.version(), driver, was.socket()));
  }

  /** The hosts in their order, each with what becomes of it. */
  List<Map.Entry<String, HostFate>> fates() {
    return basis.spec().hosts().stream()
        .map(host ->
            Map.entry(
                host.label(),
                basis
                    .factsOf(host)
                    .map(facts -> HostFate.of(facts, chosen()))
                    .orElseGet(HostFate::unread)))
        .toList();
  }

  /** How many of the rare settings differ from what is usual. */
  int differing() {
    return (chosen().cgroupDriver() == RuntimeSpec.DEFAULT.cgroupDriver() ? 0 : 1)
        + Forms.items(gates().value()).size();
  }

  private void takeMirrors(List<Pairs.Pair> pairs) {
    var right = new TreeMap<String, String>();
    pairs.stream()
        .filter(pair -> wrongMirror(pair).isEmpty())
        .forEach(pair -> right.put(pair.name(), pair.value()));
    change(spec -> spec.with(spec.images().withMirrors(right)));
  }

  private static Optional<Message> wrongMirror(Pairs.Pair pair) {
    return pair.value().isEmpty()
        ? Optional.of(Message.of("choices.runtime.mirror.noAddress"))
        : Forms.wrong("images.mirrors", Map.of(pair.name(), pair.value()));
  }

  private void runtime(java.util.function.UnaryOperator<RuntimeSpec> change) {
    change(spec -> spec.with(change.apply(spec.runtime())));
  }

  private void change(java.util.function.UnaryOperator<ClusterSpec> change) {
    basis.draft().change(change);
  }
}
