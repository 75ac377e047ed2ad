package io.github.kubeadmwizard.facts;

import java.util.Optional;

/**
 * Mandatory access control.
 *
 * @param selinux mode now
 * @param selinuxConfigured SELINUX= of /etc/selinux/config, for the next boot
 * @param appArmor whether AppArmor is on in the kernel
 */
public record Security(SelinuxMode selinux, Optional<String> selinuxConfigured, boolean appArmor)
    implements FactsPart {

  /** SELinux now. */
  public enum SelinuxMode {
    /** Refuses what the policy does not allow. */
    ENFORCING,
    /** Only logs it. */
    PERMISSIVE,
    /** Off, or not in this kernel. */
    DISABLED
  }
}
