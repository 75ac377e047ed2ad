package io.github.kubeadmwizard.engine;

import io.github.kubeadmwizard.text.Secret;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What actions of a run hand to later ones, in memory only: join token, CA hash, certificate key.
 */
public final class RunValues {
  private final ConcurrentHashMap<String, Secret> values = new ConcurrentHashMap<>();

  /** Keeps a value under this name, in place of an earlier one. */
  public void put(String name, Secret value) {
    values.put(name, value);
  }

  /** The value, if an earlier action gave it. */
  public Optional<Secret> get(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /** The text with every value of this run covered, so that it can be shown and kept. */
  public String masked(String text) {
    String result = text;
    for (Secret secret : values.values()) {
      String value = secret.reveal();
      if (value.length() >= 4 && result.contains(value)) {
        result = result.replace(value, secret.toString());
      }
    }
    return result;
  }
}
