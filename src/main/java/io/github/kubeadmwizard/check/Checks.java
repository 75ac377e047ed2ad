package io.github.kubeadmwizard.check;

import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.facts.Route;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every requirement, in the order in which it is shown. */
public final class Checks {
  private static final Pattern KUBEADMS =
      Pattern.compile(
          "(?i)IsPrivilegedUser|NumCPU|Mem|KubernetesVersion|Firewalld|Port-\\d+|FileAvailable-.*"
              + "|DirAvailable-.*|FileContent-.*|FileExisting-.*|CRI|ContainerRuntimeVersion|Swap"
              + "|SystemVerification|Hostname|KubeletVersion|Service-Kubelet|HTTPProxy"
              + "|HTTPProxyCIDR|ExternalEtcdVersion|ExternalEtcdClientCertificates|ImagePull");

  private Checks() {}

  /** The list. */
  public static List<Check> all() {
    return Stream.of(
            machine(),
            system(),
            network(),
            firewall(),
            leftovers(),
            runtime(),
            packages(),
            between())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Check> machine() {
    return List.of(
        new IsLinux(),
        new RootReads(),
        new ArchitectureIsBuiltFor(),
        new EnoughCpus(),
        new EnoughMemory(),
        RoomOnDisk.var(),
        RoomOnDisk.usr(),
        RoomOnDisk.containerd(),
        RoomOnDisk.kubelet(),
        RoomOnDisk.etcd(),
        new HasItsOwnKernel(),
        new KernelIsSupported(),
        new KernelHasOptions(),
        new CgroupsAreVersion2(),
        new CgroupControllers());
  }

  private static List<Check> system() {
    return List.of(
        new SystemdRuns(),
        new SwapIsOff(),
        new ModulesAreThere(),
        new DisksAreBlank(),
        new NftablesHasItsKernel(),
        Forwarding.ipv4(),
        Forwarding.ipv6Default(),
        new BridgesAreFiltered(),
        ProgramInPath.broughtByPackages("losetup", "util-linux"),
        ProgramInPath.broughtByPackages("mount", "mount"),
        ProgramInPath.before("cp", "coreutils"),
        ProgramInPath.broughtByPackages("iptables", "iptables"),
        ProgramInPath.unpacks("tar", "tar"),
        ProgramInPath.unpacks("gzip", "gzip"),
        new NodeNameIsValid(),
        new NodeNameResolves(),
        new TimeIsKept(),
        new SelinuxLetsPodsWork(),
        new AppArmorHasItsParser());
  }

  private static List<Check> network() {
    return List.of(
        AddressIsOnACard.node(),
        AddressIsOnACard.advertise(),
        new DefaultRouteIsThere(),
        new FamiliesAgree(),
        new RangesAreFree(),
        new NamesResolveInPods(),
        ApiIsReachedDirectly.api(),
        ApiIsReachedDirectly.ranges(),
        new NetworkManagerLeavesPodsAlone(),
        new EtcdOfTheUser("ExternalEtcdVersion"),
        new EtcdOfTheUser("ExternalEtcdClientCertificates"),
        SourcesAnswer.volumes());
  }

  private static List<Check> firewall() {
    return List.of(
        new FirewallLetsIn(),
        PortIsFree.api(),
        PortIsFree.controlPlane(10257),
        PortIsFree.controlPlane(10259),
        PortIsFree.etcd(2379),
        PortIsFree.etcd(2380),
        PortIsFree.kubelet(),
        PortIsFree.kubeProxy(),
        PortIsFree.vxlan(),
        PortIsFree.nodeExporter());
  }

  private static List<Check> leftovers() {
    return List.of(
        new NoOtherCluster(),
        FileIsAbsent.manifest("kube-apiserver"),
        FileIsAbsent.manifest("kube-controller-manager"),
        FileIsAbsent.manifest("kube-scheduler"),
        FileIsAbsent.manifest("etcd"),
        FileIsAbsent.kubelet("kubelet.conf"),
        FileIsAbsent.kubelet("bootstrap-kubelet.conf"),
        FileIsAbsent.ca(),
        new CaIsWanted(),
        new EtcdIsEmpty(),
        new NoLeftoverCni(),
        new NoLeftoverRules(),
        new KubeletFlagsExist(),
        KubeletFits.kubelet(),
        KubeletFits.kubeadm(),
        new KubeletStartsAtBoot());
  }

  private static List<Check> runtime() {
    return List.of(
        new RuntimeAnswers(),
        new RuntimeIsNewEnough(),
        new SocketIsNamed(),
        new DockerGoesOn(),
        new DockershimIsGone(),
        new CgroupDriversAgree(),
        new RuntimePackagesAgree());
  }

  private static List<Check> packages() {
    return List.of(
        new BundleFits(),
        new PackageToolIsKnown(),
        new PackagesAreUnlocked(),
        new PackagesAreWhole(),
        new HeldPackagesFit(),
        new RepositoriesAnswer(),
        new OldKubernetesSources(),
        SourcesAnswer.packages(),
        SourcesAnswer.registries());
  }

  private static List<Check> between() {
    return List.of(
        Unique.nodeName(),
        Unique.address(),
        Unique.productUuid(),
        Unique.machineId(),
        Unique.mac(),
        new ClocksAgree(),
        new PeersAreRouted(),
        new OddControlPlanes(),
        new PodRangeIsLargeEnough(),
        new OwnRoutesStayOpen(),
        new AddonsFit());
  }

  /**
   * Looks at everything.
   *
   * @param read what was read of the hosts, by {@code HostSpec.label()}; hosts that were not
   *     reached are missing, and no finding is made of them
   * @param ownRoutes of this computer; empty where they are not known
   */
  public static CheckReport look(
      ClusterSpec spec, Map<HostName, Seen> read, List<Route> ownRoutes) {
    return look(spec, read, ownRoutes, Requirements.brought());
  }

  static CheckReport look(
      ClusterSpec spec,
      Map<HostName, Seen> read,
      List<Route> ownRoutes,
      Requirements requirements) {
    var context = CheckContext.of(spec, read, ownRoutes, requirements);
    var findings =
        all().stream()
            .flatMap(check -> check.look(context).stream())
            .map(finding ->
                spec.checks().overrides(finding.check()) ? finding.overridden() : finding)
            .toList();
    return new CheckReport(findings, ignored(spec));
  }

  /** kubeadm is told of every identifier of its own that the user passes over; it may see more. */
  private static SortedSet<String> ignored(ClusterSpec spec) {
    var ignored = new TreeSet<String>();
    spec.checks().override().stream()
        .filter(name -> KUBEADMS.matcher(name).matches())
        .forEach(ignored::add);
    if (spec.checks().overrides("CgroupV1")) {
      ignored.add("SystemVerification"); // where kubeadm asks the same
    }
    if (spec.checks().overrides("Registry")) {
      ignored.add("ImagePull");
    }
    return ignored;
  }

  /** Every identifier that may stand in {@code checks.override}. */
  public static SortedSet<String> overridable() {
    return all().stream()
        .filter(Check::soft)
        .map(Check::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
