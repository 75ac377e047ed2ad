package io.github.kubeadmwizard.facts;

/** Reads SELinux and AppArmor. */
final class SecurityReader {
  private SecurityReader() {}

  static Security read(FactsOutput out) {
    var mode =
        out.field("selinux", 0)
            .filter(on -> out.file("/etc/selinux/config").isPresent()) // else there is no policy
            .map(on ->
                on.equals("1") ? Security.SelinuxMode.ENFORCING : Security.SelinuxMode.PERMISSIVE)
            .orElse(Security.SelinuxMode.DISABLED);
    var configured = Text.assignments(out.lines("/etc/selinux/config"));
    boolean appArmor = out.field("apparmor", 0).filter("Y"::equals).isPresent();
    return new Security(mode, Text.value(configured, "SELINUX"), appArmor);
  }
}
