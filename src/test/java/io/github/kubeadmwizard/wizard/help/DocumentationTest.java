package io.github.kubeadmwizard.wizard.help;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.help.Contents;
import io.github.kubeadmwizard.help.Document;
import io.github.kubeadmwizard.help.Library;
import io.github.kubeadmwizard.help.Place;
import io.github.kubeadmwizard.help.Target;
import io.github.kubeadmwizard.wizard.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The documentation as the program brings it along, in both languages. */
final class DocumentationTest {
  private static final Path DOCS =
      Path.of(System.getProperty("project.directory", "")).resolve("docs");

  static Stream<Locale> languages() {
    return Stream.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE);
  }

  @ParameterizedTest
  @MethodSource("languages")
  void everyPageOfTheWizardHasItsPart(Locale language) {
    var library = new Library(language);
    assertThat(Step.all())
        .extracting(HelpModel::placeOf)
        .allSatisfy(place -> assertThat(library.has(place)).as(place.toString()).isTrue());
  }

  @ParameterizedTest
  @MethodSource("languages")
  void theContentsLeadToEveryDocument(Locale language) throws IOException {
    var found = new Contents(new Library(language)).documents();
    assertThat(found)
        .extracting(sections -> sections.getFirst().place().document())
        .containsAll(documents());
  }

  /** Those for users; decisions are for those who work on it. */
  private static List<String> documents() throws IOException {
    try (var files = Files.list(DOCS)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".md") && !name.equals(Library.INDEX))
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("languages")
  void searchFindsAPageByItsName(Locale language) {
    String name = language.equals(Locale.SIMPLIFIED_CHINESE) ? "撤销" : "undo";
    var found = new Contents(new Library(language)).search(name);
    assertThat(found).isNotEmpty();
    assertThat(new Contents(new Library(language)).search("  ")).isEmpty();
    assertThat(new Contents(new Library(language)).search("nowhere-in-it")).isEmpty();
  }

  @Test
  void aLinkLeadsIntoTheDocumentationOrOutOfItOrNowhere() {
    var library = new Library(Locale.SIMPLIFIED_CHINESE);
    var chinese = new Document("zh_CN/wizard.md", "", List.of());
    assertThat(
            Stream.of(
                    "checks.md#Swap",
                    "../cluster.example.yaml",
                    "#keys",
                    "https://kubernetes.io/",
                    "../../README.md",
                    "../wizard.md",
                    "../decisions/")
                .map(link -> library.target(chinese, link)))
        .containsExactly(
            new Target.Inside(new Place("checks.md", "Swap")),
            new Target.Inside(new Place("cluster.example.yaml", "")),
            new Target.Inside(new Place("wizard.md", "keys")),
            new Target.Outside("https://kubernetes.io/"),
            new Target.Nowhere(),
            new Target.Nowhere(),
            new Target.Nowhere());
  }

  @Test
  void aDocumentThatIsNotTranslatedIsTakenInEnglish() {
    var decision = "decisions/json.md"; // decisions are in English only
    var chinese = new Library(Locale.SIMPLIFIED_CHINESE);
    assertThat(chinese.document(decision)).map(Document::file).contains(decision);
    assertThat(chinese.document(decision)).map(chinese::isForeign).contains(true);
    assertThat(new Library(Locale.ENGLISH).document("no.md")).isEmpty();
  }
}
