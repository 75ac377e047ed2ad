package io.github.kubeadmwizard.help;

import java.util.List;

/** A part of a document, one below the other. */
public sealed interface Block {

  /** A place that can be led to by this name. */
  record Anchor(String name) implements Block {}

  /**
   * The heading of what follows.
   *
   * @param level from 1, the document's title
   * @param anchor made from its words, as code hosts do
   */
  record Heading(int level, Prose prose, String anchor) implements Block {}

  /** Running text. */
  record Paragraph(Prose prose) implements Block {}

  /** Text as a machine writes it, without the last line's end. */
  record Code(String text) implements Block {}

  /**
   * A list.
   *
   * @param start the first number; 0: bullets
   */
  record Items(int start, List<List<Block>> items) implements Block {
    public Items {
      items = items.stream().map(List::copyOf).toList();
    }
  }

  /** A table; a row may be shorter than the head. */
  record Table(List<Prose> head, List<List<Prose>> rows) implements Block {
    public Table {
      head = List.copyOf(head);
      rows = rows.stream().map(List::copyOf).toList();
    }
  }

  /** Said apart. */
  record Quote(List<Block> blocks) implements Block {
    public Quote {
      blocks = List.copyOf(blocks);
    }
  }

  /** A line across. */
  record Rule() implements Block {}
}
