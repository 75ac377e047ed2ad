package io.github.kubeadmwizard.facts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The programs in PATH, with their versions: from their package, else as they said themselves. */
final class Programs {
  private static final Pattern VERSION = Pattern.compile("\\bv?(\\d+\\.\\d+(\\.\\d+)?[-+.\\w]*)");

  private final FactsOutput out;
  private final Map<String, String> paths = new LinkedHashMap<>();
  private final Map<String, String> packages;

  Programs(FactsOutput out) {
    this.out = out;
    packages = PackagesReader.installed(out);
    out.all("tool")
        .filter(head -> head.fields().size() == 2)
        .forEach(head -> paths.put(head.fields().get(0), head.fields().get(1)));
  }

  Set<String> names() {
    return paths.keySet();
  }

  /** The program, where it is in PATH. */
  Optional<Program> find(String name, List<String> possiblePackages) {
    return Optional.ofNullable(paths.get(name)).map(path -> program(name, path, possiblePackages));
  }

  private Program program(String name, String path, List<String> possiblePackages) {
    var owner =
        path.matches("(/usr)?/s?bin/[^/]+")
            ? possiblePackages.stream().filter(packages::containsKey).findFirst()
            : Optional.<String>empty();
    var version = owner.map(packages::get);
    return new Program(path, said(name).or(() -> version.map(Programs::upstream)), owner, version);
  }

  private Optional<String> said(String name) {
    return out.text("version " + name).stream()
        .map(VERSION::matcher)
        .filter(Matcher::find)
        .map(found -> found.group(1))
        .findFirst();
  }

  /** The program's version in a package's: without epoch, revision and repackaging marks. */
  static String upstream(String version) {
    return version
        .replaceFirst("^\\d+:", "")
        .replaceFirst("[~+](ds|dfsg|really).*$", "")
        .replaceFirst("-[^-]*$", "");
  }
}
