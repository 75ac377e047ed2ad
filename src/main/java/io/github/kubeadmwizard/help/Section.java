package io.github.kubeadmwizard.help;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A heading with what stands below it, up to the next heading.
 *
 * @param level of its heading
 * @param title its heading
 * @param lines its text, a block or a row of a table each
 */
public record Section(Place place, int level, String title, List<String> lines) {
  public Section {
    lines = List.copyOf(lines);
  }

  /** The sections of a document; what stands above its first heading is in none. */
  static List<Section> of(String name, Document document) {
    var sections = new ArrayList<Section>();
    Block.Heading heading = null;
    var lines = new ArrayList<String>();
    for (Block block : document.blocks()) {
      if (block instanceof Block.Heading next) {
        if (heading != null) {
          sections.add(section(name, heading, lines));
        }
        heading = next;
        lines.clear();
      } else {
        lines(block).filter(line -> !line.isBlank()).forEach(lines::add);
      }
    }
    if (heading != null) {
      sections.add(section(name, heading, lines));
    }
    return sections;
  }

  private static Section section(String name, Block.Heading heading, List<String> lines) {
    var place = new Place(name, heading.level() == 1 ? "" : heading.anchor());
    return new Section(place, heading.level(), heading.prose().text(), lines);
  }

  private static Stream<String> lines(Block block) {
    return switch (block) {
      case Block.Anchor _, Block.Rule _ -> Stream.empty();
      case Block.Heading(int _, Prose prose, String _) -> Stream.of(prose.text());
      case Block.Paragraph(Prose prose) -> Stream.of(prose.text());
      case Block.Code(String text) -> text.lines();
      case Block.Items(int _, var items) ->
          items.stream().flatMap(List::stream).flatMap(Section::lines);
      case Block.Table(var _, var rows) -> rows.stream().map(Section::row);
      case Block.Quote(var blocks) -> blocks.stream().flatMap(Section::lines);
    };
  }

  private static String row(List<Prose> cells) {
    return cells.stream().map(Prose::text).collect(Collectors.joining(" · "));
  }
}
