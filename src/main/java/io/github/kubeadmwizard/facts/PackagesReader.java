package io.github.kubeadmwizard.facts;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Reads the package system. */
final class PackagesReader {
  private PackagesReader() {}

  static Packages read(FactsOutput out, Os os) {
    return new Packages(
        tool(out),
        installed(out),
        held(out),
        broken(out),
        locks(out),
        Stream.concat(AptSources.read(out, os).stream(), RpmSources.read(out, os).stream())
            .toList());
  }

  private static PackageTool tool(FactsOutput out) {
    var tools = new TreeSet<>(out.all("tool").flatMap(head -> head.field(0).stream()).toList());
    boolean rpm = tools.contains("rpm") && out.all("text", "dpkg").findAny().isEmpty();
    if (tools.contains("apt-get") && !rpm) {
      return PackageTool.APT;
    }
    return Stream.of(PackageTool.DNF5, PackageTool.DNF, PackageTool.YUM, PackageTool.ZYPPER)
        .filter(tool -> tools.contains(tool.name().toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElse(PackageTool.NONE);
  }

  /** Lines of dpkg: name, version, want, error flag, state. */
  private static Stream<List<String>> dpkg(FactsOutput out) {
    return out.text("dpkg").stream().map(Text::words).filter(words -> words.size() == 5);
  }

  static SortedMap<String, String> installed(FactsOutput out) {
    var result = new TreeMap<String, String>();
    dpkg(out)
        .filter(words -> words.get(4).equals("installed"))
        .forEach(words -> result.put(words.get(0), words.get(1)));
    out.text("rpm").stream()
        .map(Text::words)
        .filter(words -> words.size() == 2)
        .forEach(words -> result.put(words.get(0), words.get(1)));
    return result;
  }

  private static SortedSet<String> held(FactsOutput out) {
    var result = new TreeSet<String>();
    dpkg(out)
        .filter(words -> words.get(2).equals("hold"))
        .forEach(words -> result.add(words.get(0)));
    for (var path :
        List.of("/etc/dnf/plugins/versionlock.list", "/etc/yum/pluginconf.d/versionlock.list")) {
      out.lines(path).stream()
          .filter(line -> !line.isBlank() && !line.startsWith("#") && !line.startsWith("!"))
          .map(line -> line.strip().replaceFirst("^\\d+:", "").replaceFirst("-\\d+:?.*$", ""))
          .forEach(result::add);
    }
    out.lines("/etc/dnf/versionlock.toml").stream()
        .filter(line -> line.matches("name\\s*=.*"))
        .map(line -> Text.unquoted(line.replaceFirst("^name\\s*=", "")))
        .forEach(result::add);
    return result;
  }

  private static List<String> broken(FactsOutput out) {
    var whole = Set.of("installed", "config-files", "not-installed");
    return dpkg(out)
        .filter(words -> !whole.contains(words.get(4)) || !words.get(3).equals("ok"))
        .map(List::getFirst)
        .toList();
  }

  private static List<PackageLock> locks(FactsOutput out) {
    return out.all("lock")
        .filter(head -> head.field(0).isPresent())
        .map(head ->
            new PackageLock(
                head.fields().getFirst(),
                head.field(1).map(Text::small).orElse(OptionalInt.empty()),
                head.field(2)))
        .distinct()
        .toList();
  }
}
