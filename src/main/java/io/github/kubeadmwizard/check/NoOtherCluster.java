package io.github.kubeadmwizard.check;

import io.github.kubeadmwizard.text.Message;
import java.util.Optional;

/** A machine of another cluster would be torn out of it. No identifier of kubeadm's. */
final class NoOtherCluster implements HostCheck {
  @Override
  public String id() {
    return "OtherCluster";
  }

  @Override
  public Group group() {
    return Group.LEFTOVERS;
  }

  @Override
  public boolean soft() {
    return false;
  }

  @Override
  public Optional<Verdict> look(HostContext at) {
    return Optional.of(
        switch (at.membership()) {
          case Membership.None() ->
              Verdict.passed(Message.of("check.short.none"), Message.of("check.read.noCluster"));
          case Membership.OfOther(var server) ->
              Verdict.blocks(Verdict.value(server), Message.of("check.read.otherCluster", server));
          case Membership.OfThis(var server) ->
              at.isMember()
                  ? Verdict.passed(
                      Message.of("check.short.ours"), Message.of("check.read.thisCluster", server))
                  : Verdict.blocks(
                      Verdict.value(server), Message.of("check.read.earlierCluster", server));
        });
  }
}
