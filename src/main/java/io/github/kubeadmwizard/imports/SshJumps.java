package io.github.kubeadmwizard.imports;

import io.github.kubeadmwizard.cluster.HostForms;
import io.github.kubeadmwizard.cluster.HostSpec;
import io.github.kubeadmwizard.cluster.SshSpec;
import io.github.kubeadmwizard.text.Message;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** The jump hosts that the names of a configuration go through; a cluster has one for all. */
final class SshJumps {
  private static final String NONE = "none";

  private final SshConfig config;
  private final Gathering gathering;
  private final Map<SshConfig.Alias, String> jumps = new LinkedHashMap<>();

  SshJumps(SshConfig config, Gathering gathering) {
    this.config = config;
    this.gathering = gathering;
  }

  void of(SshConfig.Alias alias) {
    var jump = config.first("proxyjump", alias.name()).orElse(NONE);
    var command = config.first("proxycommand", alias.name()).orElse(NONE);
    if (jump.equalsIgnoreCase(NONE) && !command.equalsIgnoreCase(NONE)) {
      note(alias, Message.of("imports.ssh.proxyCommand"));
    }
    jumps.put(alias, jump.equalsIgnoreCase(NONE) ? NONE : jump);
  }

  /** The one that all go through, but for itself; where they differ, that is told. */
  Optional<SshSpec.Bastion> common() {
    var different = new TreeSet<>(jumps.values());
    different.remove(NONE);
    if (different.isEmpty()) {
      return Optional.empty();
    }
    var jump = different.first();
    var first =
        jumps.entrySet().stream().filter(e -> e.getValue().equals(jump)).findFirst().orElseThrow();
    boolean forAll =
        jumps.entrySet().stream()
            .allMatch(e -> e.getValue().equals(jump) || e.getKey().name().equals(nameIn(jump)));
    if (different.size() > 1 || !forAll) {
      note(first.getKey(), Message.of("imports.ssh.jumpsDiffer", different));
      return Optional.empty();
    }
    return bastion(first.getKey(), jump);
  }

  private static String nameIn(String jump) {
    try {
      return Spot.parse(jump).hosts();
    } catch (Refused e) {
      return jump;
    }
  }

  private Optional<SshSpec.Bastion> bastion(SshConfig.Alias alias, String jump) {
    if (jump.contains(",")) {
      note(alias, Message.of("imports.ssh.severalJumps", Shown.of(jump)));
      return Optional.empty();
    }
    try {
      var spot = Spot.parse(jump);
      if (!HostForms.isHost(spot.hosts()) && config.first("hostname", spot.hosts()).isEmpty()) {
        throw new Refused(Message.of("imports.bad.host", Shown.of(spot.hosts())));
      }
      var entry = new SshConfigEntry(config, spot.hosts()).read();
      return Optional.of(bastion(spot, entry.host(gathering.setting())));
    } catch (Refused e) {
      note(alias, e.why());
      return Optional.empty();
    }
  }

  private static SshSpec.Bastion bastion(Spot spot, HostSpec host) {
    return new SshSpec.Bastion(
        host.address(),
        spot.port().orElse(host.port()),
        spot.user().orElse(host.user()),
        host.key(),
        host.agent());
  }

  private void note(SshConfig.Alias alias, Message what) {
    gathering.note(alias.line(), "Host " + alias.name(), what);
  }
}
