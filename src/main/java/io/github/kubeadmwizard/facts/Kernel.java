package io.github.kubeadmwizard.facts;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The running kernel.
 *
 * @param release {@code uname -r}, such as 6.12.48+deb13-amd64
 * @param cgroups control groups
 * @param modules the modules that matter here
 * @param sysctls name with dots, value with single blanks; a name that the kernel has not is absent
 * @param config build options that kubeadm's SystemVerification asks for
 * @param commandLine boot parameters
 */
public record Kernel(
    Optional<String> release,
    Cgroups cgroups,
    Modules modules,
    SortedMap<String, String> sysctls,
    KernelConfig config,
    Optional<String> commandLine)
    implements FactsPart {
  public Kernel {
    sysctls = Collections.unmodifiableSortedMap(new TreeMap<>(sysctls));
  }

  /** Whether the release is known and at least this one. */
  public boolean isAtLeast(int major, int minor) {
    return version().filter(v -> v[0] > major || (v[0] == major && v[1] >= minor)).isPresent();
  }

  /** A sysctl's value, by its name with dots. */
  public Optional<String> sysctl(String name) {
    return Optional.ofNullable(sysctls.get(name));
  }

  /** The first two numbers of the release, such as 6.12. */
  public Optional<String> majorMinor() {
    return version().map(v -> v[0] + "." + v[1]);
  }

  private Optional<int[]> version() {
    return release
        .map(text -> Pattern.compile("^(\\d{1,6})\\.(\\d{1,6})").matcher(text))
        .filter(Matcher::find)
        .map(found ->
            new int[] {Integer.parseInt(found.group(1)), Integer.parseInt(found.group(2))});
  }

  /** The same with another release. */
  public Kernel withRelease(Optional<String> release) {
    return new Kernel(release, cgroups, modules, sysctls, config, commandLine);
  }

  /** The same with other control groups. */
  public Kernel withCgroups(Cgroups cgroups) {
    return new Kernel(release, cgroups, modules, sysctls, config, commandLine);
  }

  /** The same with other modules. */
  public Kernel withModules(Modules modules) {
    return new Kernel(release, cgroups, modules, sysctls, config, commandLine);
  }

  /** The same with other sysctls. */
  public Kernel withSysctls(SortedMap<String, String> sysctls) {
    return new Kernel(release, cgroups, modules, sysctls, config, commandLine);
  }
}
