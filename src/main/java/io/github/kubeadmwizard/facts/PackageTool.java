package io.github.kubeadmwizard.facts;

/** The command that installs packages. */
public enum PackageTool {
  /** apt-get of Debian and its descendants. */
  APT,
  /** dnf of version 5: Fedora 41 and later. */
  DNF5,
  /** dnf of version 4: RHEL 8 to 10 and their like. */
  DNF,
  /** yum without dnf: RHEL 7 and its like. */
  YUM,
  /** zypper of SUSE. */
  ZYPPER,
  /** None of these. */
  NONE
}
