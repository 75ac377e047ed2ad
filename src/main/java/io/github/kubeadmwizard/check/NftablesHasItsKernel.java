package io.github.kubeadmwizard.check;

import io.github.kubeadmwizard.cluster.NetworkSpec;
import io.github.kubeadmwizard.text.Message;
import java.util.Optional;

/** Source: KEP-3866, kube-proxy's nftables mode. */
final class NftablesHasItsKernel implements HostCheck {
  @Override
  public String id() {
    return "NftablesKernel";
  }

  @Override
  public Group group() {
    return Group.SYSTEM;
  }

  @Override
  public Optional<Verdict> look(HostContext at) {
    var release = at.facts().kernel().release();
    if (at.spec().network().kubeProxy() != NetworkSpec.KubeProxyMode.NFTABLES
        || release.isEmpty()) {
      return Optional.empty();
    }
    var wanted = at.requirements().value("kernel.nftables");
    var read = Message.of("check.read.nftablesKernel", release.get(), wanted);
    return Optional.of(
        Version.of(release.get()).isAtLeast(Version.of(wanted))
            ? Verdict.passed(Verdict.value(release.get()), read)
            : Verdict.blocks(Verdict.value(release.get()), read));
  }
}
