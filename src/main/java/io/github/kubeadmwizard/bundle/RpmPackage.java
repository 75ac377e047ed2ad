package io.github.kubeadmwizard.bundle;

import io.github.kubeadmwizard.bundle.RpmNeed.Named;
import java.util.List;

/**
 * A package as the metadata of a repository has it.
 *
 * @param provides names that it stands for, libraries and its own name among them
 * @param programs paths of its files, as far as the metadata names them
 * @param needs what it depends on
 * @param file below the repository's address
 */
record RpmPackage(
    String name,
    RpmVersion version,
    String architecture,
    List<Named> provides,
    List<String> programs,
    List<RpmNeed> needs,
    BundleFile file) {

  /** Whether it stands for this. Where it says no version, none may be asked for. */
  boolean isMeant(Named need) {
    return programs.contains(need.name())
        || provides.stream()
            .anyMatch(p ->
                p.name().equals(need.name())
                    && (need.operator().isEmpty()
                        || (!p.operator().isEmpty() && need.accepts(p.version()))));
  }

  /** Name, version and architecture. */
  String label() {
    return name + "-" + version + "." + architecture;
  }
}
