package io.github.kubeadmwizard.check;

import io.github.kubeadmwizard.text.Message;
import java.util.Optional;

/** Flannel takes the default route's card unless it is told another. */
final class DefaultRouteIsThere implements HostCheck {
  @Override
  public String id() {
    return "DefaultRoute";
  }

  @Override
  public Group group() {
    return Group.NETWORK;
  }

  @Override
  public Optional<Verdict> look(HostContext at) {
    var routes = at.facts().network().defaultRoutes();
    if (!routes.isEmpty()) {
      var card = routes.getFirst().device().orElse("?");
      return Optional.of(
          Verdict.passed(Verdict.value(card), Message.of("check.read.defaultRoute", card)));
    }
    var read = Message.of("check.read.noDefaultRoute");
    return Optional.of(
        at.spec().cni().networkInterface().isPresent()
            ? Verdict.passed(Verdict.value(at.spec().cni().networkInterface().get()), read)
            : Verdict.warning(Message.of("check.short.none"), read));
  }
}
