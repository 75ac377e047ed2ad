package io.github.kubeadmwizard.engine;

/**
 * The value of a variable of a host script: known when the plan is made, or only during the run.
 */
public sealed interface Var {

  /**
   * Known beforehand, and shown in previews.
   *
   * @param text may be empty or of several lines
   */
  record Text(String text) implements Var {}

  /**
   * Made by an earlier action of the run ({@link Action.RunScript#gives}) or asked from the user; a
   * preview shows {@code <name>}. It may be a secret and is never logged.
   *
   * @param name such as {@code join-token}
   */
  record RunValue(String name) implements Var {}

  /** A text known beforehand. */
  static Var of(String text) {
    return new Text(text);
  }

  /** A value that the run brings. */
  static Var given(String name) {
    return new RunValue(name);
  }
}
