package io.github.kubeadmwizard.check;

import io.github.kubeadmwizard.text.Message;
import java.util.List;
import java.util.Optional;

/**
 * An address that a node is to use and that no card carries cannot be listened on. Source: field,
 * and etcd's "cannot assign requested address".
 */
record AddressIsOnACard(String id, boolean advertised) implements HostCheck {

  /** The API server's and etcd's, on control planes. */
  static AddressIsOnACard advertise() {
    return new AddressIsOnACard("AdvertiseAddress", true);
  }

  /** The kubelet's. */
  static AddressIsOnACard node() {
    return new AddressIsOnACard("NodeIP", false);
  }

  @Override
  public Group group() {
    return Group.NETWORK;
  }

  @Override
  public boolean soft() {
    return false;
  }

  @Override
  public Optional<Verdict> look(HostContext at) {
    if (advertised && !at.isControlPlane()) {
      return Optional.empty();
    }
    var wanted = advertised ? List.of(at.advertiseAddress()) : at.nodeAddresses();
    var missing = wanted.stream().filter(a -> !at.facts().network().carries(a)).toList();
    if (missing.isEmpty()) {
      return Optional.of(
          Verdict.passed(Verdict.value(wanted), Message.of("check.read.onCard", wanted)));
    }
    return Optional.of(
        missing.stream().allMatch(a -> willBeBound(a, at))
            ? Verdict.setByInstall(
                Message.of("check.short.toSet"), Message.of("check.read.toBind", missing))
            : Verdict.blocks(Verdict.value(missing), notOnCard(missing, at)));
  }

  private static boolean willBeBound(String address, HostContext at) {
    var bind = at.spec().prepare().bindAddress().get(at.host().label());
    return bind != null && bind.address().startsWith(address + "/");
  }

  private static Message notOnCard(List<String> missing, HostContext at) {
    var cards =
        at.facts().network().nics().stream()
            .flatMap(nic -> nic.addresses().stream().map(a -> nic.name() + " " + a.address()))
            .toList();
    return Message.of("check.read.notOnCard", missing, cards);
  }
}
