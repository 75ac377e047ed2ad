package io.github.kubeadmwizard.practice;

import io.github.kubeadmwizard.engine.Action;
import io.github.kubeadmwizard.engine.HostScript;
import io.github.kubeadmwizard.practice.PracticeMachine.Unit;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What an action makes of a practice machine. Like the real scripts it looks first: what is so
 * already is left alone.
 */
final class Effects {
  static final String CONTAINERD_CONFIG = "/etc/containerd/config.toml";

  private final PracticeMachine machine;
  private final PracticeMachines all;
  private final ScriptEffects scripts;

  Effects(PracticeMachine machine, PracticeMachines all) {
    this.machine = machine;
    this.all = all;
    this.scripts = new ScriptEffects(machine, all);
  }

  /** What would have to be done; empty where it is so already. */
  Optional<Runnable> pending(Action action) {
    return switch (action) {
      case Action.SwapOff _ -> when(machine.swap, this::swapOff);
      case Action.LoadModules a ->
          when(
              !machine.modules.containsAll(a.modules()) || !machine.files.containsKey(a.file()),
              () -> {
                machine.modules.addAll(a.modules());
                machine.files.put(a.file(), String.join("\n", a.modules()));
              });
      case Action.SetSysctls a ->
          when(!set(a.values()) || !machine.files.containsKey(a.file()), () -> set(a));
      case Action.HostsEntries a ->
          when(
              !machine.names.equals(a.names()),
              () -> {
                machine.names.clear();
                machine.names.putAll(a.names());
              });
      case Action.WriteFile a -> file(a.path(), a.mode() + " " + HostScript.of(a).shown());
      case Action.EnsurePackages a -> new Packaging(machine).pending(a);
      case Action.EnsureService a -> service(a);
      case Action.RunScript a -> scripts.pending(a);
      case Action.Reboot a -> a.until().isPresent() ? once(a) : when(true, () -> {});
      case Action.ReachFromHere _ -> Optional.empty();
      case Action.ApplyManifest a when a.name().equals("flannel") ->
          when(
              !all.flannel(machine.cluster).equals(Optional.of(a.yaml())),
              () -> {
                machine.done.add(a);
                all.networkComes(machine.cluster, a.yaml());
                all.flannel(machine.cluster, a.yaml());
              });
      case Action.ApplyManifest a ->
          when(
              !machine.done.contains(a),
              () -> {
                machine.done.add(a);
                all.networkComes(machine.cluster, a.yaml());
              });
      case Action.OpenFirewall _, Action.WaitUntil _, Action.BringFiles _ -> once(action);
    };
  }

  private static Optional<Runnable> when(boolean needed, Runnable change) {
    return needed ? Optional.of(change) : Optional.empty();
  }

  private Optional<Runnable> once(Action action) {
    return when(!machine.done.contains(action), () -> machine.done.add(action));
  }

  private Optional<Runnable> file(String path, String content) {
    return when(!content.equals(machine.files.get(path)), () -> machine.files.put(path, content));
  }

  private void swapOff() {
    machine.swap = false;
    machine.units.remove("zramswap.service");
  }

  private boolean set(SortedMap<String, String> values) {
    return machine.sysctls.entrySet().containsAll(values.entrySet());
  }

  private void set(Action.SetSysctls action) {
    machine.sysctls.putAll(action.values());
    machine.files.put(action.file(), action.values().toString());
  }

  private Optional<Runnable> service(Action.EnsureService action) {
    Unit now = machine.units.getOrDefault(action.unit(), new Unit(false, false));
    var wanted = new Unit(action.enabled(), now.active() || action.running());
    return when(
        !wanted.equals(now) || machine.stale.contains(action.unit()),
        () -> {
          machine.units.put(action.unit(), wanted);
          machine.stale.remove(action.unit());
        });
  }
}
