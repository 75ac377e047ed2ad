package io.github.kubeadmwizard.bundle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A package as an index of a repository has it.
 *
 * @param base whether every system of the distribution has it
 * @param dependencies each satisfied by one of its alternatives
 * @param provides names that it stands for as well
 * @param path below the repository's address
 */
record DebianPackage(
    String name,
    PackageVersion version,
    boolean base,
    List<List<Relation>> dependencies,
    List<String> provides,
    BundleFile path) {

  /**
   * What a dependency names.
   *
   * @param operator such as {@code >=}; empty: any version
   */
  record Relation(String name, String operator, String version) {
    boolean accepts(PackageVersion has) {
      int order = has.compareTo(new PackageVersion(version.isEmpty() ? "0" : version));
      return switch (operator) {
        case "" -> true;
        case "=" -> order == 0;
        case ">=" -> order >= 0;
        case ">>" -> order > 0;
        case "<=" -> order <= 0;
        default -> order < 0;
      };
    }
  }

  /** Reads an index. Source: Debian Policy 5, control files, and the RepositoryFormat page. */
  static List<DebianPackage> read(String index) {
    var found = new ArrayList<DebianPackage>();
    var fields = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    String last = "";
    for (String line : (index + "\n\n").split("\n", -1)) {
      if (line.isBlank()) {
        if (fields.getOrDefault("SHA256", "").matches("[0-9a-f]{64}")) {
          found.add(of(fields));
        }
        fields.clear();
      } else if (line.startsWith(" ") || line.startsWith("\t")) {
        fields.merge(last, line, String::concat);
      } else {
        int colon = line.indexOf(':');
        last = colon < 0 ? line : line.substring(0, colon);
        fields.put(last, colon < 0 ? "" : line.substring(colon + 1).strip());
      }
    }
    return found;
  }

  private static DebianPackage of(Map<String, String> fields) {
    String needs =
        fields.getOrDefault("Pre-Depends", "") + "," + fields.getOrDefault("Depends", "");
    return new DebianPackage(
        fields.getOrDefault("Package", ""),
        new PackageVersion(fields.getOrDefault("Version", "0")),
        fields.getOrDefault("Priority", "").equals("required")
            || fields.getOrDefault("Essential", "").equals("yes"),
        relations(needs),
        relations(fields.getOrDefault("Provides", "")).stream()
            .map(list -> list.getFirst().name())
            .toList(),
        new BundleFile(
            fields.getOrDefault("Filename", "").replaceFirst("^(\\./)+", ""),
            Long.parseLong(fields.getOrDefault("Size", "0")),
            fields.getOrDefault("SHA256", "")));
  }

  private static List<List<Relation>> relations(String text) {
    var all = new ArrayList<List<Relation>>();
    for (String one : text.split(",", -1)) {
      var alternatives = new ArrayList<Relation>();
      for (String alternative : one.split("\\|", -1)) {
        if (!alternative.isBlank()) {
          alternatives.add(relation(alternative.strip()));
        }
      }
      if (!alternatives.isEmpty()) {
        all.add(alternatives);
      }
    }
    return all;
  }

  private static Relation relation(String text) {
    String name = text.replaceFirst("[\\s(\\[<].*$", "").replaceFirst(":[a-z0-9]+$", "");
    int open = text.indexOf('(');
    if (open < 0) {
      return new Relation(name, "", "");
    }
    String inside = text.substring(open + 1, Math.max(open + 1, text.indexOf(')'))).strip();
    String operator = inside.replaceFirst("[^<>=].*$", "");
    return new Relation(name, operator, inside.substring(operator.length()).strip());
  }
}
