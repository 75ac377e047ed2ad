package io.github.kubeadmwizard.check;

import io.github.kubeadmwizard.text.Message;
import java.util.Optional;

/**
 * CoreDNS asks the name servers of the node's resolv.conf; the loopback there is itself. With
 * systemd-resolved kubeadm gives the kubelet the real list. Source: kubeadm, componentconfigs.
 */
final class NamesResolveInPods implements HostCheck {
  @Override
  public String id() {
    return "ResolvConf";
  }

  @Override
  public Group group() {
    return Group.NETWORK;
  }

  @Override
  public Optional<Verdict> look(HostContext at) {
    var resolver = at.facts().network().resolver();
    var servers = resolver.stub() ? resolver.upstream() : resolver.nameservers();
    if (servers.isEmpty()) {
      return Optional.of(
          Verdict.warning(Message.of("check.short.none"), Message.of("check.read.noNameserver")));
    }
    var read = Message.of("check.read.nameservers", servers);
    boolean loops = servers.stream().anyMatch(s -> s.startsWith("127.") || s.equals("::1"));
    return Optional.of(
        loops
            ? Verdict.blocks(Message.of("check.short.loop"), read)
            : Verdict.passed(Verdict.value(servers.getFirst()), read));
  }
}
