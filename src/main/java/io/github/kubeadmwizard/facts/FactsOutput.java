package io.github.kubeadmwizard.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What facts.sh printed, cut into head lines and the lines below each. */
final class FactsOutput {
  static final String SEPARATOR = "\u001f";

  /**
   * A head line.
   *
   * @param name its first field
   * @param fields the others
   * @param body the lines below it, up to the next head
   */
  record Head(String name, List<String> fields, List<String> body) {
    /** A field by its place, 0 the first after the name; blank counts as absent. */
    Optional<String> field(int place) {
      return place < fields.size()
          ? Optional.of(fields.get(place)).filter(text -> !text.isBlank())
          : Optional.empty();
    }
  }

  private final List<Head> heads = new ArrayList<>();
  private final List<String> odd = new ArrayList<>();

  FactsOutput(String text) {
    List<String> body = odd; // lines before the first head belong to nobody
    for (var line : text.lines().toList()) {
      if (line.startsWith(SEPARATOR)) {
        var parts = List.of(line.substring(1).split(SEPARATOR, -1));
        body = new ArrayList<>();
        heads.add(new Head(parts.getFirst(), parts.subList(1, parts.size()), body));
      } else {
        body.add(line);
      }
    }
    heads.addAll(0, BulkHeads.of(heads, odd::add));
  }

  Stream<Head> all(String name) {
    return heads.stream().filter(head -> head.name().equals(name));
  }

  /** All heads of that name whose first field is this. */
  Stream<Head> all(String name, String first) {
    return all(name).filter(head -> head.field(0).filter(first::equals).isPresent());
  }

  /** A field of the first head of that name. */
  Optional<String> field(String name, int place) {
    return all(name).flatMap(head -> head.field(place).stream()).findFirst();
  }

  boolean has(String name) {
    return all(name).findAny().isPresent();
  }

  /** The lines of a command's output; none where it did not run. */
  List<String> text(String name) {
    return all("text", name).flatMap(head -> head.body().stream()).toList();
  }

  /** The lines of a file; empty where it was not there. */
  Optional<List<String>> file(String path) {
    return all("file", path).map(Head::body).findFirst();
  }

  /** The lines of a file; none where it was not there. */
  List<String> lines(String path) {
    return file(path).orElse(List.of());
  }

  /** Files whose path begins so. */
  Stream<TextFile> files(String prefix) {
    return all("file")
        .filter(head -> head.field(0).filter(path -> path.startsWith(prefix)).isPresent())
        .map(head -> new TextFile(head.field(0).orElseThrow(), String.join("\n", head.body())));
  }

  /** Remembers a line that was not understood. */
  void odd(String line) {
    odd.add(line);
  }

  List<String> odd() {
    return List.copyOf(odd);
  }
}
