package io.github.kubeadmwizard.check;

import io.github.kubeadmwizard.engine.Action;
import io.github.kubeadmwizard.facts.Nic;
import io.github.kubeadmwizard.text.Message;
import java.util.List;
import java.util.function.Function;

/**
 * What no two machines may share. Sources: docs, installing kubeadm (hostname, MAC, product_uuid);
 * kubernetes/kubeadm issue 31 for clones.
 */
record Unique(String id, boolean soft, Function<HostContext, List<String>> of, List<Action> mend)
    implements Check {

  /** Node names. */
  static Unique nodeName() {
    return new Unique("UniqueHostname", false, at -> List.of(at.nodeName()), List.of());
  }

  /** Node addresses. */
  static Unique address() {
    return new Unique("UniqueAddress", false, HostContext::nodeAddresses, List.of());
  }

  /** Firmware's UUID. */
  static Unique productUuid() {
    return new Unique(
        "UniqueMachine",
        true,
        at -> at.facts().machine().productUuid().stream().toList(),
        List.of());
  }

  /** systemd's identity of a machine, from which DHCP and network names come. */
  static Unique machineId() {
    return new Unique(
        "UniqueMachineId",
        true,
        at -> at.facts().machine().machineId().stream().toList(),
        List.of(Mends.newMachineId(), Mends.reboot()));
  }

  /** Addresses of real cards. */
  static Unique mac() {
    return new Unique("UniqueMac", true, Unique::macs, List.of());
  }

  private static List<String> macs(HostContext at) {
    return at.facts().network().nics().stream()
        .filter(Nic::physical)
        .flatMap(nic -> nic.mac().stream())
        .filter(mac -> !mac.equals("00:00:00:00:00:00"))
        .toList();
  }

  @Override
  public Group group() {
    return Group.BETWEEN;
  }

  @Override
  public List<Finding> look(CheckContext all) {
    return all.hosts().stream()
        .filter(at -> !of.apply(at).isEmpty())
        .map(at -> Finding.of(this, at.name(), judge(at, all)))
        .toList();
  }

  private Verdict judge(HostContext at, CheckContext all) {
    var mine = of.apply(at);
    var others =
        all.othersThan(at).stream()
            .filter(other -> of.apply(other).stream().anyMatch(mine::contains))
            .map(other -> other.name().value())
            .toList();
    return others.isEmpty()
        ? Verdict.passed(Message.of("check.short.ok"), Message.of("check.read.unique", mine))
        : new Verdict(
            State.BLOCKS,
            Verdict.value(others),
            Message.of("check.read.shared", mine, others),
            mend);
  }
}
