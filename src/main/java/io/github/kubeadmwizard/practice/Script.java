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
  Script {
    moments = List.copyOf(moments);
    before = List.copyOf(before);
    names = Map.copyOf(names);
  }

  /** All of it, or only its beginning where it fails. */
  List<Moment> until(boolean fails) {
    return fails ? moments.subList(0, Math.min(1, moments.size())) : moments;
  }
}
