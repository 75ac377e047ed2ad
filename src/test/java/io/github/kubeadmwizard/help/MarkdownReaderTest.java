package io.github.kubeadmwizard.help;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class MarkdownReaderTest {
  private static List<Block> read(String markdown) {
    return MarkdownReader.read("x.md", markdown).blocks();
  }

  private static Block paragraph(String text) {
    return new Block.Paragraph(Prose.plain(text));
  }

  @Test
  void anAnchorOnALineOfItsOwnStandsBeforeItsHeading() {
    assertThat(read("<a id=\"hosts\"></a>\n### Hosts and keys\nText."))
        .containsExactly(
            new Block.Anchor("hosts"),
            new Block.Heading(3, Prose.plain("Hosts and keys"), "hosts-and-keys"),
            paragraph("Text."));
  }

  @Test
  void anAnchorBetweenBlankLinesIsTheSame() {
    assertThat(read("<a id=\"hosts\"></a>\n\n## Hosts"))
        .containsExactly(
            new Block.Anchor("hosts"), new Block.Heading(2, Prose.plain("Hosts"), "hosts"));
  }

  @Test
  void headingsOfTheSameWordsHaveAnchorsOfTheirOwn() {
    assertThat(read("# A (b), `c`!\n# A (b), `c`!"))
        .extracting(block -> ((Block.Heading) block).anchor())
        .containsExactly("a-b-c", "a-b-c-1");
  }

  @Test
  void aBrokenLineGoesOnWithABlankButNotBetweenHanCharacters() {
    assertThat(read("one\ntwo")).extracting(MarkdownReaderTest::text).containsExactly("one two");
    assertThat(read("检查，\n主机\nand"))
        .extracting(MarkdownReaderTest::text)
        .containsExactly("检查，主机 and");
  }

  private static String text(Block block) {
    return ((Block.Paragraph) block).prose().text();
  }

  @Test
  void proseKeepsTheLookOfItsParts() {
    assertThat(read("a **b** *c* `d` [e `f`](g.md#h)"))
        .containsExactly(
            new Block.Paragraph(
                new Prose(
                    List.of(
                        Run.plain("a "),
                        new Run("b", true, false, false, ""),
                        Run.plain(" "),
                        new Run("c", false, true, false, ""),
                        Run.plain(" "),
                        new Run("d", false, false, true, ""),
                        Run.plain(" "),
                        Run.link("e ", "g.md#h"),
                        new Run("f", false, false, true, "g.md#h")),
                    List.of())));
  }

  @Test
  void listsCodeQuotesAndRulesAreRead() {
    assertThat(read("3. a\n4. b\n\n- c\n\n```yaml\nd: e\n\n```\n> f\n\n---"))
        .containsExactly(
            new Block.Items(3, List.of(List.of(paragraph("a")), List.of(paragraph("b")))),
            new Block.Items(0, List.of(List.of(paragraph("c")))),
            new Block.Code("d: e"),
            new Block.Quote(List.of(paragraph("f"))),
            new Block.Rule());
  }

  @Test
  void aTableHasAHeadAndRowsWithTheAnchorsOfTheirCells() {
    assertThat(read("| a | b |\n| --- | --- |\n| <a id=\"Swap\"></a>`Swap` | x \\| y |"))
        .containsExactly(
            new Block.Table(
                List.of(Prose.plain("a"), Prose.plain("b")),
                List.of(
                    List.of(
                        new Prose(
                            List.of(new Run("Swap", false, false, true, "")), List.of("Swap")),
                        Prose.plain("x | y")))));
  }
}
