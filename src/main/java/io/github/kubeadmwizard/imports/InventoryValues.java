package io.github.kubeadmwizard.imports;

import io.github.kubeadmwizard.text.Message;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Decides which of an inventory's variables are taken: those that say how to reach a host. A
 * password is told and forgotten, and so is what is encrypted or computed.
 */
final class InventoryValues {
  static final Set<String> ADDRESS = Set.of("ansible_host", "ansible_ssh_host");
  static final Set<String> PORT = Set.of("ansible_port", "ansible_ssh_port");
  static final Set<String> USER = Set.of("ansible_user", "ansible_ssh_user");
  static final Set<String> KEY = Set.of("ansible_ssh_private_key_file", "ansible_private_key_file");
  static final Set<String> CONNECTION = Set.of("ansible_connection");

  /** Kubespray's name for the address by which nodes know each other. */
  static final Set<String> NODE_IP = Set.of("ip");

  private static final Pattern PASSWORD =
      Pattern.compile(".*(?:password|passwd|_pass|passphrase|secret|token|sudo_pass).*");

  private static final String VAULT = "$ANSIBLE_VAULT";

  private final Gathering gathering;

  InventoryValues(Gathering gathering) {
    this.gathering = gathering;
  }

  /** Whether the variable is of use here; what was read and is not taken is told. */
  boolean takes(int line, String name, String value) {
    if (PASSWORD.matcher(name.toLowerCase(Locale.ROOT)).matches()) {
      gathering.note(line, name + "=…", Message.of("imports.note.password"));
      return false;
    }
    if (value.stripLeading().startsWith(VAULT)) {
      gathering.note(line, name, Message.of("imports.ansible.vault", Shown.of(name)));
      return false;
    }
    if (isOfUse(name) && value.contains("{{")) {
      gathering.note(line, name, Message.of("imports.ansible.computed", Shown.of(name)));
      return false;
    }
    return isOfUse(name);
  }

  private static boolean isOfUse(String name) {
    return ADDRESS.contains(name)
        || PORT.contains(name)
        || USER.contains(name)
        || KEY.contains(name)
        || NODE_IP.contains(name)
        || CONNECTION.contains(name);
  }

  /** Whether a whole file is encrypted. */
  static boolean isVault(String text) {
    return text.stripLeading().startsWith(VAULT);
  }
}
