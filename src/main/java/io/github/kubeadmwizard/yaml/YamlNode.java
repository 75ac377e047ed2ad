package io.github.kubeadmwizard.yaml;

import java.util.List;
import java.util.Optional;

/** A value of a YAML document with the place where it stands. */
public sealed interface YamlNode {

  /** Where the value begins. */
  Position at();

  /**
   * Text, a number, true or false, or nothing.
   *
   * @param text as written, without quotes; empty for a value that is not there
   * @param kind how Kubernetes' own programs read it
   */
  record Scalar(Position at, String text, Kind kind) implements YamlNode {}

  /** A list. */
  record Sequence(Position at, List<YamlNode> items) implements YamlNode {
    public Sequence {
      items = List.copyOf(items);
    }
  }

  /** Keys with values, in the order of the text; no key stands twice. */
  record Mapping(Position at, List<Entry> entries) implements YamlNode {
    public Mapping {
      entries = List.copyOf(entries);
    }

    /** The value of a key; empty where the key is absent. */
    public Optional<YamlNode> get(String key) {
      return entries.stream().filter(e -> e.key().text().equals(key)).map(Entry::value).findFirst();
    }
  }

  /** A key and its value. */
  record Entry(Scalar key, YamlNode value) {}

  /** What a scalar is. */
  enum Kind {
    TEXT,
    WHOLE,
    DECIMAL,
    BOOLEAN,
    NOTHING
  }
}
