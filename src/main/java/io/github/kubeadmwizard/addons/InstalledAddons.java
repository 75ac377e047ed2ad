package io.github.kubeadmwizard.addons;

import io.github.kubeadmwizard.cluster.AddonSpec;
import io.github.kubeadmwizard.cluster.AddonSpec.Dashboard;
import io.github.kubeadmwizard.cluster.AddonsSpec;
import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.json.JsonTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which add-ons a cluster has, told by their workloads, whoever installed them. */
public final class InstalledAddons {
  private InstalledAddons() {}

  /** An add-on by the deployment that it stands or falls with. */
  private record Sign(AddonSpec.Name key, String name, String namespace, String deployment) {}

  private static final List<Sign> SIGNS =
      List.of(
          new Sign(
              AddonSpec.Name.LOCAL_PATH,
              "local-path-provisioner",
              "local-path-storage",
              "local-path-provisioner"),
          new Sign(AddonSpec.Name.ROOK, "Rook Ceph", RookCeph.NAMESPACE, RookCeph.OPERATOR),
          new Sign(AddonSpec.Name.NFS, "NFS CSI driver", "kube-system", "csi-nfs-controller"),
          new Sign(AddonSpec.Name.METALLB, "MetalLB", "metallb-system", "controller"),
          new Sign(AddonSpec.Name.INGRESS, "Traefik", Traefik.NAMESPACE, Traefik.NAME),
          new Sign(
              AddonSpec.Name.METRICS_SERVER, "metrics-server", "kube-system", "metrics-server"),
          new Sign(
              AddonSpec.Name.PROMETHEUS,
              "kube-prometheus",
              KubePrometheus.NAMESPACE,
              KubePrometheus.OPERATOR),
          new Sign(AddonSpec.Name.LOGS, "VictoriaLogs", VictoriaLogs.NAMESPACE, VictoriaLogs.NAME),
          new Sign(AddonSpec.Name.DASHBOARD, "Headlamp", Headlamp.NAMESPACE, Headlamp.NAME),
          new Sign(
              AddonSpec.Name.DASHBOARD,
              "Kubernetes Dashboard",
              KubernetesDashboard.NAMESPACE,
              KubernetesDashboard.NAME));

  /**
   * How one stands.
   *
   * @param ready pods that are available, of all, as {@code 1/1}
   * @param image what it runs; empty where it is not there
   */
  public record Row(
      AddonSpec.Name key, String name, String ready, boolean well, Optional<String> image) {}

  /** The keys of those that can be installed and taken away. */
  public static List<String> keys() {
    return SIGNS.stream().map(sign -> sign.key().key()).distinct().toList();
  }

  /**
   * Of each that this program installs, whether it is there.
   *
   * @param workloads a List of Deployments, among others
   */
  public static List<Row> of(JsonTree workloads) {
    var rows = new ArrayList<Row>();
    for (Sign sign : SIGNS) {
      workloads.at("items").items().stream()
          .filter(one -> is(one, sign))
          .findFirst()
          .map(one -> row(sign, one))
          .or(() -> Optional.of(new Row(sign.key(), sign.name(), "", false, Optional.empty())))
          .ifPresent(rows::add);
    }
    return List.copyOf(rows);
  }

  /** Whether the cluster's file asks for this very program. */
  public static boolean isWished(Row row, ClusterSpec spec) {
    var catalogue = AddonCatalogue.load();
    return spec.addons().chosen().stream()
        .filter(addon -> addon.name() == row.key())
        .flatMap(addon -> catalogue.of(addon).stream())
        .anyMatch(facts -> facts.name().equals(row.name()));
  }

  private static boolean is(JsonTree object, Sign sign) {
    return text(object, "kind").equals("Deployment")
        && text(object, "metadata", "namespace").equals(sign.namespace())
        && text(object, "metadata", "name").equals(sign.deployment());
  }

  private static Row row(Sign sign, JsonTree deployment) {
    long wanted = deployment.at("spec", "replicas").number();
    long there = deployment.at("status", "availableReplicas").number();
    String image =
        deployment.at("spec", "template", "spec", "containers").items().stream()
            .findFirst()
            .map(container -> text(container, "image"))
            .orElse("");
    return new Row(
        sign.key(), sign.name(), there + "/" + wanted, there >= wanted, Optional.of(image));
  }

  private static String text(JsonTree tree, String... keys) {
    return tree.at(keys).text().orElse("");
  }

  /**
   * The cluster with this add-on alone, to be taken away: as its file says or, where it says
   * nothing, as usual.
   */
  public static ClusterSpec withAlone(ClusterSpec spec, AddonSpec.Name name) {
    AddonSpec addon =
        spec.addons().chosen().stream()
            .filter(one -> one.name() == name)
            .findFirst()
            .orElseGet(() -> usual(name));
    return spec.with(new AddonsSpec(List.of(whole(addon)), List.of()));
  }

  /** With every object that it may have had since it was installed. */
  private static AddonSpec whole(AddonSpec addon) {
    return switch (addon) {
      case AddonSpec.Rook rook ->
          new AddonSpec.Rook(rook.disks(), Optional.of(1), rook.defaultClass(), true);
      case AddonSpec.Prometheus it ->
          new AddonSpec.Prometheus(
              AddonSpec.Prometheus.MOST_REPLICAS,
              it.retention(),
              it.storageClass(),
              it.storageSize());
      case Dashboard it ->
          new Dashboard(it.kind(), it.access(), it.host().or(() -> Optional.of("any.invalid")));
      default -> addon;
    };
  }

  private static AddonSpec usual(AddonSpec.Name name) {
    return switch (name) {
      case LOCAL_PATH -> AddonSpec.LocalPath.DEFAULT;
      case METALLB -> new AddonSpec.MetalLb(List.of());
      case METRICS_SERVER -> AddonSpec.MetricsServer.DEFAULT;
      case DASHBOARD -> Dashboard.DEFAULT;
      case ROOK -> AddonSpec.Rook.DEFAULT;
      case NFS -> AddonSpec.Nfs.EMPTY;
      case INGRESS -> AddonSpec.Ingress.DEFAULT;
      case HELM -> new AddonSpec.Helm();
      case PROMETHEUS -> AddonSpec.Prometheus.DEFAULT;
      case LOGS -> AddonSpec.Logs.DEFAULT;
    };
  }
}
