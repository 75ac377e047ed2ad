package io.github.kubeadmwizard.ssh;

import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.text.Secret;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import net.schmizz.sshj.SSHClient;
import net.schmizz.sshj.Service;
import net.schmizz.sshj.transport.TransportException;
import net.schmizz.sshj.userauth.UserAuthException;
import net.schmizz.sshj.userauth.method.AuthKeyboardInteractive;
import net.schmizz.sshj.userauth.method.AuthMethod;
import net.schmizz.sshj.userauth.method.AuthPassword;

/**
 * One sign-in. It tries no more than it must: servers hang up after six tries and lock an address
 * out after a few failed logins.
 */
final class Login {
  private static final int MOST_KEYS = 4;

  private final SSHClient client;
  private final SshTarget target;
  private final KeySources keys;
  private final SecretSource secrets;
  private final List<Message> tried = new ArrayList<>();

  Login(SSHClient client, SshTarget target, KeySources keys, SecretSource secrets) {
    this.client = client;
    this.target = target;
    this.keys = keys;
    this.secrets = secrets;
  }

  /** Signs in or says why not. */
  void signIn() throws SshFailure, TransportException {
    boolean in =
        switch (target.signIn()) {
          case SignIn.Agent _ -> agentKeys(keys.agent().identities()) || secondFactor();
          case SignIn.KeyFile(Path file) -> keyFile(file) || secondFactor();
          case SignIn.Password _ -> password(givenPassword());
          case SignIn.Any _ -> anything();
        };
    if (!in) {
      throw refused(null);
    }
  }

  private boolean anything() throws SshFailure, TransportException {
    if (agentKeys(keys.agentIdentitiesIfAny())) {
      return true;
    }
    for (Path file : keys.defaults(target, secrets, MOST_KEYS - tried.size())) {
      if (keyFile(file)) {
        return true;
      }
    }
    Optional<Secret> password = secrets.password(target.name());
    if (password.isEmpty() && offers("password", "keyboard-interactive") && tried.isEmpty()) {
      throw new SshFailure(new SignInCause.PasswordNeeded(target.user(), target.address()));
    }
    return password.isPresent() && password(password.get());
  }

  private boolean agentKeys(List<AgentClient.Identity> identities)
      throws SshFailure, TransportException {
    for (AgentClient.Identity key : identities.subList(0, Math.min(MOST_KEYS, identities.size()))) {
      var label = Message.of("ssh.tried.agent", key.type(), key.comment());
      if (attempt(label, new AgentMethod(keys.agent(), key))) {
        return true;
      }
    }
    return false;
  }

  private boolean keyFile(Path file) throws SshFailure, TransportException {
    KeyPair pair = keys.read(file, target, secrets);
    var label = Message.of("ssh.tried.key", file.toString());
    return attempt(label, new KeyMethod(pair));
  }

  /** Some servers want a password after the key. */
  private boolean secondFactor() throws SshFailure, TransportException {
    Optional<Secret> password = secrets.password(target.name());
    return client.getUserAuth().hadPartialSuccess()
        && password.isPresent()
        && password(password.get());
  }

  private Secret givenPassword() throws SshFailure {
    return secrets
        .password(target.name())
        .orElseThrow(
            () -> new SshFailure(new SignInCause.PasswordNeeded(target.user(), target.address())));
  }

  /** By "password"; where that is not offered, by "keyboard-interactive"; never by both. */
  private boolean password(Secret password) throws SshFailure, TransportException {
    try (var answers = new PasswordAnswers(password)) {
      if (offers("password")
          && attempt(Message.of("ssh.tried.password"), new AuthPassword(answers))) {
        return true;
      }
      return !offers("password")
          && offers("keyboard-interactive")
          && attempt(Message.of("ssh.tried.interactive"), new AuthKeyboardInteractive(answers));
    }
  }

  /** What the host said it takes; before the first try nobody knows, so all counts. */
  private boolean offers(String... methods) {
    Collection<String> allowed = client.getUserAuth().getAllowedMethods();
    return allowed.isEmpty() || List.of(methods).stream().anyMatch(allowed::contains);
  }

  private boolean attempt(Message label, AuthMethod method) throws SshFailure, TransportException {
    if (!offers(method.getName())) {
      return false;
    }
    tried.add(label);
    method.setLoggerFactory(new QuietLogs());
    try {
      return client
          .getUserAuth()
          .authenticate(
              target.user(),
              (Service) client.getConnection(),
              method,
              client.getTransport().getTimeoutMs());
    } catch (UserAuthException e) {
      if (!client.getTransport().isRunning()) {
        throw refused(e); // hung up on us: too many tries
      }
      return false;
    }
  }

  private SshFailure refused(@org.jspecify.annotations.Nullable Exception e) {
    List<String> offered = List.copyOf(client.getUserAuth().getAllowedMethods());
    return new SshFailure(
        new SignInCause.Refused(target.user(), target.address(), tried, offered), e);
  }
}
