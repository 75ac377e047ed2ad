package io.github.kubeadmwizard.practice;

import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.cluster.HostSpec;
import io.github.kubeadmwizard.cluster.KubernetesVersion;
import io.github.kubeadmwizard.cluster.PrepareSpec;
import io.github.kubeadmwizard.cluster.Role;
import io.github.kubeadmwizard.facts.Route;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The practice hosts and the cluster that they make. Their addresses are of the range for
 * documentation (RFC 5737), which belongs to nobody.
 */
public final class PracticeCluster {
  /** The cluster's name; its journals lie under it. */
  public static final String NAME = "practice";

  private static final String RANGE = "192.0.2.";

  private PracticeCluster() {}

  /** The machines; the first is meant for the control plane. */
  public static List<PracticeHost> hosts() {
    return List.of(
        fit(1).sized(2, 3915),
        fit(2).with(Trouble.SWAP).with(Meeting.NEW_KEY),
        fit(3)
            .running("ubuntu-24.04")
            .with(Trouble.FIREWALL)
            .with(Meeting.SUDO_PASSWORD)
            .sized(4, 7940),
        fit(4).with(Trouble.LITTLE_MEMORY).with(Trouble.PORT_TAKEN).sized(1, 869),
        fit(5)
            .running("debian-12")
            .with(Trouble.OLD_CONTAINERD)
            .with(Trouble.SLOW_CLOCK)
            .with(Meeting.NEW_KEY),
        fit(6).with(Trouble.DEAF_REGISTRY));
  }

  /** The routes of the computer that one practises on: a home network, a VPN, Docker. */
  public static List<Route> ownRoutes() {
    return List.of(
        route("192.168.178.0/24", "wlan0"),
        route("172.17.0.0/16", "docker0"),
        route("10.8.0.0/16", "wg0"));
  }

  private static Route route(String range, String card) {
    return new Route(
        range, false, Optional.empty(), Optional.of(card), Optional.empty(), OptionalInt.empty());
  }

  private static PracticeHost fit(int number) {
    return PracticeHost.fit("p" + number, RANGE + (10 + number));
  }

  /**
   * All six: one control plane and five workers. Two of them have to be mended or left out before
   * anything is installed.
   */
  public static ClusterSpec all(KubernetesVersion version) {
    return ClusterSpec.of(version, specs(hosts())).withName(NAME);
  }

  /**
   * Those of them on which the installation itself puts right what is wrong: without the machine
   * whose port is taken, and with time servers for the slow clock.
   */
  public static ClusterSpec installable(KubernetesVersion version) {
    var hosts = hosts().stream().filter(host -> !host.has(Trouble.PORT_TAKEN)).toList();
    var usual = PrepareSpec.DEFAULT;
    var timed =
        new PrepareSpec(
            List.of("ntp.example.org"),
            usual.selinux(),
            usual.bindAddress(),
            usual.kubectlCompletion(),
            usual.disableBrokenRepositories());
    return ClusterSpec.of(version, specs(hosts)).withName(NAME).with(timed);
  }

  private static List<HostSpec> specs(List<PracticeHost> hosts) {
    var first = hosts.getFirst();
    return hosts.stream()
        .map(host -> host.as(host.equals(first) ? Role.CONTROL_PLANE : Role.WORKER))
        .toList();
  }
}
