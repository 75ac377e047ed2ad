package io.github.kubeadmwizard.check;

import io.github.kubeadmwizard.facts.HostsEntry;
import io.github.kubeadmwizard.text.Message;
import java.util.List;
import java.util.Optional;

/** Source: preflight, HostnameCheck, which warns; the hosts entries of the install mend it. */
final class NodeNameResolves implements HostCheck {
  @Override
  public String id() {
    return "Hostname";
  }

  @Override
  public Group group() {
    return Group.SYSTEM;
  }

  @Override
  public String key() {
    return "HostnameResolves";
  }

  @Override
  public Optional<Verdict> look(HostContext at) {
    var name = at.nodeName();
    var hostname = at.facts().machine().hostname();
    var addresses =
        hostname.name().filter(name::equalsIgnoreCase).isPresent()
            ? hostname.addresses()
            : inHostsFile(name, at);
    var read = Message.of("check.read.nodeNameResolves", name, addresses);
    return Optional.of(
        addresses.stream().anyMatch(at.nodeAddresses()::contains)
            ? Verdict.passed(Verdict.value(addresses.getFirst()), read)
            : Verdict.setByInstall(
                Message.of("check.short.toSet"),
                addresses.isEmpty() ? Message.of("check.read.nodeNameUnknown", name) : read));
  }

  private static List<String> inHostsFile(String name, HostContext at) {
    return at.facts().network().hosts().stream()
        .filter(entry -> entry.names().contains(name))
        .map(HostsEntry::address)
        .toList();
  }
}
