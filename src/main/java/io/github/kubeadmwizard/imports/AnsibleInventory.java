package io.github.kubeadmwizard.imports;

import io.github.kubeadmwizard.cluster.Cidr;
import io.github.kubeadmwizard.cluster.HostForms;
import io.github.kubeadmwizard.cluster.HostSpec;
import io.github.kubeadmwizard.cluster.Role;
import io.github.kubeadmwizard.cluster.SshSpec;
import io.github.kubeadmwizard.text.Message;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The hosts of an Ansible inventory, in INI form or in YAML. Hosts of a group that is called after
 * the control plane are control planes; the group {@code bastion} of Kubespray is the jump host.
 * Passwords in it are never taken, and that is told.
 */
public final class AnsibleInventory {
  private static final Pattern CONTROL_PLANE =
      Pattern.compile("(?:.*_)?(?:control_?planes?|masters?)|servers?");

  private static final Pattern WORKER =
      Pattern.compile("(?:.*_)?workers?|kube_nodes?|k8s_nodes?|nodes?|agents?");

  private static final String BASTION = "bastion";
  private static final String HERE = "local";

  private final Inventory inventory;
  private final Gathering gathering;
  private Optional<SshSpec.Bastion> bastion = Optional.empty();

  private AnsibleInventory(Inventory inventory, Gathering gathering) {
    this.inventory = inventory;
    this.gathering = gathering;
  }

  /** The hosts of an inventory in INI form. */
  public static HostList readIni(String text, Setting setting) {
    return read(text, new Gathering(setting), false);
  }

  /** The hosts of an inventory in YAML. */
  public static HostList readYaml(String text, Setting setting) {
    return read(text, new Gathering(setting), true);
  }

  private static HostList read(String text, Gathering gathering, boolean yaml) {
    if (InventoryValues.isVault(text)) {
      gathering.bad(
          1, text.lines().findFirst().orElse(""), Message.of("imports.ansible.vaultFile"));
      return gathering.list();
    }
    var inventory =
        yaml ? new InventoryYaml(gathering).read(text) : new InventoryIni(gathering).read(text);
    return new AnsibleInventory(inventory, gathering).list();
  }

  private HostList list() {
    inventory.hosts().forEach(this::take);
    return gathering.list(bastion);
  }

  private void take(Inventory.Member member) {
    var variables = inventory.variables(member);
    var groups = inventory.groupsOf(member.name()).stream().map(AnsibleInventory::plain).toList();
    if (value(variables, InventoryValues.CONNECTION).equals(Optional.of(HERE))
        || member.name().equals("localhost")) {
      gathering.note(member.line(), member.text(), Message.of("imports.ansible.local"));
      return;
    }
    try {
      var entry = entry(member, variables, groups);
      if (groups.contains(BASTION)) {
        bastion = bastion.or(() -> Optional.of(bastion(entry.host(gathering.setting()))));
      } else {
        gathering.add(member.line(), member.text(), entry);
      }
    } catch (Refused e) {
      gathering.bad(member.line(), member.text(), e.why());
    }
  }

  private static String plain(String group) {
    return group.toLowerCase(Locale.ROOT).replace('-', '_');
  }

  private static Optional<String> value(Map<String, String> variables, Set<String> names) {
    return names.stream().sorted().filter(variables::containsKey).map(variables::get).findFirst();
  }

  private static Entry entry(
      Inventory.Member member, Map<String, String> variables, List<String> groups) throws Refused {
    var spot = Spot.parse(member.name());
    var address = value(variables, InventoryValues.ADDRESS).orElse(spot.hosts());
    var port = value(variables, InventoryValues.PORT);
    var user = value(variables, InventoryValues.USER);
    if (!HostForms.isHost(address)) {
      throw new Refused(Message.of("imports.bad.host", Shown.of(address)));
    }
    if (user.isPresent() && !HostForms.isLogin(user.get())) {
      throw new Refused(Message.of("imports.bad.user", Shown.of(user.get())));
    }
    return new Entry(
        address.equals(spot.hosts()) ? Optional.empty() : Entry.nodeName(spot.hosts()),
        address,
        port.isPresent() ? Optional.of(Spot.port(port.get())) : spot.port(),
        user.or(spot::user),
        value(variables, InventoryValues.KEY),
        roles(groups),
        value(variables, InventoryValues.NODE_IP).filter(Cidr::isAddress));
  }

  private static Set<Role> roles(List<String> groups) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    for (String group : groups) {
      if (CONTROL_PLANE.matcher(group).matches()) {
        roles.add(Role.CONTROL_PLANE);
      } else if (WORKER.matcher(group).matches()) {
        roles.add(Role.WORKER);
      }
    }
    return roles;
  }

  private static SshSpec.Bastion bastion(HostSpec host) {
    return new SshSpec.Bastion(host.address(), host.port(), host.user(), host.key(), host.agent());
  }
}
