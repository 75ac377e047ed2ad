package io.github.kubeadmwizard.wizard.step.runtime;

import io.github.kubeadmwizard.cluster.Mirror;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where packages or images come from. */
public sealed interface Place {
  /** From upstream. */
  record Official() implements Place {}

  /** From a mirror that is called by its name. */
  record Named(Mirror mirror) implements Place {}

  /** From where the user says. */
  record Own() implements Place {}

  /** All that can be chosen of these mirrors. */
  static List<Place> among(List<Mirror> mirrors) {
    return Stream.of(
            Stream.of(new Official()), mirrors.stream().map(Named::new), Stream.of(new Own()))
        .<Place>flatMap(places -> places)
        .toList();
  }

  /** The mirror, where it is one. */
  default Optional<Mirror> named() {
    return this instanceof Named(Mirror mirror) ? Optional.of(mirror) : Optional.empty();
  }
}
