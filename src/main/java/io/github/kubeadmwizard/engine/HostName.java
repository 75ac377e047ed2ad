package io.github.kubeadmwizard.engine;

/**
 * A host by the name that the user gave it (the node's name, or its address where it has none).
 *
 * @param value not blank
 */
public record HostName(String value) implements Comparable<HostName> {
  public HostName {
    if (value.isBlank()) {
      throw new IllegalArgumentException("a host needs a name");
    }
  }

  @Override
  public int compareTo(HostName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
