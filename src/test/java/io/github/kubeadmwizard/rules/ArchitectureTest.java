package io.github.kubeadmwizard.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What each room may know. A rule holds for a room that does not stand yet, too. */
final class ArchitectureTest {
  private static final String ROOT = "io.github.kubeadmwizard";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  /** Small rooms that know none of ours and that every room but the engine may use. */
  private static final List<String> COMMON = List.of("text", "json", "yaml", "assets", "home");

  /** The rooms that may know few others, and which; the rest is held by the rules below. */
  private static final Map<String, List<String>> MAY_KNOW =
      Map.ofEntries(
          Map.entry("text", List.of()),
          Map.entry("json", List.of()),
          Map.entry("yaml", List.of("text")),
          Map.entry("assets", List.of()),
          Map.entry("home", List.of()),
          Map.entry("help", List.of("assets")),
          Map.entry("engine", List.of("text")),
          Map.entry("cluster", List.of("text")),
          Map.entry("pki", COMMON),
          Map.entry("kubeadm", with("cluster")),
          Map.entry("draft", with("cluster")),
          Map.entry("imports", List.of("text", "yaml", "home", "cluster", "draft")),
          Map.entry("migrate", with("cluster", "kubeadm")),
          Map.entry("facts", with("cluster", "engine")),
          Map.entry("manifests", with("cluster", "engine")),
          Map.entry("addons", with("cluster", "engine", "manifests")),
          Map.entry("os", with("cluster", "facts", "engine")),
          Map.entry(
              "check",
              with(
                  "bundle",
                  "cluster",
                  "facts",
                  "os",
                  "engine",
                  "addons",
                  "kubeadm",
                  "manifests",
                  "network")),
          Map.entry("ssh", with("cluster", "facts", "engine", "pki")),
          Map.entry("session", with("check", "cluster", "engine", "facts", "manifests", "ssh")),
          Map.entry("journal", with("engine")),
          Map.entry("export", with("cluster", "engine", "kubeadm")),
          Map.entry(
              "install",
              with("addons", "check", "cluster", "engine", "facts", "kubeadm", "manifests", "os")),
          Map.entry("practice", with("cluster", "facts", "engine", "manifests", "session", "ssh")),
          Map.entry("running", with("cluster", "engine", "session", "ssh", "pki", "addons")),
          Map.entry("smoke", with("cluster", "engine")),
          Map.entry("ui", with("engine")),
          Map.entry("diagnose", with("engine")),
          Map.entry("network", with("cluster", "facts", "engine")),
          Map.entry("bundle", with("cluster", "addons", "engine", "manifests")));

  private static List<String> with(String... rooms) {
    return Stream.concat(COMMON.stream(), Arrays.stream(rooms)).toList();
  }

  static Stream<Arguments> roomsAndWhatTheyKnow() {
    return MAY_KNOW.entrySet().stream().map(e -> Arguments.of(e.getKey(), e.getValue()));
  }

  @ParameterizedTest(name = "{0} knows only {1}")
  @MethodSource("roomsAndWhatTheyKnow")
  void aRoomKnowsOnly(String room, List<String> known) {
    var others =
        Stream.concat(CLASSES.stream().map(c -> room(c.getPackageName())), Stream.of("app"))
            .distinct()
            .filter(other -> !other.equals(room) && !known.contains(other))
            .map(ArchitectureTest::inRoom)
            .toArray(String[]::new);
    noClasses()
        .that()
        .resideInAPackage(inRoom(room))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(others)
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  static Stream<Arguments> librariesAndTheirRooms() {
    return Stream.of(
        Arguments.of(
            List.of("javafx..", "org.controlsfx..", "atlantafx..", "org.kordamp.."),
            List.of("app", "wizard", "ui")),
        Arguments.of(List.of("net.schmizz..", "com.hierynomus.."), List.of("ssh")),
        Arguments.of(List.of("org.bouncycastle.."), List.of("pki", "ssh")),
        Arguments.of(List.of("org.yaml.."), List.of("yaml")),
        Arguments.of(List.of("com.fasterxml.."), List.of("json")),
        Arguments.of(List.of("org.commonmark.."), List.of("help")),
        Arguments.of(List.of("picocli.."), List.of("cli")),
        Arguments.of(List.of("ch.qos.."), List.of("app")),
        Arguments.of(List.of("java.util.logging..", "org.apache.commons.."), List.of()));
  }

  @ParameterizedTest(name = "{0} only in {1}")
  @MethodSource("librariesAndTheirRooms")
  void aLibraryIsUsedOnlyIn(List<String> library, List<String> rooms) {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            rooms.stream().map(ArchitectureTest::inRoom).toArray(String[]::new))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(library.toArray(String[]::new))
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  @Test
  void theCommandLineAndTheWizardDoNotKnowEachOther() {
    noClasses()
        .that()
        .resideInAPackage(inRoom("cli"))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(inRoom("wizard"), inRoom("ui"))
        .allowEmptyShould(true)
        .check(CLASSES);
    noClasses()
        .that()
        .resideInAnyPackage(inRoom("wizard"), inRoom("ui"))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(inRoom("cli"))
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  @Test
  void nobodyKnowsTheAppAndNoRoomsGoInACircle() {
    noClasses()
        .that()
        .resideOutsideOfPackage(inRoom("app"))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(inRoom("app"))
        .check(CLASSES);
    slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void noNameIsEmpty() {
    noClasses()
        .should()
        .haveNameMatching(".*(Manager|Helper|Utils?)")
        .because("a name says what a thing is in the field")
        .check(CLASSES);
  }

  @Test
  void nothingStaticChanges() {
    fields().that().areStatic().should().haveModifier(JavaModifier.FINAL).check(CLASSES);
  }

  private static String inRoom(String room) {
    return ROOT + "." + room + "..";
  }

  private static String room(String packageName) {
    return packageName.substring(ROOT.length()).replaceFirst("^\\.", "").replaceFirst("\\..*", "");
  }
}
