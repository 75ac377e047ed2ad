package io.github.kubeadmwizard.facts;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads where the kernel's modules are. */
final class ModulesReader {
  // grep's "/lib/modules/6.12/modules.dep:/br_netfilter.ko.xz:"
  private static final Pattern FOUND = Pattern.compile("^(\\S+):/([^/.]+)\\.ko.*$");

  // A module in the kernel without parameters has no directory in /sys/module, but it has these.
  private static final Map<String, String> SIGNS =
      Map.of(
          "br_netfilter", "net.bridge.bridge-nf-call-iptables",
          "nf_conntrack", "net.netfilter.nf_conntrack_max");

  private ModulesReader() {}

  static Modules read(FactsOutput out) {
    var onDisk = onDisk(out);
    var states = new TreeMap<String, Modules.State>();
    out.all("module")
        .filter(head -> head.fields().size() == 2)
        .forEach(head -> {
          var name = head.fields().get(0);
          states.put(name, state(out, name, head.fields().get(1), onDisk));
        });
    return new Modules(states);
  }

  private static Modules.State state(
      FactsOutput out, String name, String seen, Map<String, Modules.State> onDisk) {
    if (seen.equals("loaded")) {
      return Modules.State.LOADED;
    }
    if (seen.equals("built-in") || hasSign(out, name)) {
      return Modules.State.BUILT_IN;
    }
    var missing = out.has("module-files") ? Modules.State.ABSENT : Modules.State.UNKNOWN;
    return onDisk.getOrDefault(name, missing);
  }

  private static boolean hasSign(FactsOutput out, String name) {
    if (name.equals("overlay")) {
      return out.lines("/proc/filesystems").stream().anyMatch(l -> l.strip().endsWith("\toverlay"));
    }
    var sysctl = SIGNS.get(name);
    return sysctl != null && out.all("sysctl", sysctl).findAny().isPresent();
  }

  private static Map<String, Modules.State> onDisk(FactsOutput out) {
    var result = new HashMap<String, Modules.State>();
    for (var line : out.text("modules")) {
      var found = FOUND.matcher(line);
      if (found.matches()) {
        boolean builtIn = found.group(1).endsWith("builtin");
        var state = builtIn ? Modules.State.BUILT_IN : Modules.State.AVAILABLE;
        result.merge(found.group(2).replace('-', '_'), state, (a, b) -> builtIn ? state : a);
      } else {
        out.odd(line);
      }
    }
    return result;
  }
}
