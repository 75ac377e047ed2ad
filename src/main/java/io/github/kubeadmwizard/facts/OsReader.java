package io.github.kubeadmwizard.facts;

import java.util.List;

/** Reads os-release. */
final class OsReader {
  private OsReader() {}

  static Os read(FactsOutput out) {
    var lines = out.file("/etc/os-release").orElseGet(() -> out.lines("/usr/lib/os-release"));
    var values = Text.assignments(lines);
    return new Os(
        out.all("kernel", "kind").flatMap(head -> head.field(1).stream()).findFirst(),
        Text.value(values, "ID"),
        Text.value(values, "ID_LIKE").map(Text::words).orElse(List.of()),
        Text.value(values, "VERSION_ID"),
        Text.value(values, "VERSION_CODENAME"),
        Text.value(values, "PRETTY_NAME"));
  }
}
