package io.github.kubeadmwizard.ssh;

import io.github.kubeadmwizard.text.Secret;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.schmizz.sshj.userauth.method.ChallengeResponseProvider;
import net.schmizz.sshj.userauth.password.PasswordFinder;
import net.schmizz.sshj.userauth.password.Resource;

/**
 * Gives the password once: to the method "password", or to the first hidden question of
 * "keyboard-interactive", in whatever language it is put. Any further question is left without an
 * answer, so that a password never goes where a one-time code is asked for.
 */
final class PasswordAnswers implements PasswordFinder, ChallengeResponseProvider, AutoCloseable {
  private final Secret password;
  private final List<char[]> lent = new ArrayList<>();
  private boolean given;

  PasswordAnswers(Secret password) {
    this.password = password;
  }

  @Override
  public char[] reqPassword(Resource<?> resource) {
    return lend();
  }

  @Override
  public boolean shouldRetry(Resource<?> resource) {
    return false;
  }

  @Override
  public List<String> getSubmethods() {
    return List.of();
  }

  @Override
  @SuppressWarnings("rawtypes") // the interface's own
  public void init(Resource resource, String name, String instruction) {}

  @Override
  public char[] getResponse(String prompt, boolean echo) {
    if (echo || given) {
      return new char[0];
    }
    given = true;
    return lend();
  }

  @Override
  public boolean shouldRetry() {
    return false;
  }

  private char[] lend() {
    char[] copy = password.use(char[]::clone);
    lent.add(copy);
    return copy;
  }

  /** Wipes what was lent; sshj sends it and forgets it. */
  @Override
  public void close() {
    lent.forEach(copy -> Arrays.fill(copy, '\0'));
  }
}
