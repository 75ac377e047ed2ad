package io.github.kubeadmwizard.practice;

import io.github.kubeadmwizard.engine.Before;
import io.github.kubeadmwizard.practice.Recording.Moment;
import java.util.List;
import java.util.Map;

/**
 * How an action goes on a machine that has it before it.
 *
 * @param millis how long
 * @param unchanged whether it changes nothing, though it takes its time
 * @param names what the marks of the recording stand for
 */
record Script(
    List<Moment> moments,
    long millis,
    boolean unchanged,
    List<Before> before,
    Map<String, String> names) {
  private static final long LOOK_MILLIS = 250;

  Script {
    moments = List.copyOf(moments);
    before = List.copyOf(before);
    names = Map.copyOf(names);
  }

  /**
   * The same as it is told: only a look where it is done already, only the first half of it where
   * it fails.
   */
  Script as(boolean pending, boolean fails) {
    if (!pending) {
      return new Script(List.of(), LOOK_MILLIS, true, List.of(), names);
    }
    return fails
        ? new Script(moments.subList(0, moments.size() / 2), millis / 2, unchanged, before, names)
        : this;
  }

  /** A recorded text with this cluster's names in it. */
  static String filled(String text, Map<String, String> names) {
    String result = text;
    for (var name : names.entrySet()) {
      result = result.replace(name.getKey(), name.getValue());
    }
    return result;
  }
}
