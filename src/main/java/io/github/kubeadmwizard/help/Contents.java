package io.github.kubeadmwizard.help;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** All documents that the index names, in its order, with their sections; and a search in them. */
public final class Contents {
  private static final int EXCERPT = 120;
  private static final int BEFORE = 40;

  private final Map<String, List<Section>> documents = new LinkedHashMap<>();

  /**
   * A section that was found.
   *
   * @param document the title of its document
   * @param excerpt around what was found
   */
  public record Found(String document, Section section, String excerpt) {}

  /** Of the documentation in this language. */
  public Contents(Library library) {
    library
        .document(Library.INDEX)
        .ifPresent(index ->
            index.blocks().stream()
                .flatMap(Contents::runs)
                .filter(run -> !run.link().isEmpty())
                .map(run -> library.target(index, run.link()))
                .forEach(target -> add(library, target)));
  }

  private void add(Library library, Target target) {
    if (target instanceof Target.Inside(Place place)
        && place.document().endsWith(".md")
        && !place.document().equals(Library.INDEX)) {
      library
          .document(place.document())
          .ifPresent(document ->
              documents.putIfAbsent(place.document(), Section.of(place.document(), document)));
    }
  }

  /** The sections of each document. */
  public List<List<Section>> documents() {
    return documents.values().stream().filter(sections -> !sections.isEmpty()).toList();
  }

  /** The sections that have all these words, those that have them in the heading first. */
  public List<Found> search(String query) {
    List<String> words =
        List.of(query.strip().toLowerCase(Locale.ROOT).split("\\s+", 0)).stream()
            .filter(word -> !word.isEmpty())
            .toList();
    if (words.isEmpty()) {
      return List.of();
    }
    var inHeading = new ArrayList<Found>();
    var inText = new ArrayList<Found>();
    for (List<Section> sections : documents()) {
      for (Section section : sections) {
        String title = section.title().toLowerCase(Locale.ROOT);
        String all = title + "\n" + String.join("\n", section.lines()).toLowerCase(Locale.ROOT);
        if (words.stream().allMatch(all::contains)) {
          boolean named = words.stream().allMatch(title::contains);
          (named ? inHeading : inText).add(found(sections, section, words));
        }
      }
    }
    return Stream.concat(inHeading.stream(), inText.stream()).toList();
  }

  private static Found found(List<Section> sections, Section section, List<String> words) {
    String line =
        section.lines().stream()
            .filter(one -> words.stream().anyMatch(one.toLowerCase(Locale.ROOT)::contains))
            .findFirst()
            .or(() -> section.lines().stream().findFirst())
            .orElse("");
    return new Found(sections.getFirst().title(), section, excerpt(line, words));
  }

  private static String excerpt(String line, List<String> words) {
    String low = line.toLowerCase(Locale.ROOT);
    int at = words.stream().mapToInt(low::indexOf).filter(i -> i >= 0).min().orElse(0);
    int from = Math.max(0, at - BEFORE);
    int to = Math.min(line.length(), from + EXCERPT);
    return (from > 0 ? "…" : "") + line.substring(from, to) + (to < line.length() ? "…" : "");
  }

  private static Stream<Run> runs(Block block) {
    return switch (block) {
      case Block.Paragraph(Prose prose) -> prose.runs().stream();
      case Block.Items(int _, var items) ->
          items.stream().flatMap(List::stream).flatMap(Contents::runs);
      case Block.Table(var _, var rows) ->
          rows.stream().flatMap(List::stream).flatMap(cell -> cell.runs().stream());
      case Block.Quote(var blocks) -> blocks.stream().flatMap(Contents::runs);
      case Block.Anchor _, Block.Rule _, Block.Heading _, Block.Code _ -> Stream.empty();
    };
  }
}
