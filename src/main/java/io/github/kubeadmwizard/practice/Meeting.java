package io.github.kubeadmwizard.practice;

/** What a practice machine asks for before it lets anybody in. */
public enum Meeting {
  /** It is known and asks for nothing. */
  KNOWN,
  /** Its host key was never seen. */
  NEW_KEY,
  /** Its sudo wants a password. */
  SUDO_PASSWORD
}
