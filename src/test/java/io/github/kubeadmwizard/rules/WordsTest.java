package io.github.kubeadmwizard.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.text.Words;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The words of both languages and the code fit together; a failure prints the lines to paste. */
final class WordsTest {
  /**
   * Beginnings of keys that code completes with the names of its own values. Each is followed by
   * who does so.
   */
  private static final List<String> BUILT_BY_CODE =
      List.of(
          "check.title.", // check.Check, by its stem of words
          "check.why.",
          "check.remedy.",
          "install.action.", // by the id of an action or a phase
          "install.phase.",
          "smoke.cutOff.", // smoke.Findings, by the key of the problem
          "smoke.dns.",
          "smoke.dnsOther.",
          "smoke.exec.",
          "smoke.image.",
          "smoke.large.",
          "smoke.logs.",
          "smoke.noPod.",
          "smoke.nodePort.",
          "smoke.nodeSilent.",
          "smoke.notReady.",
          "smoke.other.",
          "smoke.service.",
          "smoke.silent.",
          "smoke.source.",
          "ssh.deadline.", // ssh.HostListener, by the key of the problem
          "ssh.noResult.",
          "ssh.restart.", // ssh.Restart, by the key of the problem
          "ssh.waitedTooLong.");

  private static final Pattern STRING = Pattern.compile("\"((?:[^\"\\\\\n]|\\\\.)*)\"");
  private static final Pattern MESSAGE =
      Pattern.compile("Message\\.of\\(\\s*\"([^\"]+)\"\\s*(\\+?)");

  /** A problem that code tells, by the beginning of its three keys. */
  private static final Pattern TOLD = Pattern.compile("\\btold\\(\\s*\"([^\"]+)\"");

  /**
   * Half-width punctuation beside a Chinese character or between two values, where the full-width
   * one is meant. A colon after a Latin letter is code, such as a key of YAML; so is {@code (_N)},
   * the letter of a button.
   */
  private static final Pattern HALF_WIDTH =
      Pattern.compile(
          "[\\p{IsHan}）”》][,;:!?]"
              + "|([,;!?]|(?<![A-Za-z]):)\\s*[\\p{IsHan}（“]"
              + "|[\\p{IsHan}}]\\((?!_)"
              + "|(?<!\\(_[A-Z])\\)[\\p{IsHan}。，；]"
              + "|\\}[,;:!?]\\s*\\{");

  /** Words with lines of CSV, a taint, or an address in them. */
  private static final Set<String> IS_CODE =
      Set.of(
          "imports.csv.noHeader",
          "wizard.hosts.list.how",
          "choices.nodes.taint.wrong",
          "install.waiting.apiPort");

  private static final List<String> SCRIPTS =
      ProjectFiles.under(ProjectFiles.ROOT.resolve("installer-assets/scripts"), file -> true)
          .stream()
          .filter(file -> file.toString().endsWith(".sh"))
          .map(ProjectFiles::text)
          .toList();

  /** What a host script says to the user: the function and the key. */
  private static final Pattern SAID =
      Pattern.compile(
          "\\b(kw_fail|kw_skip|kw_waiting|kw_tell|kw_result failed) ([a-z]+\\.[A-Za-z.]+)");

  private static final List<WordBook> ENGLISH =
      ProjectFiles.under(ProjectFiles.WORDS, file -> file.toString().endsWith(".properties"))
          .stream()
          .filter(file -> !file.toString().endsWith("_zh_CN.properties"))
          .map(WordBook::read)
          .toList();

  private static final List<String> CODE =
      ProjectFiles.java(ProjectFiles.MAIN).stream().map(ProjectFiles::text).toList();

  @Test
  void bothLanguagesHaveTheSameKeys() {
    assertThat(ENGLISH.stream().flatMap(english -> missing(english, english.chinese())))
        .as("lines to add in Chinese")
        .isEmpty();
    assertThat(ENGLISH.stream().flatMap(english -> missing(english.chinese(), english)))
        .as("lines to add in English")
        .isEmpty();
  }

  private static Stream<String> missing(WordBook from, WordBook in) {
    return from.words().entrySet().stream()
        .filter(word -> !in.words().containsKey(word.getKey()))
        .map(word -> ProjectFiles.name(in.file()) + ": " + word.getKey() + "=" + word.getValue());
  }

  /** The later one would win, without a word. */
  @Test
  void noKeyStandsTwiceInAFile() {
    assertThat(books())
        .allSatisfy(book ->
            assertThat(ProjectFiles.text(book.file()).lines())
                .as(ProjectFiles.name(book.file()))
                .filteredOn(line -> line.matches("[A-Za-z][\\w.-]*=.*"))
                .extracting(line -> line.substring(0, line.indexOf('=')))
                .doesNotHaveDuplicates());
  }

  @Test
  void bothLanguagesShowTheSameValues() {
    assertThat(ENGLISH.stream().flatMap(english -> unequal(english, english.chinese()))).isEmpty();
  }

  private static Stream<String> unequal(WordBook english, WordBook chinese) {
    return english.words().entrySet().stream()
        .filter(word -> chinese.words().containsKey(word.getKey()))
        .filter(word ->
            !WordBook.arguments(word.getValue())
                .equals(WordBook.arguments(chinese.words().get(word.getKey()))))
        .map(word -> word.getKey() + "=" + word.getValue());
  }

  @Test
  void everyPatternParses() {
    assertThat(books().flatMap(book -> book.words().entrySet().stream()).flatMap(WordsTest::fault))
        .isEmpty();
  }

  private static Stream<String> fault(Map.Entry<String, String> word) {
    return WordBook.fault(word.getValue()).stream()
        .map(fault -> word.getKey() + "=" + word.getValue() + " (" + fault + ")");
  }

  @Test
  void chineseSentencesHaveChinesePunctuation() {
    assertThat(ENGLISH.stream().flatMap(english -> english.chinese().words().entrySet().stream()))
        .filteredOn(word -> HALF_WIDTH.matcher(word.getValue()).find())
        .filteredOn(word -> !IS_CODE.contains(word.getKey()))
        .extracting(word -> word.getKey() + "=" + word.getValue())
        .isEmpty();
  }

  @Test
  void everyKeyBeginsWithItsRoomAndEveryRoomIsRead() {
    assertThat(books())
        .allSatisfy(book ->
            assertThat(book.words().keySet())
                .allSatisfy(key -> assertThat(key).startsWith(book.room() + ".")));
    assertThat(ENGLISH).extracting(WordBook::room).isSubsetOf(Words.ROOMS);
  }

  @Test
  void everyKeyInTheCodeHasWords() {
    assertThat(asked()).as("lines to add").isSubsetOf(keys());
  }

  @Test
  void everyKeyInTheScriptsHasWords() {
    assertThat(said()).as("lines to add").isSubsetOf(keys());
  }

  @Test
  void everyBeginningOfAKeyIsListedHere() {
    assertThat(CODE.stream().flatMap(code -> MESSAGE.matcher(code).results()))
        .filteredOn(found -> !found.group(2).isEmpty())
        .extracting(found -> found.group(1))
        .isSubsetOf(BUILT_BY_CODE);
  }

  @Test
  void everyKeyIsUsed() {
    var strings =
        CODE.stream()
            .flatMap(code -> STRING.matcher(code).results())
            .map(found -> found.group(1))
            .collect(Collectors.toSet());
    Set<String> said = said();
    Set<String> told = told();
    assertThat(keys())
        .as("lines to remove")
        .filteredOn(key -> !strings.contains(key))
        .filteredOn(key -> !strings.contains(failure(key))) // said by Problem.told
        .filteredOn(key -> !said.contains(key))
        .filteredOn(key -> !told.contains(key))
        .filteredOn(key -> BUILT_BY_CODE.stream().noneMatch(key::startsWith))
        .isEmpty();
  }

  /** The name of the failure that has this key among its three. */
  private static String failure(String key) {
    return key.replaceFirst("\\.(what|why|remedy)$", "");
  }

  private static Set<String> asked() {
    return CODE.stream()
        .flatMap(code -> MESSAGE.matcher(code).results())
        .filter(found -> found.group(2).isEmpty())
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> told() {
    return CODE.stream()
        .flatMap(code -> TOLD.matcher(code).results())
        .map(found -> found.group(1))
        .flatMap(id -> Stream.of(".what", ".why", ".remedy").map(id::concat))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The keys that host scripts say; a failure has three. */
  private static Set<String> said() {
    return SCRIPTS.stream()
        .flatMap(script -> SAID.matcher(script).results())
        .flatMap(found ->
            found.group(1).contains("fail")
                ? Stream.of(".what", ".why", ".remedy").map(found.group(2)::concat)
                : Stream.of(found.group(2)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> keys() {
    return ENGLISH.stream()
        .flatMap(english -> english.words().keySet().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<WordBook> books() {
    return ENGLISH.stream().flatMap(english -> Stream.of(english, english.chinese()));
  }
}
