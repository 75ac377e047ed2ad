package io.github.kubeadmwizard.practice;

import io.github.kubeadmwizard.engine.Action;
import io.github.kubeadmwizard.engine.HostScript;
import io.github.kubeadmwizard.practice.PracticeMachine.Part;
import io.github.kubeadmwizard.practice.PracticeMachine.Unit;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What the scripts of the installation and of the mends make of a practice machine. */
final class ScriptEffects {
  private final PracticeMachine machine;
  private final PracticeMachines all;

  ScriptEffects(PracticeMachine machine, PracticeMachines all) {
    this.machine = machine;
    this.all = all;
  }

  Optional<Runnable> pending(Action.RunScript action) {
    return switch (action.script()) {
      case "repository-apt.sh", "repository-dnf.sh" -> repository(action);
      case "containerd-config.sh" -> once(action, this::configureRuntime);
      case "images-pull.sh" -> images(lines(action, "IMAGES"));
      case "images-import.sh", "images-load.sh" ->
          images(lines(action, "IMAGES").stream().map(l -> l.replaceFirst("\\|.*$", "")).toList());
      case "kubeadm-init.sh" -> when(!machine.isNode(), () -> become(Part.CONTROL_PLANE, action));
      case "kubeadm-join.sh" -> when(!machine.isNode(), () -> become(joining(action), action));
      case "join-credentials.sh" ->
          when(!all.nodes().containsAll(lines(action, "NODES")), () -> {});
      case "traffic-begin.sh" ->
          when(
              text(action, "CLUSTER").isEmpty() || !isProven(action),
              () -> machine.testPods = true);
      case "traffic-end.sh" -> when(machine.testPods, () -> machine.testPods = false);
      case "traffic-mark.sh" ->
          when(!isProven(action), () -> machine.done.add(lines(action, "NODES")));
      case "network-agrees.sh", "addon-claims.sh" -> Optional.empty();
      case "switch-flannel.sh" ->
          when(
              !machine.backend.equals(Optional.of(text(action, "BACKEND"))),
              () -> machine.carry(text(action, "BACKEND")));
      case "switch-leftovers.sh" -> leftovers(action);
      case "network-begin.sh" ->
          when(
              !all.switching(machine.cluster).equals(Optional.of(text(action, "MARK"))),
              () -> all.switching(machine.cluster, Optional.of(text(action, "MARK"))));
      case "network-remove.sh" -> once(action, this::networkLeaves);
      case "network-clean.sh" -> once(action, machine::forgetNetwork);
      case "network-pods.sh" ->
          text(action, "WHICH").equals("bare") ? Optional.empty() : once(action, () -> {});
      case "network-end.sh" ->
          when(
              all.switching(machine.cluster).isPresent(),
              () -> all.switching(machine.cluster, Optional.empty()));
      case "node-changes.sh" -> marks(action);
      case "access-give.sh" -> when(true, () -> give(action));
      case "access-take.sh" ->
          when(
              machine.grants.has(text(action, "PERSON")),
              () -> machine.grants.take(text(action, "PERSON"), all.clock().instant()));
      case "join-command.sh" -> when(true, () -> {}); // the gift is the token
      case "join-tokens-delete.sh" ->
          when(
              machine.grants.hasToken(lines(action, "TOKENS")),
              () -> machine.grants.delete(lines(action, "TOKENS")));
      case "smoke-begin.sh", "smoke-remove.sh", "scaling-test.sh" -> when(true, () -> {});
      case "smoke-node.sh", "smoke-kubelets.sh", "smoke-verdict.sh" -> Optional.empty();
      case "mend-time-sync.sh" -> when(!machine.behind.isZero(), this::keepTime);
      case "time-servers.sh" -> once(action, this::keepTime);
      case "set-hostname.sh" -> once(action, () -> machine.hostname = text(action, "NAME"));
      default -> once(action, () -> {});
    };
  }

  private static Optional<Runnable> when(boolean needed, Runnable change) {
    return needed ? Optional.of(change) : Optional.empty();
  }

  private Optional<Runnable> once(Action action, Runnable change) {
    return when(
        !machine.done.contains(action),
        () -> {
          machine.done.add(action);
          change.run();
        });
  }

  private static String text(Action action, String name) {
    return HostScript.of(action).shown().getOrDefault(name, "");
  }

  private static List<String> lines(Action action, String name) {
    return text(action, name).lines().filter(line -> !line.isBlank()).toList();
  }

  private Optional<Runnable> repository(Action.RunScript action) {
    String path = "/etc/apt/sources.list.d/kubeadm-wizard-" + text(action, "NAME") + ".sources";
    String components = text(action, "COMPONENTS");
    String content =
        "Types: deb\nURIs: "
            + text(action, "URIS")
            + "\nSuites: "
            + text(action, "SUITE")
            + (components.isEmpty() ? "" : "\nComponents: " + components)
            + "\nSigned-By: /etc/apt/keyrings/kubeadm-wizard-"
            + text(action, "NAME")
            + ".asc";
    return when(!content.equals(machine.files.get(path)), () -> machine.files.put(path, content));
  }

  private void configureRuntime() {
    machine.files.put(
        Effects.CONTAINERD_CONFIG,
        """
        version = 3
        [plugins.'io.containerd.cri.v1.images'.registry]
          config_path = '/etc/containerd/certs.d'
        [plugins.'io.containerd.cri.v1.runtime'.containerd.runtimes.runc.options]
          SystemdCgroup = true
        """);
    machine.stale.add("containerd.service");
  }

  private Optional<Runnable> images(List<String> wanted) {
    return when(!machine.images.containsAll(wanted), () -> machine.images.addAll(wanted));
  }

  private void give(Action action) {
    var end = all.clock().instant().plusSeconds(Long.parseLong(text(action, "LASTS")));
    machine.grants.give(
        text(action, "PERSON"),
        text(action, "ROLE"),
        text(action, "NAMESPACE"),
        lines(action, "MEMBER_OF"),
        end);
  }

  private Optional<Runnable> marks(Action action) {
    var changes = lines(action, "CHANGES");
    return all.marks(text(action, "NODE"))
        .filter(marks -> marks.differs(changes))
        .map(marks -> () -> marks.change(changes));
  }

  /** Routes and links are told of one after the other; here both go with the links. */
  private Optional<Runnable> leftovers(Action.RunScript action) {
    boolean links = text(action, "PART").equals("links");
    boolean plain = machine.backend.equals(Optional.of("host-gw"));
    return when(links && machine.carriers.size() > (plain ? 0 : 1), () -> machine.clearCarriers());
  }

  /** What was applied before has to be applied again, should it come back. */
  private void networkLeaves() {
    machine.done.removeIf(Action.ApplyManifest.class::isInstance);
    all.networkLeaves(machine.cluster);
  }

  private static Part joining(Action.RunScript action) {
    return text(action, "CERTIFICATE_KEY").isEmpty() ? Part.WORKER : Part.CONTROL_PLANE;
  }

  private void become(Part part, Action.RunScript action) {
    machine.part = part;
    machine.cluster = text(action, "CLUSTER");
    machine.units.put("kubelet.service", new Unit(true, true));
    machine.wish.ifPresent(machine.marks::begin);
    if (action.script().equals("kubeadm-init.sh")) {
      all.made(machine);
    } else {
      all.joined(machine);
    }
  }

  private boolean isProven(Action action) {
    return machine.done.contains(lines(action, "NODES"));
  }

  private void keepTime() {
    machine.behind = Duration.ZERO;
    machine.units.put("chrony.service", new Unit(true, true));
  }
}
