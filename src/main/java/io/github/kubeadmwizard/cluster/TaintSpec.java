package io.github.kubeadmwizard.cluster;

import java.util.regex.Pattern;

/**
 * A taint of a node. Source: Kubernetes core/v1 Taint.
 *
 * @param key qualified name
 * @param value may be empty
 */
public record TaintSpec(String key, String value, Effect effect) {
  private static final Pattern FORM = Pattern.compile("([^=:\\s]+)(?:=([^:\\s]*))?:(\\w+)");

  /** What happens to pods that do not tolerate it. */
  public enum Effect {
    NO_SCHEDULE("NoSchedule"),
    PREFER_NO_SCHEDULE("PreferNoSchedule"),
    NO_EXECUTE("NoExecute");

    private final String text;

    Effect(String text) {
      this.text = text;
    }

    /** As Kubernetes writes it. */
    public String text() {
      return text;
    }
  }

  /**
   * Reads {@code key=value:Effect} or {@code key:Effect}, as kubectl does.
   *
   * @throws IllegalArgumentException where the text has another form
   */
  public static TaintSpec parse(String text) {
    var form = FORM.matcher(text);
    if (form.matches()) {
      for (Effect effect : Effect.values()) {
        if (effect.text.equals(form.group(3))) {
          return new TaintSpec(form.group(1), form.group(2) == null ? "" : form.group(2), effect);
        }
      }
    }
    throw new IllegalArgumentException("not a taint: " + text);
  }

  @Override
  public String toString() {
    return key + (value.isEmpty() ? "" : "=" + value) + ":" + effect.text;
  }
}
