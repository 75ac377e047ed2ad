package io.github.kubeadmwizard.migrate;

import io.github.kubeadmwizard.cluster.HostSpec;
import io.github.kubeadmwizard.migrate.Change.Kind;
import io.github.kubeadmwizard.text.Message;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The hosts that the old text tells of: the first control plane, and machines that join. */
final class Machines {
  private static final Set<String> ABOUT_A_MACHINE =
      Set.of("nodeRegistration.name", Taints.PATH, "controlPlane", JoinFields.ADDRESS);
  private static final Set<String> ARGUMENTS =
      Set.of("node-ip", "node-labels", "hostname-override");

  private final Machine first = new Machine();
  private final Map<Integer, Machine> joining = new LinkedHashMap<>();
  private final int unknown;
  private final Told told;

  private Machines(List<Statement> statements, Told told) {
    this.told = told;
    first.carriesTheControlPlane();
    var joins = statements.stream().filter(s -> s.paper() == Paper.JOIN).toList();
    joins.stream()
        .filter(Machines::isAboutAMachine)
        .forEach(s -> joining.computeIfAbsent(s.number(), _ -> new Machine()));
    unknown = (int) joins.stream().map(Statement::number).distinct().count() - joining.size();
  }

  static Machines of(List<Statement> statements, Told told) {
    return new Machines(statements, told);
  }

  Machine first() {
    return first;
  }

  /** Whether the statement was about one of them, and was taken. */
  boolean take(Statement statement) {
    if (statement.paper() == Paper.INIT) {
      return new MachineWishes(first, "hosts[0]", told).take(statement);
    }
    var machine = joining.get(statement.number());
    if (statement.paper() != Paper.JOIN || machine == null) {
      return false;
    }
    int place = List.copyOf(joining.keySet()).indexOf(statement.number()) + 1;
    return new MachineWishes(machine, "hosts[" + place + "]", told).take(statement);
  }

  /** All of them; an address that is not known is empty, and is told. */
  List<HostSpec> hosts() {
    var hosts = new ArrayList<HostSpec>();
    hosts.add(first.host());
    joining.values().forEach(machine -> hosts.add(machine.host()));
    for (int i = 0; i < hosts.size(); i++) {
      var path = "hosts[" + i + "].address";
      if (hosts.get(i).address().isEmpty()) {
        told.unsaid(Kind.NEEDED, path, Message.of("migrate.needsAddress"));
      } else {
        told.unsaid(Kind.ASSUMED, path, Message.of("migrate.assumedAddress"));
      }
    }
    if (unknown > 0) {
      told.unsaid(Kind.NEEDED, "hosts", Message.of("migrate.needsHost", unknown));
    }
    return List.copyOf(hosts);
  }

  private static boolean isAboutAMachine(Statement statement) {
    return ABOUT_A_MACHINE.contains(statement.path())
        || (statement.path().equals("nodeRegistration.kubeletExtraArgs[]")
            && statement.value() instanceof Map<?, ?> argument
            && ARGUMENTS.contains(String.valueOf(argument.get("name"))));
  }
}
