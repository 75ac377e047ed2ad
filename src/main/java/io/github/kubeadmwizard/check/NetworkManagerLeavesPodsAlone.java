package io.github.kubeadmwizard.check;

import io.github.kubeadmwizard.cluster.CniSpec;
import io.github.kubeadmwizard.text.Message;
import java.util.Optional;

/** It would take over Calico's links and routes. Source: Calico's documentation. */
final class NetworkManagerLeavesPodsAlone implements HostCheck {
  @Override
  public String id() {
    return "NetworkManager";
  }

  @Override
  public Group group() {
    return Group.NETWORK;
  }

  @Override
  public Optional<Verdict> look(HostContext at) {
    var network = at.facts().network();
    boolean concerned =
        at.spec().cni().name() == CniSpec.Name.CALICO
            || at.spec().cni().name() == CniSpec.Name.CANAL;
    if (!concerned || !network.tools().contains("NetworkManager")) {
      return Optional.empty();
    }
    boolean leaves = network.unmanaged().stream().anyMatch(line -> line.contains("cali"));
    return Optional.of(
        leaves
            ? Verdict.passed(Message.of("check.short.ok"), Message.of("check.read.nmLeaves"))
            : Verdict.warning(
                Message.of("check.short.manages"), Message.of("check.read.nmManages")));
  }
}
