package io.github.kubeadmwizard.ssh;

import java.util.List;
import java.util.Locale;

/** Tells from what was said why there is no root shell. Source: sudo's and sudo-rs's messages. */
final class RootRefusal {
  private static final List<String> NOT_ALLOWED =
      List.of(
          "not in the sudoers",
          "is not allowed to",
          "may not run sudo",
          "i'm sorry",
          "account validation failure",
          "account has expired",
          "no new privileges",
          "effective uid is not 0",
          "must be owned by uid 0",
          "unable to initialize policy");
  private static final List<String> WRONG = List.of("incorrect password", "sorry, try again");

  private RootRefusal() {}

  /**
   * @param answered how many times the password was given
   */
  static RootCause cause(String user, String text, int answered) {
    String said = Plain.text(text, 300);
    String lower = said.toLowerCase(Locale.ROOT);
    if (lower.contains("must have a tty") || lower.contains("a terminal is required")) {
      return new RootCause.SudoNeedsTty(user);
    }
    if (lower.contains("sudo") && lower.contains("not found")) {
      return new RootCause.SudoMissing(user);
    }
    if (any(NOT_ALLOWED, lower)) {
      return new RootCause.SudoNotAllowed(user, said);
    }
    if (answered > 0 && any(WRONG, lower)) {
      return new RootCause.SudoPasswordWrong(user);
    }
    if (lower.contains("is not recognized as") || lower.contains("powershell")) {
      return new RootCause.NotLinux("Windows");
    }
    return lower.contains("sudo:")
        ? new RootCause.SudoNotAllowed(user, said)
        : new RootCause.LoginShellRefuses(user, said);
  }

  private static boolean any(List<String> words, String text) {
    return words.stream().anyMatch(text::contains);
  }
}
