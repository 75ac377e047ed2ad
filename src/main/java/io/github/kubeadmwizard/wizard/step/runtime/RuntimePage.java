package io.github.kubeadmwizard.wizard.step.runtime;

import io.github.kubeadmwizard.cluster.RuntimeSpec;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.ui.Late;
import io.github.kubeadmwizard.ui.Parts;
import io.github.kubeadmwizard.wizard.Page;
import io.github.kubeadmwizard.wizard.StepModel;
import io.github.kubeadmwizard.wizard.step.choice.Beside;
import io.github.kubeadmwizard.wizard.step.choice.ChoiceCard;
import io.github.kubeadmwizard.wizard.step.choice.Columns;
import io.github.kubeadmwizard.wizard.step.choice.EntryField;
import io.github.kubeadmwizard.wizard.step.choice.Folded;
import io.github.kubeadmwizard.wizard.step.choice.Frame;
import io.github.kubeadmwizard.wizard.step.choice.PairsTable;
import io.github.kubeadmwizard.wizard.step.choice.Pick;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;

/** Chooses versions and places, and shows what becomes of each host. */
public final class RuntimePage implements Page {
  private static final double LEFT = 296;
  private static final double NARROW = 760;

  private final Parts parts;
  private final RuntimeModel model;
  private final Frame frame;
  private final Late<EntryField> version = new Late<>(this::version);
  private final Late<ImageFields> images;
  private final Late<EntryField> containerd = new Late<>(this::containerd);
  private final Late<PackageFields> packages;
  private final Late<PreparingFields> preparing;
  private final Late<PairsTable> mirrors = new Late<>(this::mirrors);
  private final Late<RegistryFields> registries;
  private final Late<EntryField> gates = new Late<>(this::gates);
  private final Late<ProxyFields> proxy;

  /** Over this model. */
  public RuntimePage(Parts parts, RuntimeModel model) {
    this.parts = parts;
    this.model = model;
    frame =
        new Frame(
            parts, Message.of("choices.runtime.title"), Message.of("choices.runtime.sentence"));
    images = new Late<>(() -> new ImageFields(parts, model.images(), model.changes()));
    packages = new Late<>(() -> new PackageFields(parts, model.packages()));
    preparing = new Late<>(() -> new PreparingFields(parts, model));
    registries =
        new Late<>(() -> new RegistryFields(parts, model.registries(), model::registryHosts));
    proxy = new Late<>(() -> new ProxyFields(parts, model));
    frame.addLate(this::first, version, packages, images);
    frame.addLate(() -> new OriginLines(parts, model).node());
    frame.addLate(() -> packages.get().node());
    frame.addLate(() -> images.get().node());
    var left = new Late<>(this::runtime);
    var right = new Late<>(this::hosts);
    frame.addLate(
        () -> new Beside(left.get(), LEFT, right.get(), true, NARROW).node(),
        containerd,
        left,
        right);
    var folded = new Late<>(this::places);
    var last = new Late<>(this::advanced);
    frame.addLate(
        () ->
            new VBox(
                8,
                folded.get().node(),
                proxy.get().node(),
                preparing.get().node(),
                last.get().node()),
        mirrors,
        registries,
        folded,
        proxy,
        preparing,
        gates,
        last);
  }

  private Node first() {
    return Columns.of(
        version.get().node(), packages.get().pick().node(), images.get().pick().node());
  }

  private EntryField version() {
    var minors = new ComboBox<String>();
    minors.setEditable(true);
    minors.getItems().setAll(model.minors());
    Label hint = parts.hint(Message.of("choices.runtime.version.hint", "", 0, ""));
    model
        .changes()
        .when(parts.inUse())
        .subscribe(_ ->
            model
                .minor()
                .ifPresent(minor ->
                    hint.setText(
                        parts.say(
                            Message.of(
                                "choices.runtime.version.hint",
                                minor.minor(),
                                minor.minor() + "." + minor.lastKnownPatch(),
                                minor.endOfLife().toString())))));
    return new EntryField(
            parts, Message.of("choices.runtime.version"), model.version(), "version", minors)
        .hint(hint);
  }

  private EntryField containerd() {
    return new EntryField(
            parts,
            Message.of("choices.runtime.containerdVersion"),
            model.containerd(),
            "containerd-version")
        .prompt(parts.say(Message.of("choices.runtime.newest")));
  }

  private EntryField gates() {
    return new EntryField(
            parts, Message.of("choices.runtime.gates"), model.gates(), "feature-gates")
        .mono()
        .prompt("MyFeature=true, Other=false")
        .hint(parts.hint(Message.of("choices.runtime.gates.hint")));
  }

  private VBox runtime() {
    return new VBox(
        8,
        parts.section(Message.of("choices.runtime.runtime")),
        runtimes(),
        new SourcePick(parts, model).node(),
        containerd.get().node());
  }

  private VBox hosts() {
    return new VBox(
        8, parts.section(Message.of("choices.runtime.hosts")), new FateTable(parts, model).node());
  }

  private Node runtimes() {
    var group = new ToggleGroup();
    var cards = new VBox(8);
    cards.getStyleClass().add("choice-list");
    for (RuntimeSpec.Name name : RuntimeSpec.Name.values()) {
      cards.getChildren().add(card(name, group).node());
    }
    return cards;
  }

  private ChoiceCard card(RuntimeSpec.Name name, ToggleGroup group) {
    var card =
        new ChoiceCard(
                parts, title(name), group, () -> model.choose(name), "runtime-" + name.name())
            .add(parts.hint(sentence(name)));
    model.changes().when(parts.inUse()).subscribe(_ -> card.chosen(model.chosen().name() == name));
    return card;
  }

  private static Message title(RuntimeSpec.Name name) {
    return Message.of("choices.plain", written(name));
  }

  /** A runtime's name, which is the same in every language. */
  static String written(RuntimeSpec.Name name) {
    return switch (name) {
      case CONTAINERD -> "containerd";
      case CRI_O -> "CRI-O";
      case DOCKER -> "Docker Engine, cri-dockerd";
      case MIRANTIS -> "Mirantis Container Runtime";
    };
  }

  private static Message sentence(RuntimeSpec.Name name) {
    return switch (name) {
      case CONTAINERD -> Message.of("choices.runtime.containerd");
      case CRI_O -> Message.of("choices.runtime.crio");
      case DOCKER -> Message.of("choices.runtime.docker");
      case MIRANTIS -> Message.of("choices.runtime.mirantis");
    };
  }

  private PairsTable mirrors() {
    return new PairsTable(
        parts,
        model.mirrors(),
        new PairsTable.Heads(
            Message.of("choices.runtime.mirror.registry"),
            "docker.io",
            Message.of("choices.runtime.mirror.address"),
            "http://10.0.0.1:5000",
            Message.of("choices.runtime.mirror.add")),
        () -> List.of("docker.io", "ghcr.io", "quay.io", "registry.k8s.io"),
        "mirrors");
  }

  private Folded places() {
    return new Folded(
            parts,
            Message.of("choices.runtime.mirrors"),
            Message.of("choices.runtime.mirrors.inside"),
            "mirrors-folded")
        .differing(
            model.changes(), () -> model.mirrors().named() + model.registries().rows().size())
        .add(
            new VBox(
                8, parts.hint(Message.of("choices.runtime.mirrors.hint")), mirrors.get().node()),
            registries.get().node());
  }

  private Folded advanced() {
    Label hint = parts.hint(Message.of("choices.runtime.cgroupfs.hint"));
    hint.managedProperty().bind(hint.visibleProperty());
    model
        .changes()
        .when(parts.inUse())
        .subscribe(_ ->
            hint.setVisible(model.chosen().cgroupDriver() == RuntimeSpec.CgroupDriver.CGROUPFS));
    var driver =
        new Pick<>(
                parts,
                Message.of("choices.runtime.driver"),
                List.of(RuntimeSpec.CgroupDriver.values()),
                one ->
                    Message.of(
                        "choices.plain",
                        one == RuntimeSpec.CgroupDriver.SYSTEMD ? "systemd" : "cgroupfs"),
                model::drive,
                "cgroup-driver")
            .following(model.changes(), () -> model.chosen().cgroupDriver())
            .hint(hint);
    Label pause = parts.hint(Message.of("choices.runtime.pause", ""));
    model
        .changes()
        .when(parts.inUse())
        .subscribe(_ ->
            pause.setText(
                parts.say(
                    Message.of(
                        "choices.runtime.pause",
                        model.repository()
                            + "/pause:"
                            + model.minor().map(m -> m.pause()).orElse("")))));
    return new Folded(
            parts,
            Message.of("choices.advanced"),
            Message.of("choices.runtime.advanced.inside"),
            "runtime-advanced")
        .differing(model.changes(), model::differing)
        .add(Columns.of(driver.node(), gates.get().node()), pause);
  }

  @Override
  public StepModel model() {
    return model;
  }

  @Override
  public Node node() {
    return frame.node();
  }

  @Override
  public void shown() {
    model.look();
    frame.whenWhole(this::lead);
  }

  private void lead() {
    if (!leadToWrong()) {
      Frame.lead(version.get().node().lookup("#version"));
    }
  }

  @Override
  public boolean leave() {
    return !leadToWrong();
  }

  private boolean leadToWrong() {
    var wrong =
        Stream.of(
                Stream.of(version.get()),
                packages.get().counting(),
                images.get().counting(),
                Stream.of(containerd.get()),
                proxy.get().fields(),
                Stream.of(preparing.get().timeServers(), gates.get()))
            .flatMap(fields -> fields)
            .filter(EntryField::isWrong)
            .findFirst();
    wrong.ifPresent(EntryField::lead);
    return wrong.isPresent()
        || images.get().lead()
        || mirrors.get().lead()
        || registries.get().lead()
        || proxy.get().leadToAccount()
        || preparing.get().bound().lead();
  }
}
