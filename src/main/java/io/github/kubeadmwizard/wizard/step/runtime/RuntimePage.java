package io.github.kubeadmwizard.wizard.step.runtime;

import io.github.kubeadmwizard.cluster.RuntimeSpec;
import io.github.kubeadmwizard.text.Message;
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
  private final EntryField version;
  private final ImageFields images;
  private final EntryField containerd;
  private final PackageFields packages;
  private final PreparingFields preparing;
  private final PairsTable mirrors;
  private final RegistryFields registries;
  private final EntryField gates;
  private final ProxyFields proxy;

  /** Over this model. */
  public RuntimePage(Parts parts, RuntimeModel model) {
    this.parts = parts;
    this.model = model;
    frame =
        new Frame(
            parts, Message.of("choices.runtime.title"), Message.of("choices.runtime.sentence"));
    version = version();
    images = new ImageFields(parts, model.images(), model.changes());
    containerd =
        new EntryField(
                parts,
                Message.of("choices.runtime.containerdVersion"),
                model.containerd(),
                "containerd-version")
            .prompt(parts.say(Message.of("choices.runtime.newest")));
    packages = new PackageFields(parts, model.packages());
    preparing = new PreparingFields(parts, model);
    mirrors = mirrors();
    registries = new RegistryFields(parts, model.registries(), model::registryHosts);
    gates =
        new EntryField(parts, Message.of("choices.runtime.gates"), model.gates(), "feature-gates")
            .mono()
            .prompt("MyFeature=true, Other=false")
            .hint(parts.hint(Message.of("choices.runtime.gates.hint")));
    proxy = new ProxyFields(parts, model);
    frame.add(
        Columns.of(version.node(), packages.pick().node(), images.pick().node()),
        new OriginLines(parts, model).node(),
        packages.node(),
        images.node(),
        both(),
        rare());
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

  private Node both() {
    var left = new VBox(8, parts.section(Message.of("choices.runtime.runtime")), runtimes());
    left.getChildren().addAll(new SourcePick(parts, model).node(), containerd.node());
    var right = new VBox(8, parts.section(Message.of("choices.runtime.hosts")));
    right.getChildren().add(new FateTable(parts, model).node());
    return new Beside(left, LEFT, right, true, NARROW).node();
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

  private Node rare() {
    var images =
        new Folded(
                parts,
                Message.of("choices.runtime.mirrors"),
                Message.of("choices.runtime.mirrors.inside"),
                "mirrors-folded")
            .differing(
                model.changes(), () -> model.mirrors().named() + model.registries().rows().size())
            .add(
                new VBox(8, parts.hint(Message.of("choices.runtime.mirrors.hint")), mirrors.node()),
                registries.node());
    return new VBox(8, images.node(), proxy.node(), preparing.node(), advanced().node());
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
        .add(Columns.of(driver.node(), gates.node()), pause);
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
    if (!leadToWrong()) {
      Frame.lead(version.node().lookup("#version"));
    }
  }

  @Override
  public boolean leave() {
    return !leadToWrong();
  }

  private boolean leadToWrong() {
    var wrong =
        Stream.of(
                Stream.of(version),
                packages.counting(),
                images.counting(),
                Stream.of(containerd),
                proxy.fields(),
                Stream.of(preparing.timeServers(), gates))
            .flatMap(fields -> fields)
            .filter(EntryField::isWrong)
            .findFirst();
    wrong.ifPresent(EntryField::lead);
    return wrong.isPresent()
        || images.lead()
        || mirrors.lead()
        || registries.lead()
        || proxy.leadToAccount()
        || preparing.bound().lead();
  }
}
