package io.github.kubeadmwizard.wizard.help;

import io.github.kubeadmwizard.help.Block;
import io.github.kubeadmwizard.help.Contents;
import io.github.kubeadmwizard.help.Document;
import io.github.kubeadmwizard.help.Place;
import io.github.kubeadmwizard.help.Prose;
import io.github.kubeadmwizard.help.Run;
import io.github.kubeadmwizard.help.Section;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.text.Words;
import java.util.ArrayList;
import java.util.List;

/** Lists that lead into the documentation, made as documents so that they are drawn alike. */
final class HelpTexts {
  /** A link to the about box. */
  static final String ABOUT = "about:";

  private static final int MANY = 30;
  private static final int MOST_FOUND = 40;

  private final Words words;

  HelpTexts(Words words) {
    this.words = words;
  }

  /** All documents, each with its sections. */
  Document contents(Contents contents) {
    var blocks = new ArrayList<Block>();
    blocks.add(heading(1, Prose.plain(say(Message.of("wizard.help.contents")))));
    for (List<Section> sections : contents.documents()) {
      blocks.add(heading(3, link(sections.getFirst())));
      var below =
          sections.stream()
              .skip(1)
              .filter(section -> section.level() <= (sections.size() > MANY ? 2 : 3))
              .map(section -> List.<Block>of(new Block.Paragraph(link(section))))
              .toList();
      if (!below.isEmpty()) {
        blocks.add(new Block.Items(0, below));
      }
    }
    var about = Run.link(say(Message.of("wizard.about")), ABOUT);
    blocks.add(heading(3, new Prose(List.of(about), List.of())));
    return document(blocks);
  }

  /** What was found. */
  Document found(String query, List<Contents.Found> found) {
    var blocks = new ArrayList<Block>();
    blocks.add(heading(1, Prose.plain(say(Message.of("wizard.help.found", found.size(), query)))));
    for (Contents.Found one : found.subList(0, Math.min(found.size(), MOST_FOUND))) {
      blocks.add(heading(3, link(one.section())));
      String excerpt = one.excerpt().isBlank() ? "" : ": " + one.excerpt();
      blocks.add(new Block.Paragraph(Prose.plain(one.document() + excerpt)));
    }
    return document(blocks);
  }

  /** The program was built without documentation, or a document has gone. */
  Document missing() {
    return document(
        List.of(new Block.Paragraph(Prose.plain(say(Message.of("wizard.help.missing"))))));
  }

  private String say(Message message) {
    return words.say(message);
  }

  private static Document document(List<Block> blocks) {
    return new Document("", "", blocks);
  }

  private static Block heading(int level, Prose prose) {
    return new Block.Heading(level, prose, "");
  }

  private static Prose link(Section section) {
    Place place = section.place();
    String link = place.document() + (place.anchor().isEmpty() ? "" : "#" + place.anchor());
    return new Prose(List.of(Run.link(section.title(), link)), List.of());
  }
}
