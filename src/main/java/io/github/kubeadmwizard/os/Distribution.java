package io.github.kubeadmwizard.os;

import io.github.kubeadmwizard.facts.PackageTool;
import java.util.Optional;

/**
 * What a host's distribution means for the installation.
 *
 * @param family whose names and paths it shares
 * @param support how well it is known
 * @param tool the command that installs packages
 * @param dockerPath where Docker's repository has its packages, such as linux/debian; empty where
 *     Docker has none for it
 * @param codename the release's name that a Debian-like repository asks for
 */
public record Distribution(
    Family family,
    Support support,
    PackageTool tool,
    Optional<String> dockerPath,
    Optional<String> codename) {

  /** Whether our scripts can install packages on it. */
  public boolean isInstallable() {
    return switch (tool) {
      case APT, DNF, DNF5, YUM -> true;
      case ZYPPER, NONE -> false;
    };
  }
}
