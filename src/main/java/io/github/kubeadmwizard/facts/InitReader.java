package io.github.kubeadmwizard.facts;

import java.util.OptionalInt;

/** Reads what runs as process 1. */
final class InitReader {
  private InitReader() {}

  static InitSystem read(FactsOutput out, Units units) {
    var manager = Text.assignments(out.text("manager"));
    var version =
        Text.value(manager, "Version")
            .map(text -> text.replaceFirst("^systemd ", ""))
            .map(Text::leading)
            .orElse(OptionalInt.empty());
    var failed =
        out.text("failed-units").stream()
            .map(line -> line.replaceFirst("^\\W+\\s", ""))
            .filter(line -> !line.isBlank())
            .map(line -> Text.words(line).getFirst())
            .toList();
    return new InitSystem(
        out.field("init", 0),
        version,
        Text.value(manager, "SystemState"),
        failed,
        units.existing());
  }
}
