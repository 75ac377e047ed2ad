package io.github.kubeadmwizard.os;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Which package brings a program, by family. */
public final class PackageNames {
  /** The table among our assets. */
  public static final String ASSET = "os/packages.txt";

  private final Map<String, String[]> byProgram = new HashMap<>();

  /**
   * Reads the table: program, then the package of Debian, RHEL and SUSE, "-" for none.
   *
   * @throws IllegalArgumentException where a line has not four words
   */
  public PackageNames(String table) {
    table
        .lines()
        .map(line -> line.replaceFirst("#.*", "").strip())
        .filter(line -> !line.isEmpty())
        .map(line -> line.split("\\s+", -1))
        .forEach(this::add);
  }

  /** The package that brings this program; empty where the table has none. */
  public Optional<String> of(String program, Family family) {
    return Optional.ofNullable(byProgram.get(program))
        .flatMap(words ->
            switch (family) {
              case DEBIAN -> Optional.of(words[1]);
              case RHEL -> Optional.of(words[2]);
              case SUSE -> Optional.of(words[3]);
              case OTHER -> Optional.empty();
            })
        .filter(name -> !name.equals("-"));
  }

  private void add(String[] words) {
    if (words.length != 4) {
      throw new IllegalArgumentException("not a program's packages: " + String.join(" ", words));
    }
    byProgram.put(words[0], words);
  }
}
