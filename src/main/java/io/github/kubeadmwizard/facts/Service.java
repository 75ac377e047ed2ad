package io.github.kubeadmwizard.facts;

/**
 * A systemd unit.
 *
 * @param unit full name, such as containerd.service
 * @param loaded whether systemd knows a file for it
 * @param active systemd's ActiveState: active, inactive, activating, failed …
 * @param enabled systemd's UnitFileState: enabled, disabled, masked, static …; empty without a file
 */
public record Service(String unit, boolean loaded, String active, String enabled) {

  /** A unit that does not exist on the host. */
  public static Service absent(String unit) {
    return new Service(unit, false, "inactive", "");
  }

  /** Whether it runs now. */
  public boolean isActive() {
    return active.equals("active");
  }

  /** Whether it starts at boot. */
  public boolean isEnabled() {
    return enabled.startsWith("enabled") || enabled.equals("alias");
  }

  /** Whether it was masked, so that nothing can start it. */
  public boolean isMasked() {
    return enabled.startsWith("masked");
  }
}
