package io.github.kubeadmwizard.facts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Outputs of facts.sh: debian-13 and debian-12-installing as real machines of the lab gave them,
 * rhel-9 and ubuntu-24 made by hand after the tools' formats.
 */
public final class RecordedFacts {
  private RecordedFacts() {}

  /** What the script printed. */
  public static String text(String name) {
    try (var file = RecordedFacts.class.getResourceAsStream("/facts/" + name + ".txt")) {
      if (file == null) {
        throw new IllegalArgumentException("no recorded facts: " + name);
      }
      return new String(file.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same, parsed. */
  public static HostFacts facts(String name) {
    return FactsParser.parse(text(name));
  }
}
