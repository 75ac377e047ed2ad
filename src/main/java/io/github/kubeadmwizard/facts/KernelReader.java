package io.github.kubeadmwizard.facts;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads the kernel's release, control groups, sysctls and build options. */
final class KernelReader {
  private KernelReader() {}

  static Kernel read(FactsOutput out) {
    return new Kernel(
        value(out, "release"),
        cgroups(out),
        ModulesReader.read(out),
        sysctls(out),
        config(out),
        value(out, "cmdline"));
  }

  private static Optional<String> value(FactsOutput out, String name) {
    return out.all("kernel", name).flatMap(head -> head.field(1).stream()).findFirst();
  }

  private static Cgroups cgroups(FactsOutput out) {
    var controllers = new TreeSet<String>();
    boolean systemd = out.all("cgroup", "systemd").findAny().isPresent();
    if (out.all("cgroup", "v2").findAny().isPresent()) {
      out.lines("/sys/fs/cgroup/cgroup.controllers").stream()
          .flatMap(line -> Text.words(line).stream())
          .forEach(controllers::add);
      controllers.add("devices"); // by eBPF, not by a controller
      controllers.add("freezer"); // cgroup.freeze, part of the core
      return new Cgroups(Cgroups.Version.V2, controllers, systemd);
    }
    for (var line : out.lines("/proc/cgroups")) {
      var words = Text.words(line);
      if (words.size() == 4 && words.get(3).equals("1")) {
        controllers.add(words.getFirst());
      }
    }
    return new Cgroups(oldVersion(out), controllers, systemd);
  }

  private static Cgroups.Version oldVersion(FactsOutput out) {
    if (out.all("cgroup", "v1").findAny().isEmpty()) {
      return Cgroups.Version.UNKNOWN;
    }
    return out.all("cgroup", "unified").findAny().isPresent()
        ? Cgroups.Version.HYBRID
        : Cgroups.Version.V1;
  }

  private static SortedMap<String, String> sysctls(FactsOutput out) {
    var result = new TreeMap<String, String>();
    out.all("sysctl")
        .filter(head -> head.fields().size() == 2)
        .forEach(head -> result.put(head.fields().get(0), head.fields().get(1)));
    return result;
  }

  private static KernelConfig config(FactsOutput out) {
    var values = new TreeMap<String, String>();
    Text.assignments(out.text("kernel-config"))
        .forEach((name, value) -> values.put(name.replaceFirst("^CONFIG_", ""), value));
    return new KernelConfig(out.field("kernel-config", 0), values);
  }
}
