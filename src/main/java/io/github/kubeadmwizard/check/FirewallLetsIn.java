package io.github.kubeadmwizard.check;

import io.github.kubeadmwizard.facts.Firewall;
import io.github.kubeadmwizard.text.Message;
import java.util.Optional;

/**
 * Traffic of the cluster gets in. firewalld, ufw and nftables are opened by the installation; for
 * others only the user can. Source of the name: preflight, FirewalldCheck.
 */
final class FirewallLetsIn implements HostCheck {
  @Override
  public String id() {
    return "Firewalld";
  }

  @Override
  public Group group() {
    return Group.FIREWALL;
  }

  @Override
  public String key() {
    return "Firewall";
  }

  @Override
  public Optional<Verdict> look(HostContext at) {
    var firewall = at.facts().firewall();
    return Optional.of(
        switch (firewall.tool()) {
          case NONE ->
              Verdict.passed(Message.of("check.short.open"), Message.of("check.read.noFirewall"));
          case FIREWALLD -> opened("firewalld");
          case UFW -> opened("ufw");
          case NFTABLES -> opened("nftables");
          case IPTABLES -> byHand(firewall);
        });
  }

  private static Verdict opened(String tool) {
    return Verdict.setByInstall(Verdict.value(tool), Message.of("check.read.firewall", tool));
  }

  private static Verdict byHand(Firewall firewall) {
    var policy = firewall.policies().getOrDefault("INPUT", "?");
    return Verdict.warning(
        Verdict.value("iptables"),
        Message.of("check.read.iptables", policy, firewall.inputRules().orElse(0)));
  }
}
