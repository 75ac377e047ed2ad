package io.github.kubeadmwizard.check;

import io.github.kubeadmwizard.text.Message;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A node passes on its pods' packets. Source: preflight, FileContentCheck; an error there. */
record Forwarding(String file, String sysctl, boolean ipv6) implements HostCheck {

  /** Of IPv4. */
  static Forwarding ipv4() {
    return new Forwarding("/proc/sys/net/ipv4/ip_forward", "net.ipv4.ip_forward", false);
  }

  /** Of IPv6. */
  static Forwarding ipv6Default() {
    return new Forwarding(
        "/proc/sys/net/ipv6/conf/default/forwarding", "net.ipv6.conf.default.forwarding", true);
  }

  @Override
  public String id() {
    return "FileContent-" + file.replace('/', '-');
  }

  @Override
  public String words() {
    return "Forwarding";
  }

  @Override
  public Message title() {
    return Message.of("check.title.Forwarding", sysctl);
  }

  @Override
  public Group group() {
    return Group.SYSTEM;
  }

  @Override
  public Optional<Verdict> look(HostContext at) {
    if (!isWanted(at)) {
      return Optional.empty();
    }
    var value = at.facts().kernel().sysctl(sysctl);
    var read = Message.of("check.read.sysctl", sysctl, value.orElse("?"));
    if (value.filter("1"::equals).isPresent()) {
      return Optional.of(Verdict.passed(Message.of("check.short.on"), read));
    }
    return Optional.of(
        value.isEmpty() && ipv6
            ? Verdict.blocks(Message.of("check.short.noIpv6"), Message.of("check.read.noIpv6"))
            : toSet(read));
  }

  private Verdict toSet(Message read) {
    return Verdict.setByInstall(Message.of("check.short.toSet"), read)
        .mendedBy(Mends.setSysctl(sysctl, "1"));
  }

  private boolean isWanted(HostContext at) {
    var network = at.spec().network();
    return Stream.of(network.podCIDR(), network.serviceCIDR())
            .flatMap(List::stream)
            .anyMatch(range -> range.isIpv6() == ipv6)
        || at.nodeAddresses().stream().anyMatch(a -> a.contains(":") == ipv6);
  }
}
