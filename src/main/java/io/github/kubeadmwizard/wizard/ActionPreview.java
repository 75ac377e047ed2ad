package io.github.kubeadmwizard.wizard;

import io.github.kubeadmwizard.engine.Action;
import io.github.kubeadmwizard.engine.HostScript;

/** What an action runs on the host: its script and what it hands to it, secrets covered. */
public final class ActionPreview {
  private static final int LONGEST_VALUE = 200;

  private ActionPreview() {}

  /** As lines; long values are cut. */
  public static String of(Action action) {
    HostScript script = HostScript.of(action);
    var text = new StringBuilder(script.script());
    script
        .shown()
        .forEach(
            (name, value) -> text.append("\n  ").append(name).append('=').append(shortened(value)));
    return text.toString();
  }

  private static String shortened(String value) {
    return value.length() > LONGEST_VALUE ? value.substring(0, LONGEST_VALUE) : value;
  }
}
