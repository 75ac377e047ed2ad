package io.github.kubeadmwizard.app;

import io.github.kubeadmwizard.assets.Assets;
import io.github.kubeadmwizard.check.CheckReport;
import io.github.kubeadmwizard.check.Checks;
import io.github.kubeadmwizard.check.Probes;
import io.github.kubeadmwizard.check.Seen;
import io.github.kubeadmwizard.cli.CommandLineApp;
import io.github.kubeadmwizard.cli.SystemInterrupts;
import io.github.kubeadmwizard.cli.SystemTerminal;
import io.github.kubeadmwizard.cli.Tools;
import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.draft.ClusterFile;
import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.engine.ScriptText;
import io.github.kubeadmwizard.facts.FactsParser;
import io.github.kubeadmwizard.facts.HostFacts;
import io.github.kubeadmwizard.home.UserDirectories;
import io.github.kubeadmwizard.session.FactsReader;
import io.github.kubeadmwizard.session.FleetShells;
import io.github.kubeadmwizard.session.HostConnector;
import io.github.kubeadmwizard.session.SecretBook;
import io.github.kubeadmwizard.session.SshConnections;
import io.github.kubeadmwizard.session.Targets;
import io.github.kubeadmwizard.ssh.HostKeys;
import io.github.kubeadmwizard.ssh.SshConnector;
import io.github.kubeadmwizard.ssh.SshExecutor;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Builds everything from its parts. */
final class Wiring {
  private static final ScriptText SCRIPTS = new ScriptText(name -> Assets.text("scripts/" + name));

  private final UserDirectories directories;
  private final Clock clock = Clock.systemUTC();

  Wiring(UserDirectories directories) {
    this.directories = directories;
  }

  /** The command line of this process. */
  CommandLineApp commandLine() {
    var tools =
        new Tools(
            directories,
            SystemTerminal.ofThisProcess(),
            new SystemInterrupts(),
            clock,
            ZoneId.systemDefault(),
            ClusterFile.ofThisProgram()::read,
            this::connector,
            fleet ->
                new FactsReader(fleet, Assets.text("scripts/facts.sh"), FactsParser::parse, clock),
            new ByOurChecks(),
            (_, _) -> {
              throw missing();
            },
            (_, _, _, _) -> {
              throw missing();
            },
            fleet -> new SshExecutor(new FleetShells(fleet), SCRIPTS));
    return new CommandLineApp(tools, Assets.text("version.txt").strip(), Locale.getDefault());
  }

  private HostConnector connector(ClusterSpec spec, SecretBook secrets) {
    Path ssh = directories.home().resolve(".ssh");
    var hostKeys = new HostKeys(ssh.resolve("known_hosts"), directories.knownHosts());
    var agent = Optional.ofNullable(System.getenv("SSH_AUTH_SOCK")).map(Path::of);
    return new SshConnections(
        new SshConnector(hostKeys, agent, ssh),
        hostKeys,
        secrets,
        new Targets(spec.ssh(), directories));
  }

  private static UnsupportedOperationException missing() {
    return new UnsupportedOperationException("this part of the program is still to come");
  }

  private static final class ByOurChecks implements Tools.Checking {
    @Override
    public List<String> probes(ClusterSpec spec, HostFacts facts) {
      return Probes.targets(spec, facts);
    }

    @Override
    public CheckReport look(ClusterSpec spec, Map<HostName, FactsReader.Read> facts) {
      var seen = new LinkedHashMap<HostName, Seen>();
      facts.forEach(
          (host, read) -> seen.put(host, Seen.of(read.facts(), read.asked(), read.answered())));
      return Checks.look(spec, seen);
    }
  }
}
