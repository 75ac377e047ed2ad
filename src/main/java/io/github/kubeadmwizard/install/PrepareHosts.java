package io.github.kubeadmwizard.install;

import io.github.kubeadmwizard.addons.Addons;
import io.github.kubeadmwizard.addons.PodNetwork;
import io.github.kubeadmwizard.check.SilentSources;
import io.github.kubeadmwizard.cluster.NetworkSpec.KubeProxyMode;
import io.github.kubeadmwizard.cluster.PrepareSpec;
import io.github.kubeadmwizard.engine.Action;
import io.github.kubeadmwizard.engine.Action.RunScript;
import io.github.kubeadmwizard.engine.Var;
import io.github.kubeadmwizard.facts.PackageSource;
import io.github.kubeadmwizard.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Makes hosts fit: swap, modules, kernel parameters, names, the firewall's openings; the rest only
 * where it was wished.
 */
final class PrepareHosts implements InstallPhase {
  @Override
  public String id() {
    return "prepare-hosts";
  }

  @Override
  public List<Node> nodes(Ground ground) {
    return ground.nodes();
  }

  @Override
  public List<Action> actions(Ground ground, Node node) {
    var actions = new ArrayList<Action>(onWish(ground, node));
    actions.add(new Action.SwapOff("swap-off", title("swap-off")));
    actions.add(
        new Action.LoadModules(
            "modules",
            title("modules"),
            modules(ground),
            "/etc/modules-load.d/kubeadm-wizard.conf"));
    actions.add(
        new Action.SetSysctls(
            "sysctls", title("sysctls"), sysctls(ground), "/etc/sysctl.d/zz-kubeadm-wizard.conf"));
    actions.add(new Action.HostsEntries("hosts-entries", title("hosts-entries"), names(ground)));
    FirewallNeeds.of(ground, node)
        .ifPresent(needs ->
            actions.add(
                new Action.OpenFirewall(
                    "firewall", title("firewall"), needs.tool(), needs.rules(), needs.trusted())));
    return actions;
  }

  /** Of this what a pod network needs: modules, and a firewall that lets it in. */
  static List<Action> forPodNetwork(Ground ground, Node node) {
    return new PrepareHosts()
        .actions(ground, node).stream()
            .filter(action ->
                action instanceof Action.LoadModules || action instanceof Action.OpenFirewall)
            .toList();
  }

  /** What is done only because the user asked for it. */
  private static List<Action> onWish(Ground ground, Node node) {
    PrepareSpec wish = ground.spec().prepare();
    var actions = new ArrayList<Action>();
    List<String> broken = brokenRepositories(node);
    if (wish.disableBrokenRepositories() && !broken.isEmpty()) {
      actions.add(
          RunScript.of(
              "disable-repositories",
              Message.of("install.action.disable-repositories", broken),
              "disable-repository.sh",
              Map.of("REPOSITORIES", Var.of(String.join("\n", broken)))));
    }
    if (node.spec().setHostname()) {
      actions.add(NamedScript.of("set-hostname", Map.of("NAME", node.name())));
    }
    if (wish.selinux() == PrepareSpec.Selinux.PERMISSIVE) {
      actions.add(NamedScript.of("selinux-permissive", Map.of()));
    }
    if (!wish.timeServers().isEmpty()) {
      actions.add(
          NamedScript.of("time-servers", Map.of("SERVERS", String.join("\n", wish.timeServers()))));
    }
    var bind = wish.bindAddress().get(node.spec().label());
    if (bind != null) {
      actions.add(
          NamedScript.of(
              "bind-address", Map.of("INTERFACE", bind.card(), "ADDRESS", bind.address())));
    }
    return actions;
  }

  /** As the package tool names them; the distribution's own are never switched off. */
  private static List<String> brokenRepositories(Node node) {
    return SilentSources.of(node.facts()).stream()
        .filter(PackageSource::thirdParty)
        .map(node.isDeb() ? PackageSource::uri : PackageSource::id)
        .distinct()
        .toList();
  }

  /** Source: kubernetes-facts §10; nf_conntrack because kube-proxy does not start without it. */
  private static List<String> modules(Ground ground) {
    var modules = new ArrayList<>(List.of("overlay", "br_netfilter", "nf_conntrack"));
    if (ground.spec().network().kubeProxy() == KubeProxyMode.IPVS) {
      modules.addAll(List.of("ip_vs", "ip_vs_rr", "ip_vs_wrr", "ip_vs_sh"));
    }
    modules.addAll(PodNetwork.of(ground.spec()).modules());
    modules.addAll(Addons.modules(ground.spec()));
    return modules;
  }

  /** Source: Kubernetes docs, container runtimes; the bridge's for Flannel and bridge plugins. */
  private static SortedMap<String, String> sysctls(Ground ground) {
    var values = new TreeMap<String, String>();
    values.put("net.ipv4.ip_forward", "1");
    values.put("net.bridge.bridge-nf-call-iptables", "1");
    values.put("net.bridge.bridge-nf-call-ip6tables", "1");
    if (ground.spec().network().podCIDR().stream().anyMatch(c -> c.isIpv6())) {
      values.put("net.ipv6.conf.all.forwarding", "1");
      values.put("net.ipv6.conf.default.forwarding", "1");
    }
    return values;
  }

  private static SortedMap<String, List<String>> names(Ground ground) {
    var names = new TreeMap<String, List<String>>();
    for (Node node : ground.nodes()) {
      for (String ip : node.ips()) {
        names.computeIfAbsent(ip, _ -> new ArrayList<>()).add(node.name());
      }
    }
    if (ground.endpoint().ours()) {
      names
          .computeIfAbsent(ground.endpointAddress(), _ -> new ArrayList<>())
          .add(ground.endpoint().host());
    }
    return names;
  }

  private static Message title(String id) {
    return Message.of("install.action." + id);
  }
}
