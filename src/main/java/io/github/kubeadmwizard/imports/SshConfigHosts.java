package io.github.kubeadmwizard.imports;

import java.nio.file.Path;
import java.util.HashSet;

/**
 * The hosts of an OpenSSH client's configuration: each name that stands on a {@code Host} line,
 * with the settings that ssh would take for it. {@code Match} blocks are skipped, and that is told.
 * Source: ssh_config(5).
 */
public final class SshConfigHosts {
  private final Path home;

  /**
   * @param home the user's home directory, for {@code Include}
   */
  public SshConfigHosts(Path home) {
    this.home = home;
  }

  /** The hosts of the text; the bastion is there where all of them go through the same. */
  public HostList read(String text, Setting setting) {
    var gathering = new Gathering(setting);
    var reader = new SshConfigReader(new Includes(home), gathering);
    reader.read(text);
    var config = reader.config();
    var jumps = new SshJumps(config, gathering);
    var seen = new HashSet<String>();
    for (var alias : config.aliases()) {
      try {
        var entry = new SshConfigEntry(config, alias.name()).read();
        var place = alias.block() + " " + entry.address() + " " + entry.port();
        if (seen.add(place)) { // else a second name on the same line for the same machine
          gathering.add(alias.line(), "Host " + alias.name(), entry);
          jumps.of(alias);
        }
      } catch (Refused e) {
        gathering.bad(alias.line(), "Host " + alias.name(), e.why());
      }
    }
    return gathering.list(jumps.common());
  }
}
