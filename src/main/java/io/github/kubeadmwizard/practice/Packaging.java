package io.github.kubeadmwizard.practice;

import io.github.kubeadmwizard.assets.Assets;
import io.github.kubeadmwizard.engine.Action;
import io.github.kubeadmwizard.engine.Action.PackageWish;
import io.github.kubeadmwizard.practice.PracticeMachine.Unit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Installs packages on a practice machine. */
final class Packaging {
  private final PracticeMachine machine;

  Packaging(PracticeMachine machine) {
    this.machine = machine;
  }

  Optional<Runnable> pending(Action.EnsurePackages action) {
    List<PackageWish> missing = action.packages().stream().filter(w -> !isThere(w)).toList();
    return missing.isEmpty() ? Optional.empty() : Optional.of(() -> missing.forEach(this::install));
  }

  private boolean isThere(PackageWish wish) {
    String version = machine.packages.get(wish.name());
    if (version == null) {
      return machine.system.contains("\n" + wish.name() + " ") && wish.version() == null;
    }
    return (wish.version() == null || version.startsWith(wish.version()))
        && (!wish.hold() || machine.held.contains(wish.name()));
  }

  private void install(PackageWish wish) {
    machine.packages.put(
        wish.name(), wish.version() == null ? newest(wish.name()) : wish.version() + "-1.1");
    if (wish.hold()) {
      machine.held.add(wish.name());
    }
    switch (wish.name()) {
      case "containerd.io", "containerd" -> {
        var other = wish.name().equals("containerd") ? "containerd.io" : "containerd";
        machine.packages.remove(other);
        machine.packages.remove("runc");
        machine.units.put("containerd.service", new Unit(true, true));
      }
      case "kubelet" -> {
        machine.units.put("kubelet.service", new Unit(true, machine.isNode()));
        machine.packages.putIfAbsent("kubernetes-cni", newest("kubernetes-cni"));
      }
      default -> {}
    }
  }

  /** The version that the machine's package sources have. */
  private String newest(String name) {
    Map<String, String> versions =
        Assets.text("practice/packages.txt")
            .lines()
            .filter(line -> !line.startsWith("#") && line.contains(" "))
            .collect(
                Collectors.toMap(
                    line -> line.substring(0, line.indexOf(' ')),
                    line -> line.substring(line.indexOf(' ') + 1)));
    return versions
        .getOrDefault(name, "1.0-1")
        .replace("@ID@", machine.ofSystem("ID"))
        .replace("@CODENAME@", machine.ofSystem("VERSION_CODENAME"));
  }
}
