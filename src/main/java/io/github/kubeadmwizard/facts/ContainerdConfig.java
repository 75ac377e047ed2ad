package io.github.kubeadmwizard.facts;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What /etc/containerd/config.toml says, read line by line: enough to see trouble, not to rewrite
 * it.
 *
 * @param present whether the file exists; without it containerd's defaults hold
 * @param version the file's version key
 * @param criDisabled whether disabled_plugins names the CRI plugin
 * @param systemdCgroup runc's SystemdCgroup, where it is set
 * @param sandboxImage the pause image, where it is set
 * @param configPath the registry's config_path, where it is set
 * @param imports files that are read too
 */
public record ContainerdConfig(
    boolean present,
    OptionalInt version,
    boolean criDisabled,
    Optional<Boolean> systemdCgroup,
    Optional<String> sandboxImage,
    Optional<String> configPath,
    List<String> imports) {
  public ContainerdConfig {
    imports = List.copyOf(imports);
  }

  /** No configuration file. */
  public static ContainerdConfig absent() {
    return new ContainerdConfig(
        false,
        OptionalInt.empty(),
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }
}
