package io.github.kubeadmwizard.wizard.step.addons;

import io.github.kubeadmwizard.cluster.AddonSpec.Dashboard;
import io.github.kubeadmwizard.cluster.AddonSpec.Ingress;
import io.github.kubeadmwizard.cluster.AddonSpec.LocalPath;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.ui.Late;
import io.github.kubeadmwizard.ui.Parts;
import io.github.kubeadmwizard.wizard.step.choice.Columns;
import io.github.kubeadmwizard.wizard.step.choice.EntryField;
import io.github.kubeadmwizard.wizard.step.choice.Pick;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/** The options of the add-ons that have some. */
final class AddonOptions {
  private final Parts parts;
  private final AddonsModel model;
  private final Late<EntryField> path = new Late<>(this::path);
  private final Late<EntryField> addresses = new Late<>(this::addresses);
  private final Late<DiskList> disks;
  private final Late<EntryField> host = new Late<>(this::host);
  private final Late<EntryField> server = new Late<>(this::server);
  private final Late<EntryField> share = new Late<>(this::share);
  private final Late<PrometheusOptions> prometheus;
  private final Late<LogsOptions> logs;

  AddonOptions(Parts parts, AddonsModel model) {
    this.parts = parts;
    this.model = model;
    prometheus = new Late<>(() -> new PrometheusOptions(parts, model));
    logs = new Late<>(() -> new LogsOptions(parts, model));
    disks = new Late<>(() -> new DiskList(parts, model.rook(), model.changes()));
  }

  private EntryField path() {
    return new EntryField(parts, Message.of("choices.addons.path"), model.path(), "local-path")
        .mono()
        .prompt(LocalPath.USUAL_PATH);
  }

  private EntryField addresses() {
    return new EntryField(parts, Message.of("choices.addons.pool"), model.addresses(), "pool")
        .mono()
        .prompt("10.0.0.200-10.0.0.220")
        .hint(parts.hint(Message.of("choices.addons.pool.hint")));
  }

  private EntryField host() {
    return new EntryField(
            parts, Message.of("choices.addons.host"), model.dashboardHost(), "dashboard-host")
        .mono()
        .prompt("dashboard.example.lan")
        .hint(parts.hint(Message.of("choices.addons.host.hint")));
  }

  private EntryField server() {
    return new EntryField(
            parts, Message.of("choices.addons.nfs.server"), model.nfs().server(), "nfs-server")
        .mono()
        .prompt("10.0.0.5");
  }

  private EntryField share() {
    return new EntryField(
            parts, Message.of("choices.addons.nfs.share"), model.nfs().share(), "nfs-share")
        .mono()
        .prompt("/srv/kubernetes");
  }

  List<Node> prometheus() {
    return prometheus.get().nodes();
  }

  List<Node> logs() {
    return logs.get().nodes();
  }

  List<Node> nfs() {
    return List.of(
        Columns.of(server.get().node(), share.get().node()),
        check(
            Message.of("choices.addons.defaultClass"),
            "nfs-default-class",
            () -> model.nfs().now().defaultClass(),
            model.nfs()::makeDefaultClass),
        parts.hint(Message.of("choices.addons.nfs.hint")));
  }

  List<Node> localPath() {
    return List.of(
        path.get().node(),
        check(
            Message.of("choices.addons.defaultClass"),
            "default-class",
            () -> model.localPath().defaultClass(),
            model::makeDefaultClass));
  }

  List<Node> metalLb() {
    return List.of(addresses.get().node());
  }

  List<Node> rook() {
    var outlook = Parts.label("", "small");
    outlook.setWrapText(true);
    outlook.setId("rook-outlook");
    model
        .changes()
        .when(parts.inUse())
        .subscribe(_ -> outlook.setText(parts.say(model.rook().outlook())));
    outlook.setGraphic(Parts.icon(Feather.INFO, "quiet"));
    var again =
        parts.button(
            Message.of("choices.rook.readAgain"), Feather.REFRESH_CW, model.rook()::readAgain);
    again.setId("rook-read-again");
    again.setMinWidth(Region.USE_PREF_SIZE);
    var head = new HBox(8, parts.hint(Message.of("choices.rook.pick")), Parts.grow(), again);
    return List.of(
        head,
        disks.get().node(),
        outlook,
        check(
            Message.of("choices.rook.filesystem"),
            "rook-filesystem",
            () -> model.rook().filesystem(),
            model.rook()::makeFilesystem),
        check(
            Message.of("choices.addons.defaultClass"),
            "rook-default-class",
            () -> model.rook().defaultClass(),
            model.rook()::makeDefaultClass));
  }

  /** Where the user goes on if a disk is missing. */
  Optional<CheckBox> firstDisk() {
    return model.rook().wrong().flatMap(_ -> disks.get().first());
  }

  List<Node> ingress() {
    var expose =
        new Pick<>(
                parts,
                Message.of("choices.addons.expose"),
                List.of(Ingress.Expose.values()),
                AddonOptions::say,
                picked -> model.lead(new Ingress(picked, model.ingress().gatewayApi())),
                "ingress-expose")
            .following(model.changes(), () -> model.ingress().expose());
    return List.of(
        expose.node(),
        check(
            Message.of("choices.addons.gatewayApi"),
            "gateway-api",
            () -> model.ingress().gatewayApi(),
            is -> model.lead(new Ingress(model.ingress().expose(), is))),
        parts.hint(Message.of("choices.addons.ingress.hint")));
  }

  private static Message say(Ingress.Expose expose) {
    return switch (expose) {
      case CLUSTER -> Message.of("choices.addons.expose.cluster");
      case NODE_PORT -> Message.of("choices.addons.expose.nodePort");
      case LOAD_BALANCER -> Message.of("choices.addons.expose.loadBalancer");
    };
  }

  List<Node> metricsServer() {
    var remark = parts.hint(Message.of("choices.addons.certificates"));
    model
        .changes()
        .when(parts.inUse())
        .subscribe(_ ->
            remark.setText(
                parts.say(
                    model.metricsServer().kubeletInsecureTLS()
                        ? Message.of("choices.addons.anyCertificate.hint")
                        : Message.of("choices.addons.certificates"))));
    return List.of(
        check(
            Message.of("choices.addons.anyCertificate"),
            "any-certificate",
            () -> model.metricsServer().kubeletInsecureTLS(),
            model::takeAnyCertificate),
        remark);
  }

  List<Node> dashboard() {
    var kind =
        new Pick<>(
                parts,
                Message.of("choices.addons.kind"),
                List.of(Dashboard.Kind.values()),
                AddonOptions::say,
                picked ->
                    model.show(
                        new Dashboard(
                            picked, model.dashboard().access(), model.dashboard().host())),
                "dashboard-kind")
            .following(model.changes(), () -> model.dashboard().kind());
    var access =
        new Pick<>(
                parts,
                Message.of("choices.addons.access"),
                List.of(Dashboard.Access.values()),
                AddonOptions::say,
                picked ->
                    model.show(
                        new Dashboard(model.dashboard().kind(), picked, model.dashboard().host())),
                "dashboard-access")
            .following(model.changes(), () -> model.dashboard().access());
    return List.of(Columns.of(kind.node(), access.node()), host.get().node());
  }

  private static Message say(Dashboard.Kind kind) {
    return switch (kind) {
      case HEADLAMP -> Message.of("choices.plain", "Headlamp");
      case KUBERNETES_DASHBOARD -> Message.of("choices.addons.retired", "Kubernetes Dashboard");
    };
  }

  private static Message say(Dashboard.Access access) {
    return switch (access) {
      case CLUSTER_ADMIN -> Message.of("choices.addons.access.admin");
      case VIEW -> Message.of("choices.addons.access.view");
    };
  }

  private CheckBox check(Message name, String id, Supplier<Boolean> now, Consumer<Boolean> take) {
    var box = new CheckBox(parts.say(name));
    box.setId(id);
    box.setWrapText(true);
    box.setOnAction(_ -> take.accept(box.isSelected()));
    model.changes().when(parts.inUse()).subscribe(_ -> box.setSelected(now.get()));
    return box;
  }

  private static boolean isShown(EntryField field) {
    Node node = field.node();
    while (node != null && node.isVisible()) {
      node = node.getParent();
    }
    return node == null && field.node().getParent() != null;
  }

  /** The first field in which something is wrong, of add-ons that are chosen. */
  List<EntryField> wrong() {
    return Stream.of(
            Stream.of(host, path, server, share, addresses).map(Late::get),
            prometheus.get().fields().stream(),
            logs.get().fields().stream())
        .flatMap(fields -> fields)
        .filter(EntryField::isWrong)
        .filter(AddonOptions::isShown)
        .toList();
  }
}
