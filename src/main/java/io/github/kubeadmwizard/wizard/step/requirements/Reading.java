package io.github.kubeadmwizard.wizard.step.requirements;

import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.facts.HostFacts;
import io.github.kubeadmwizard.session.FactsReader;
import io.github.kubeadmwizard.session.Workshop;
import io.github.kubeadmwizard.wizard.Connections;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What all machines answered, and what they were asked to try. */
record Reading(Map<HostName, FactsReader.Answer> answers, Tried tried) {

  /** Reads them, not on JavaFX's thread. */
  static Reading of(ClusterSpec spec, Workshop workshop, Connections connections) {
    var asked = new ConcurrentHashMap<HostName, Set<String>>();
    var answers =
        workshop
            .reading()
            .over(connections.fleet())
            .readProbing(
                spec,
                (host, its) -> {
                  List<String> probes = workshop.checking().probes(spec, host, its);
                  asked.put(host, Set.copyOf(probes));
                  return probes;
                });
    return new Reading(answers, new Tried(Optional.of(spec), asked));
  }

  /** What was read of each machine that answered, in their order. */
  Map<HostName, HostFacts> facts() {
    var facts = new LinkedHashMap<HostName, HostFacts>();
    answers.forEach((host, answer) -> {
      if (answer instanceof FactsReader.Read read) {
        facts.put(host, read.facts());
      }
    });
    return Collections.unmodifiableMap(facts);
  }

  /** The addresses that each host was asked to try, and for which wish. */
  record Tried(Optional<ClusterSpec> wish, Map<HostName, Set<String>> addresses) {
    static final Tried NOTHING = new Tried(Optional.empty(), Map.of());

    /** Whether there are others now; for the very same wish nothing else can be asked. */
    boolean lacks(
        ClusterSpec spec, Map<HostName, FactsReader.Read> seen, Workshop.Checking checking) {
      return wish.filter(spec::equals).isEmpty()
          && seen.entrySet().stream()
              .anyMatch(one -> {
                var probes = checking.probes(spec, one.getKey(), one.getValue().facts());
                return !addresses.getOrDefault(one.getKey(), Set.of()).containsAll(probes);
              });
    }
  }
}
