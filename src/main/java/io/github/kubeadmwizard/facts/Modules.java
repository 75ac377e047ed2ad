package io.github.kubeadmwizard.facts;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Kernel modules, of those that matter here, by name with underscores.
 *
 * @param states what is known of each; a name not asked for is absent
 */
public record Modules(SortedMap<String, State> states) {
  public Modules {
    states = Collections.unmodifiableSortedMap(new TreeMap<>(states));
  }

  /** Where a module is. */
  public enum State {
    /** Loaded now. */
    LOADED,
    /** Part of the kernel. */
    BUILT_IN,
    /** On disk; can be loaded. */
    AVAILABLE,
    /** Not found. */
    ABSENT,
    /** Not asked, or the kernel does not say. */
    UNKNOWN
  }

  /** What is known of a module. */
  public State of(String name) {
    return states.getOrDefault(name, State.UNKNOWN);
  }

  /** Whether it works now, without loading anything. */
  public boolean isActive(String name) {
    return of(name) == State.LOADED || of(name) == State.BUILT_IN;
  }

  /** Whether it works now or can be loaded. */
  public boolean isUsable(String name) {
    return isActive(name) || of(name) == State.AVAILABLE;
  }

  /** The same with one module in another state. */
  public Modules with(String name, State state) {
    var changed = new TreeMap<>(states);
    changed.put(name, state);
    return new Modules(changed);
  }
}
