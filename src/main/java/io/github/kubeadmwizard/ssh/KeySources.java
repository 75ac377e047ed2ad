package io.github.kubeadmwizard.ssh;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where private keys come from.
 *
 * @param agent the running agent
 * @param files keys in files, each opened once
 * @param directory usually {@code ~/.ssh}: its {@code id_*} are the default keys
 */
record KeySources(AgentClient agent, PrivateKeys files, Path directory) {
  private static final List<String> DEFAULTS = List.of("id_ed25519", "id_ecdsa", "id_rsa");

  /** The agent's keys; none if there is no agent. */
  List<AgentClient.Identity> agentIdentitiesIfAny() {
    try {
      return agent.identities();
    } catch (SshFailure _) {
      return List.of();
    }
  }

  KeyPair read(Path file, SshTarget target, SecretSource secrets) throws SshFailure {
    return files.read(file, () -> secrets.passphrase(target.name()));
  }

  /** The default keys that can be opened, at most so many. */
  List<Path> defaults(SshTarget target, SecretSource secrets, int most) {
    return DEFAULTS.stream()
        .map(directory::resolve)
        .filter(Files::isReadable)
        .flatMap(file -> usable(file, target, secrets))
        .limit(Math.max(0, most))
        .toList();
  }

  private Stream<Path> usable(Path file, SshTarget target, SecretSource secrets) {
    try {
      read(file, target, secrets);
      return Stream.of(file);
    } catch (SshFailure _) {
      return Stream.empty(); // locked and no passphrase, or no key: the next one may do
    }
  }
}
