package io.github.kubeadmwizard.check;

import io.github.kubeadmwizard.network.AddressSpace;
import io.github.kubeadmwizard.network.AddressSpace.Use;
import io.github.kubeadmwizard.text.Message;
import java.util.List;
import java.util.Optional;

/**
 * Addresses that this computer reaches elsewhere, such as through a VPN, and that pods or services
 * would have too: whoever means the one gets the other.
 */
final class OwnRoutesStayOpen implements Check {
  @Override
  public String id() {
    return "OwnRoutes";
  }

  @Override
  public Group group() {
    return Group.BETWEEN;
  }

  @Override
  public List<Finding> look(CheckContext all) {
    if (all.ownRoutes().isEmpty()) {
      return List.of();
    }
    var clashes =
        AddressSpace.of(all.spec(), _ -> Optional.empty(), all.ownRoutes()).collisions().stream()
            .filter(one -> one.other().use() == Use.LAPTOP)
            .map(one ->
                Message.of(
                    "check.read.clash",
                    one.ours().range().toString(),
                    one.other().range().toString(),
                    one.other().through()))
            .distinct()
            .toList();
    return List.of(
        Finding.of(
            this,
            Optional.empty(),
            clashes.isEmpty()
                ? Verdict.passed(Message.of("check.short.free"), Message.of("check.read.ownRoutes"))
                : Verdict.warning(
                    Message.of("check.short.overlap"),
                    Message.of("check.read.ownRoutes.clash", clashes))));
  }
}
