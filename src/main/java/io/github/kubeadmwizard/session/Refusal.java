package io.github.kubeadmwizard.session;

import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.engine.Problem;
import io.github.kubeadmwizard.session.SecretNeed.Kind;
import io.github.kubeadmwizard.ssh.HostKeyCause;
import io.github.kubeadmwizard.ssh.RootCause;
import io.github.kubeadmwizard.ssh.SignIn;
import io.github.kubeadmwizard.ssh.SignInCause;
import io.github.kubeadmwizard.ssh.SshFailure;
import io.github.kubeadmwizard.ssh.SshTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a failed connection means: ask for a key or a secret and try again, or give up. */
record Refusal(HostName host, SshTarget target, SecretBook secrets) {

  Attempt of(SshFailure failure) {
    Problem problem = failure.problem(host);
    return switch (failure.why()) {
      case HostKeyCause.Unknown(var address, var port, var key) ->
          new Attempt.NewKey(
              host,
              address,
              port,
              machine(address).equals(target),
              key.type(),
              key.base64(),
              key.fingerprint(),
              problem);
      case HostKeyCause _ -> new Attempt.Failed(problem, true);
      case SignInCause.PasswordNeeded(var user, var address) ->
          needs(login(Kind.PASSWORD, user, address, false), problem);
      case SignInCause.Refused refused -> refused(refused, problem);
      case SignInCause.PassphraseNeeded(var file) -> needs(opening(file, false), problem);
      case SignInCause.PassphraseWrong(var file) -> needs(opening(file, true), problem);
      case RootCause.SudoPasswordNeeded(var user) ->
          needs(login(Kind.SUDO, user, target.address(), false), problem);
      case RootCause.SudoPasswordWrong(var user) ->
          needs(login(Kind.SUDO, user, target.address(), true), problem);
      default -> new Attempt.Failed(problem, false);
    };
  }

  private static Attempt needs(List<SecretNeed> needs, Problem problem) {
    return new Attempt.NeedsSecret(needs, problem);
  }

  /** A password helps only where the host takes one; a key that was refused stays refused. */
  private Attempt refused(SignInCause.Refused refused, Problem problem) {
    boolean takesOne =
        refused.offered().contains("password")
            || refused.offered().contains("keyboard-interactive");
    SshTarget at = machine(refused.address());
    boolean byKey = at.signIn() instanceof SignIn.KeyFile || at.signIn() instanceof SignIn.Agent;
    boolean asSecond = byKey && !refused.offered().contains("publickey"); // the key was accepted
    if (!takesOne || (byKey && !asSecond)) {
      return new Attempt.Failed(problem, false);
    }
    boolean again = secrets.password(at.name()).isPresent();
    return needs(login(Kind.PASSWORD, refused.user(), refused.address(), again), problem);
  }

  private List<SecretNeed> login(Kind kind, String user, String address, boolean again) {
    String name = kind == Kind.SUDO ? target.name() : machine(address).name();
    return List.of(new SecretNeed(kind, name, user, address, Optional.empty(), again));
  }

  /** Host and bastion may use the same key. */
  private List<SecretNeed> opening(String file, boolean again) {
    var needs = new ArrayList<SecretNeed>();
    for (SshTarget at : machines()) {
      if (at.signIn() instanceof SignIn.KeyFile(var key) && key.toString().equals(file)) {
        needs.add(passphrase(at, file, again));
      }
    }
    return needs.isEmpty() ? List.of(passphrase(target, file, again)) : needs;
  }

  private static SecretNeed passphrase(SshTarget at, String file, boolean again) {
    return new SecretNeed(
        Kind.PASSPHRASE, at.name(), at.user(), at.address(), Optional.of(file), again);
  }

  private SshTarget machine(String address) {
    return target.bastion().filter(gate -> gate.address().equals(address)).orElse(target);
  }

  private List<SshTarget> machines() {
    return target.bastion().map(gate -> List.of(target, gate)).orElse(List.of(target));
  }
}
