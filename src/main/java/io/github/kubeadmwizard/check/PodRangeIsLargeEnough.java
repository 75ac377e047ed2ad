package io.github.kubeadmwizard.check;

import io.github.kubeadmwizard.cluster.Cidr;
import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.text.Message;
import java.util.List;
import java.util.Optional;

/**
 * Every node takes a share of the pod range. Source: kube-controller-manager, node-cidr-mask-size.
 */
final class PodRangeIsLargeEnough implements Check {
  private static final int SHARE_IPV4 = 24;
  private static final int SHARE_IPV6 = 64;

  @Override
  public String id() {
    return "PodCapacity";
  }

  @Override
  public Group group() {
    return Group.BETWEEN;
  }

  @Override
  public List<Finding> look(CheckContext all) {
    return all.spec().network().podCIDR().stream()
        .map(range -> Finding.of(this, Optional.empty(), judge(range, all.spec())))
        .toList();
  }

  private static Verdict judge(Cidr range, ClusterSpec spec) {
    int bits = (range.isIpv6() ? SHARE_IPV6 : SHARE_IPV4) - range.prefix();
    int nodes = bits < 0 ? 0 : bits > 20 ? 1 << 20 : 1 << bits;
    var read = Message.of("check.read.podCapacity", range.toString(), nodes, spec.hosts().size());
    return nodes >= spec.hosts().size()
        ? Verdict.passed(Verdict.value(nodes), read)
        : Verdict.blocks(Verdict.value(nodes), read);
  }
}
