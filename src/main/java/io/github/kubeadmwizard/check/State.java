package io.github.kubeadmwizard.check;

import io.github.kubeadmwizard.text.Message;

/** How a requirement stands. */
public enum State {
  /** It is met. */
  PASSED,
  /** It is not met yet; the installation itself sets it right. */
  SET_BY_INSTALL,
  /** It can be lived with, and should be known. */
  WARNING,
  /** It would have blocked; the user passed over it by name. */
  OVERRIDDEN,
  /** Nothing is installed before it is mended or overridden. */
  BLOCKS;

  /** Its name for the user. */
  public Message title() {
    return switch (this) {
      case PASSED -> Message.of("check.state.passed");
      case SET_BY_INSTALL -> Message.of("check.state.setByInstall");
      case WARNING -> Message.of("check.state.warning");
      case OVERRIDDEN -> Message.of("check.state.overridden");
      case BLOCKS -> Message.of("check.state.blocks");
    };
  }
}
