package io.github.kubeadmwizard.draft;

import io.github.kubeadmwizard.cluster.AddonSpec;
import io.github.kubeadmwizard.cluster.AddonSpec.Dashboard;
import io.github.kubeadmwizard.cluster.AddonSpec.Ingress;
import io.github.kubeadmwizard.cluster.AddonSpec.LocalPath;
import io.github.kubeadmwizard.cluster.AddonSpec.Logs;
import io.github.kubeadmwizard.cluster.AddonSpec.MetalLb;
import io.github.kubeadmwizard.cluster.AddonSpec.MetricsServer;
import io.github.kubeadmwizard.cluster.AddonSpec.Nfs;
import io.github.kubeadmwizard.cluster.AddonSpec.Prometheus;
import io.github.kubeadmwizard.cluster.AddonSpec.Rook;
import io.github.kubeadmwizard.cluster.AddonsSpec;
import io.github.kubeadmwizard.cluster.AddressSpan;
import io.github.kubeadmwizard.text.Message;
import java.util.List;
import java.util.Optional;

/** The part {@code addons} of the file. */
final class AddonsReader {
  /** In the order of the documentation: what people ask for first. */
  static final List<AddonSpec.Name> KEYS =
      List.of(
          AddonSpec.Name.DASHBOARD,
          AddonSpec.Name.METRICS_SERVER,
          AddonSpec.Name.LOCAL_PATH,
          AddonSpec.Name.METALLB,
          AddonSpec.Name.ROOK,
          AddonSpec.Name.INGRESS,
          AddonSpec.Name.PROMETHEUS,
          AddonSpec.Name.LOGS,
          AddonSpec.Name.NFS,
          AddonSpec.Name.HELM);

  private static final Form<String> ADDRESSES =
      Form.text(
          Message.of("draft.allowed.addressSpan"), text -> AddressSpan.parse(text).isPresent());

  private static final Form<String> DISK =
      Form.text(
          Message.of("draft.allowed.disk"),
          text ->
              text.matches("(/[A-Za-z0-9._:+@#=-]+)+")
                  && text.matches("/dev/(?!.*/\\.\\.?(/|$)).+"));

  /** Source: Ceph, osd_pool_default_size and what pools may have. */
  private static final int MOST_REPLICAS = 10;

  /** The driver parts server, share and directory by this sign in the name of a volume. */
  private static final Form<String> SHARE =
      Form.text(Message.of("draft.allowed.share"), text -> text.matches("/[^\\s#]*"));

  /** Source: Prometheus, Configuration, duration; every unit at most once, the longest first. */
  private static final Form<String> RETENTION =
      Form.text(
          Message.of("draft.allowed.retention"),
          text -> text.matches("(?=.)([0-9]+y)?([0-9]+w)?([0-9]+d)?([0-9]+h)?([0-9]+m)?"));

  /** Source: VictoriaLogs, flag retentionPeriod, which takes a day at least, a century at most. */
  private static final Form<String> DAYS =
      Form.text(
          Message.of("draft.allowed.days"),
          text -> text.matches("[1-9][0-9]{0,3}[dw]|[1-9][0-9]?y"));

  private static final Form<String> SIZE =
      Form.text(Message.of("draft.allowed.size"), text -> text.matches("[1-9][0-9]{0,8}[MGT]i"));

  private AddonsReader() {}

  static AddonsSpec addons(Fields in) {
    return new AddonsSpec(
        KEYS.stream().<AddonSpec>flatMap(name -> addon(in, name).stream()).toList(),
        in.list("manifests", Places.URL_OR_DIRECTORY));
  }

  private static Optional<? extends AddonSpec> addon(Fields in, AddonSpec.Name name) {
    return switch (name) {
      case DASHBOARD -> in.options(name.key(), AddonsReader::dashboard);
      case METRICS_SERVER -> in.options(name.key(), AddonsReader::metricsServer);
      case LOCAL_PATH -> in.options(name.key(), AddonsReader::localPath);
      case METALLB -> in.options(name.key(), AddonsReader::metalLb);
      case ROOK -> in.options(name.key(), AddonsReader::rook);
      case NFS -> in.options(name.key(), AddonsReader::nfs);
      case INGRESS -> in.options(name.key(), AddonsReader::ingress);
      case HELM -> in.options(name.key(), _ -> new AddonSpec.Helm());
      case PROMETHEUS -> in.options(name.key(), AddonsReader::prometheus);
      case LOGS -> in.options(name.key(), AddonsReader::logs);
    };
  }

  private static Dashboard dashboard(Fields in) {
    return new Dashboard(
        in.or("kind", Form.choice(Dashboard.Kind.class), Dashboard.DEFAULT.kind()),
        in.or("access", Form.choice(Dashboard.Access.class), Dashboard.DEFAULT.access()),
        in.optional("host", Forms.DNS_NAME));
  }

  private static MetricsServer metricsServer(Fields in) {
    return new MetricsServer(
        in.flag("kubeletInsecureTLS", MetricsServer.DEFAULT.kubeletInsecureTLS()));
  }

  private static LocalPath localPath(Fields in) {
    return new LocalPath(
        in.or("path", Forms.FILE, LocalPath.USUAL_PATH),
        in.flag("defaultClass", LocalPath.DEFAULT.defaultClass()));
  }

  private static Rook rook(Fields in) {
    return new Rook(
        in.listsByKey("disks", Forms.HOST, DISK),
        in.whole("replicas", 1, MOST_REPLICAS),
        in.flag("defaultClass", Rook.DEFAULT.defaultClass()),
        in.flag("filesystem", Rook.DEFAULT.filesystem()));
  }

  private static Ingress ingress(Fields in) {
    return new Ingress(
        in.or("expose", Form.choice(Ingress.Expose.class), Ingress.DEFAULT.expose()),
        in.flag("gatewayAPI", Ingress.DEFAULT.gatewayApi()));
  }

  private static Nfs nfs(Fields in) {
    return new Nfs(
        in.unfinished("server", Forms.HOST),
        in.unfinished("share", SHARE),
        in.flag("defaultClass", Nfs.EMPTY.defaultClass()));
  }

  private static Prometheus prometheus(Fields in) {
    return new Prometheus(
        in.whole("replicas", 1, Prometheus.MOST_REPLICAS).orElse(Prometheus.DEFAULT.replicas()),
        in.or("retention", RETENTION, Prometheus.USUAL_RETENTION),
        in.optional("storageClass", Forms.DNS_NAME),
        in.optional("storageSize", SIZE));
  }

  private static Logs logs(Fields in) {
    return new Logs(
        in.or("retention", DAYS, Logs.USUAL_RETENTION),
        in.optional("storageClass", Forms.DNS_NAME),
        in.or("storageSize", SIZE, Logs.USUAL_SIZE));
  }

  private static MetalLb metalLb(Fields in) {
    return new MetalLb(in.requiredList("addresses", ADDRESSES));
  }
}
