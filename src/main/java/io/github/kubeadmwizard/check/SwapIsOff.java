package io.github.kubeadmwizard.check;

import io.github.kubeadmwizard.facts.Swap;
import io.github.kubeadmwizard.text.Message;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * kubeadm only warns; the kubelet then does not start. Sources: preflight, SwapCheck;
 * KubeletConfiguration.failSwapOn.
 */
final class SwapIsOff implements HostCheck {
  @Override
  public String id() {
    return "Swap";
  }

  @Override
  public Group group() {
    return Group.SYSTEM;
  }

  @Override
  public Optional<Verdict> look(HostContext at) {
    var swaps = at.facts().storage().swaps();
    if (swaps.isEmpty()) {
      return Optional.of(
          Verdict.passed(Message.of("check.short.off"), Message.of("check.read.swapOff")));
    }
    var read = Message.of("check.read.swap", swaps.stream().map(SwapIsOff::describe).toList());
    var shortly = Verdict.value(kinds(swaps));
    return Optional.of(
        at.laidOver().failsOnSwap()
            ? Verdict.setByInstall(shortly, read).mendedBy(Mends.swapOff())
            : Verdict.passed(shortly, Message.of("check.read.swapAllowed")));
  }

  private static List<String> kinds(List<Swap> swaps) {
    return swaps.stream().map(swap -> swap.kind().name().toLowerCase(Locale.ROOT)).toList();
  }

  private static Message describe(Swap swap) {
    var known = swap.origins().stream().map(Swap.Origin::where).toList();
    Object origins = known.isEmpty() ? Message.of("check.read.byHand") : known;
    return swap.active()
        ? Message.of("check.read.swapActive", swap.device(), swap.sizeBytes() / 1_000_000, origins)
        : Message.of("check.read.swapWaiting", swap.device(), origins);
  }
}
