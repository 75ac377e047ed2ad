package io.github.kubeadmwizard.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
  private static final List<String> NOT_PAGES = List.of("target", "src");

  private static final List<Markdown> PAGES =
      places()
          .flatMap(place -> ProjectFiles.under(place, file -> true).stream())
          .filter(file -> file.toString().endsWith(".md"))
          .map(Markdown::read)
          .toList();

  /** What lies in the project's directory, but for what is hidden or made. */
  private static Stream<Path> places() {
    try (Stream<Path> all = Files.list(ProjectFiles.ROOT)) {
      return all
          .filter(place -> !place.getFileName().toString().matches("\\.(?!github).*"))
          .filter(place -> !NOT_PAGES.contains(place.getFileName().toString()))
          .sorted()
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void everyLinkLeadsSomewhere() {
    assertThat(PAGES).isNotEmpty();
    assertThat(PAGES.stream().flatMap(LinksTest::dead)).isEmpty();
  }

  @Test
  void everyAnchorStandsOnce() {
    assertThat(
            PAGES.stream()
                .flatMap(page ->
                    page.twice().stream().map(id -> ProjectFiles.name(page.file()) + "#" + id)))
        .isEmpty();
  }

  @Test
  void everyPageHasItsChineseTwin() {
    assertThat(names(DOCS)).isEqualTo(names(CHINESE));
  }

  @Test
  void twinsHaveTheSameAnchorsAndAsManyHeadings() {
    assertThat(in(DOCS).stream().flatMap(LinksTest::unlike)).isEmpty();
  }

  private static Stream<String> unlike(Markdown page) {
    var twin = Markdown.read(CHINESE.resolve(page.file().getFileName()));
    var unlike = new ArrayList<String>();
    if (!twin.ids().equals(page.ids())) {
      unlike.add("anchors " + twin.ids() + ", in English " + page.ids());
    }
    if (!levels(twin).equals(levels(page))) {
      unlike.add("headings of levels " + levels(twin) + ", in English " + levels(page));
    }
    return unlike.stream().map(fault -> ProjectFiles.name(twin.file()) + ": " + fault);
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

  private static Set<String> names(Path directory) {
    var names = new TreeSet<String>();
    in(directory).forEach(page -> names.add(page.file().getFileName().toString()));
    return names;
  }

  private static List<Integer> levels(Markdown page) {
    return page.headings().stream().map(heading -> heading.indexOf(' ')).toList();
  }
}
