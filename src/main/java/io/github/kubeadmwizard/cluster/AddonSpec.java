package io.github.kubeadmwizard.cluster;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Something that is wanted on the cluster besides Kubernetes itself, with its options. */
public sealed interface AddonSpec {

  /** Which. */
  Name name();

  /** The add-ons that a cluster file can name, in the order in which they are installed. */
  enum Name {
    LOCAL_PATH("localPath"),
    NFS("nfs"),
    ROOK("rook"),
    METALLB("metallb"),
    INGRESS("ingress"),
    METRICS_SERVER("metricsServer"),
    PROMETHEUS("prometheus"),
    LOGS("logs"),
    DASHBOARD("dashboard"),
    HELM("helm");

    private final String key;

    Name(String key) {
      this.key = key;
    }

    /** As the cluster file writes it. */
    public String key() {
      return key;
    }

    /** The add-on of this key; empty where there is none. */
    public static Optional<Name> of(String key) {
      return Arrays.stream(values()).filter(name -> name.key.equals(key)).findFirst();
    }
  }

  /**
   * Volumes in a directory of the node that the pod runs on.
   *
   * @param path the directory, absolute
   * @param defaultClass whether claims that name no class get theirs here
   */
  record LocalPath(String path, boolean defaultClass) implements AddonSpec {
    /** Upstream's own directory. Source: local-path-provisioner, deploy/local-path-storage.yaml. */
    public static final String USUAL_PATH = "/opt/local-path-provisioner";

    /** With its usual options. */
    public static final LocalPath DEFAULT = new LocalPath(USUAL_PATH, true);

    @Override
    public Name name() {
      return Name.LOCAL_PATH;
    }
  }

  /**
   * Volumes on a file server that is there already, by its CSI driver.
   *
   * @param server DNS name or address; empty while nobody has said it
   * @param share the exported directory, absolute; empty while nobody has said it
   * @param defaultClass whether claims that name no class get theirs here
   */
  record Nfs(String server, String share, boolean defaultClass) implements AddonSpec {
    /** With nothing said yet. */
    public static final Nfs EMPTY = new Nfs("", "", false);

    @Override
    public Name name() {
      return Name.NFS;
    }
  }

  /**
   * Addresses for Services of the type LoadBalancer, announced by the nodes themselves (layer 2).
   *
   * @param addresses ranges such as {@code 10.0.0.200-10.0.0.220} or {@code 10.0.0.192/27}
   */
  record MetalLb(List<String> addresses) implements AddonSpec {
    public MetalLb {
      addresses = List.copyOf(addresses);
    }

    @Override
    public Name name() {
      return Name.METALLB;
    }
  }

  /**
   * Traefik, which leads requests from outside to Services by Ingress and Gateway API.
   *
   * @param expose where it can be reached
   * @param gatewayApi whether the kinds of the Gateway API are installed and served, too
   */
  record Ingress(Expose expose, boolean gatewayApi) implements AddonSpec {
    /** With its usual options: nothing is opened unasked. */
    public static final Ingress DEFAULT = new Ingress(Expose.CLUSTER, true);

    @Override
    public Name name() {
      return Name.INGRESS;
    }

    /** Where it can be reached. */
    public enum Expose {
      /** From within the cluster only. */
      CLUSTER,
      /** At two ports of every node. */
      NODE_PORT,
      /** At an address of its own, which something such as MetalLB gives. */
      LOAD_BALANCER
    }
  }

  /**
   * What {@code kubectl top} and scaling by load ask.
   *
   * @param kubeletInsecureTLS whether it takes any certificate of a kubelet; otherwise kubelets get
   *     certificates of the cluster's own authority
   */
  record MetricsServer(boolean kubeletInsecureTLS) implements AddonSpec {
    /** With its usual options. */
    public static final MetricsServer DEFAULT = new MetricsServer(false);

    @Override
    public Name name() {
      return Name.METRICS_SERVER;
    }
  }

  /**
   * A look at the cluster in the browser.
   *
   * @param host DNS name under which Traefik serves it, too; empty: by the tunnel alone
   */
  record Dashboard(Kind kind, Access access, Optional<String> host) implements AddonSpec {
    /** With its usual options. */
    public static final Dashboard DEFAULT = new Dashboard(Kind.HEADLAMP, Access.CLUSTER_ADMIN);

    /** By the tunnel alone. */
    public Dashboard(Kind kind, Access access) {
      this(kind, access, Optional.empty());
    }

    @Override
    public Name name() {
      return Name.DASHBOARD;
    }

    /** Which program. */
    public enum Kind {
      HEADLAMP,
      /** Retired in January 2026; its last version that needs no Helm is of 2022. */
      KUBERNETES_DASHBOARD
    }

    /** What somebody may who signs in with its token: a ClusterRole of Kubernetes' own. */
    public enum Access {
      CLUSTER_ADMIN,
      VIEW
    }
  }

  /**
   * kube-prometheus: Prometheus with its operator, exporters, alerts and Grafana, and the adapter
   * that lets workloads be scaled by what it measures.
   *
   * @param replicas of Prometheus, Alertmanager and the adapter each
   * @param retention how long measured values are kept, as Prometheus writes durations
   * @param storageClass of the volume of each Prometheus; empty: they lie on its node, and go with
   *     the pod
   * @param storageSize of that volume, as Kubernetes writes quantities; empty: as usual
   */
  record Prometheus(
      int replicas, String retention, Optional<String> storageClass, Optional<String> storageSize)
      implements AddonSpec {
    /** More of them do not make it more available. */
    public static final int MOST_REPLICAS = 3;

    /** Upstream's own. Source: prometheus-operator, Prometheus, spec.retention. */
    public static final String USUAL_RETENTION = "24h";

    /** Some days of a small cluster. */
    public static final String USUAL_SIZE = "10Gi";

    /** With its usual options. */
    public static final Prometheus DEFAULT =
        new Prometheus(1, USUAL_RETENTION, Optional.empty(), Optional.empty());

    @Override
    public Name name() {
      return Name.PROMETHEUS;
    }
  }

  /**
   * VictoriaLogs, which keeps the logs of all pods beyond their lives and shows them.
   *
   * @param retention how long they are kept: days, weeks or years, such as {@code 14d}
   * @param storageClass of the volume that they lie on; empty: a directory of one node
   * @param storageSize how much room they have, as Kubernetes writes quantities, with {@code Mi},
   *     {@code Gi} or {@code Ti}
   */
  record Logs(String retention, Optional<String> storageClass, String storageSize)
      implements AddonSpec {
    /** Upstream's own. Source: VictoriaLogs, flag retentionPeriod. */
    public static final String USUAL_RETENTION = "7d";

    /** Upstream's chart has the same. Source: helm-charts, victoria-logs-single, values.yaml. */
    public static final String USUAL_SIZE = "10Gi";

    /** With its usual options. */
    public static final Logs DEFAULT = new Logs(USUAL_RETENTION, Optional.empty(), USUAL_SIZE);

    @Override
    public Name name() {
      return Name.LOGS;
    }

    /** The size in MiB. */
    public long storageMiB() {
      int unit = storageSize.length() - 2;
      long many = Long.parseLong(storageSize, 0, unit, 10);
      return switch (storageSize.charAt(unit)) {
        case 'M' -> many;
        case 'G' -> many * 1024;
        default -> many * 1024 * 1024;
      };
    }
  }

  /** A program for whoever works at the first control plane. */
  record Helm() implements AddonSpec {
    @Override
    public Name name() {
      return Name.HELM;
    }
  }

  /**
   * Ceph by Rook, on disks of the hosts that were picked one by one.
   *
   * @param disks by host label, paths below /dev; no disk is ever taken that does not stand here
   * @param replicas how many hosts keep a copy of everything; absent: as many as have disks, up to
   *     three
   * @param defaultClass whether claims that name no class get theirs here
   * @param filesystem whether there are volumes that several pods share (CephFS)
   */
  record Rook(
      SortedMap<String, List<String>> disks,
      Optional<Integer> replicas,
      boolean defaultClass,
      boolean filesystem)
      implements AddonSpec {
    /** More copies than this are for those who say so. Source: Rook, CephBlockPool. */
    public static final int USUAL_REPLICAS = 3;

    /** Without a disk as yet. */
    public static final Rook DEFAULT =
        new Rook(Collections.emptySortedMap(), Optional.empty(), false, false);

    public Rook {
      var copy = new TreeMap<String, List<String>>();
      disks.forEach((host, paths) -> copy.put(host, List.copyOf(paths)));
      copy.values().removeIf(List::isEmpty);
      disks = Collections.unmodifiableSortedMap(copy);
    }

    @Override
    public Name name() {
      return Name.ROOK;
    }

    /** The disks of a host, by its label. */
    public List<String> of(String host) {
      return disks.getOrDefault(host, List.of());
    }

    /** How many disks there are in all. */
    public int count() {
      return disks.values().stream().mapToInt(List::size).sum();
    }

    /** How many hosts keep a copy, at least one. */
    public int copies() {
      return replicas.orElse(Math.clamp(disks.size(), 1, USUAL_REPLICAS));
    }

    /** The same with these disks. */
    public Rook withDisks(SortedMap<String, List<String>> others) {
      return new Rook(others, replicas, defaultClass, filesystem);
    }
  }
}
