package io.github.kubeadmwizard.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * No dead link in any page, and the documentation is the same in both languages. Links to elsewhere
 * are not followed: the build needs no network.
 */
final class LinksTest {
  private static final Path DOCS = ProjectFiles.ROOT.resolve("docs");
  private static final Path CHINESE = DOCS.resolve("zh_CN");

  /** Frames of made pages stand beside the tests and have the links of the pages. */
  private static final List<String> NOT_PAGES = List.of("target", ".git", "src");

  private static final List<Markdown> PAGES =
      ProjectFiles.under(ProjectFiles.ROOT, file -> file.toString().endsWith(".md")).stream()
          .filter(
              file -> !NOT_PAGES.contains(ProjectFiles.ROOT.relativize(file).getName(0).toString()))
          .map(Markdown::read)
          .toList();

  @Test
  void everyLinkLeadsSomewhere() {
    assertThat(PAGES).isNotEmpty();
    assertThat(PAGES.stream().flatMap(LinksTest::dead)).isEmpty();
  }

  @Test
  void everyAnchorStandsOnce() {
    assertThat(PAGES)
        .allSatisfy(page -> assertThat(page.twice()).as(page.file().toString()).isEmpty());
  }

  @Test
  void everyPageHasItsChineseTwin() {
    assertThat(names(DOCS)).isEqualTo(names(CHINESE));
  }

  @Test
  void twinsHaveTheSameAnchorsAndAsManyHeadings() {
    assertThat(in(DOCS))
        .allSatisfy(page -> {
          var twin = Markdown.read(CHINESE.resolve(page.file().getFileName()));
          assertThat(twin.ids()).as(twin.file().toString()).isEqualTo(page.ids());
          assertThat(levels(twin)).as(twin.file().toString()).isEqualTo(levels(page));
        });
  }

  private static Stream<String> dead(Markdown page) {
    return page.links().stream()
        .filter(link -> !link.matches("(https?|mailto):.*"))
        .flatMap(link -> fault(page, link).stream())
        .map(fault -> ProjectFiles.name(page.file()) + ": " + fault);
  }

  private static Optional<String> fault(Markdown page, String link) {
    var parts = URLDecoder.decode(link.replace("+", "%2B"), StandardCharsets.UTF_8).split("#", 2);
    var file = parts[0].isEmpty() ? page.file() : page.file().resolveSibling(parts[0]).normalize();
    if (parts[0].startsWith("/") || !file.startsWith(ProjectFiles.ROOT) || !Files.exists(file)) {
      return Optional.of(link + " (no such file)");
    }
    boolean anchored = parts.length < 2 || Markdown.read(file).targets().contains(parts[1]);
    return anchored ? Optional.empty() : Optional.of(link + " (no such anchor)");
  }

  private static List<Markdown> in(Path directory) {
    return PAGES.stream().filter(page -> directory.equals(page.file().getParent())).toList();
  }

  private static TreeSet<String> names(Path directory) {
    var names = new TreeSet<String>();
    in(directory).forEach(page -> names.add(page.file().getFileName().toString()));
    return names;
  }

  private static List<Integer> levels(Markdown page) {
    return page.headings().stream().map(heading -> heading.indexOf(' ')).toList();
  }
}
