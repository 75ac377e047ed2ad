package io.github.kubeadmwizard.check;

import io.github.kubeadmwizard.engine.Action;
import io.github.kubeadmwizard.engine.Var;
import io.github.kubeadmwizard.facts.PackageTool;
import io.github.kubeadmwizard.text.Message;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The actions that mend what checks find. */
final class Mends {
  private Mends() {}

  /** Turns swap off, now and for good. */
  static Action swapOff() {
    return new Action.SwapOff("mend-swap-off", Message.of("check.mend.swapOff"));
  }

  /** Loads modules, now and at every start; the same file that the installation writes. */
  static Action loadModules(List<String> modules) {
    return new Action.LoadModules(
        "mend-modules",
        Message.of("check.mend.loadModules", modules),
        modules,
        "/etc/modules-load.d/kubeadm-wizard.conf");
  }

  /** Sets one kernel parameter, in a file of its own beside the installation's. */
  static Action setSysctl(String name, String value) {
    return new Action.SetSysctls(
        "mend-sysctl",
        Message.of("check.mend.setSysctl", name, value),
        new TreeMap<>(Map.of(name, value)),
        "/etc/sysctl.d/90-kubeadm-wizard-mend.conf");
  }

  /** Adds parameters to the boot loader's line; they hold after a restart. */
  static Action kernelParameters(String parameters) {
    return script(
        "mend-kernel-parameters",
        Message.of("check.mend.kernelParameters", parameters),
        Map.of("PARAMETERS", Var.of(parameters)));
  }

  /** Restarts the machine. */
  static Action reboot() {
    return reboot(Optional.empty());
  }

  /** Restarts the machine, unless its kernel runs with these parameters already. */
  static Action rebootInto(String parameters) {
    return reboot(Optional.of(parameters));
  }

  private static Action reboot(Optional<String> until) {
    return new Action.Reboot(
        "mend-reboot", Message.of("check.mend.reboot"), Message.of("check.mend.rebootWhy"), until);
  }

  /** Starts the time service that is there, or installs one. */
  static Action keepTime() {
    return script("mend-time-sync", Message.of("check.mend.keepTime"), Map.of());
  }

  /** Gives a cloned machine an identity of its own. */
  static Action newMachineId() {
    return script("mend-machine-id", Message.of("check.mend.newMachineId"), Map.of());
  }

  /** Finishes what the package manager left half done. */
  static Action finishPackages() {
    return script("mend-packages", Message.of("check.mend.finishPackages"), Map.of());
  }

  /** Puts CNI configuration of others away and takes their links down. */
  static Action putCniAway(List<String> files, List<String> links) {
    return script(
        "mend-cni",
        Message.of("check.mend.putCniAway"),
        Map.of(
            "FILES", Var.of(String.join("\n", files)), "LINKS", Var.of(String.join("\n", links))));
  }

  /** Takes flags that the kubelet no longer knows out of its settings. */
  static Action dropKubeletFlags(List<String> flags, List<String> files) {
    return script(
        "mend-kubelet-flags",
        Message.of("check.mend.dropKubeletFlags", flags),
        Map.of(
            "FLAGS", Var.of(String.join("\n", flags)), "FILES", Var.of(String.join("\n", files))));
  }

  /** Installs a package by the host's own tool, where we know that tool. */
  static Optional<Action> installPackage(String name, HostContext at) {
    return tool(at.facts().packages().tool())
        .map(tool ->
            new Action.EnsurePackages(
                "mend-package",
                Message.of("check.mend.installPackage", name),
                tool,
                List.of(Action.PackageWish.of(name))));
  }

  private static Optional<Action.PackageTool> tool(PackageTool tool) {
    return switch (tool) {
      case APT -> Optional.of(Action.PackageTool.APT);
      case DNF, DNF5 -> Optional.of(Action.PackageTool.DNF);
      case YUM -> Optional.of(Action.PackageTool.YUM);
      case ZYPPER, NONE -> Optional.empty();
    };
  }

  private static Action script(String id, Message title, Map<String, Var> vars) {
    return Action.RunScript.of(id, title, id + ".sh", vars);
  }
}
