package io.github.kubeadmwizard.rules;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The words of one room in one language, read as the program reads them. */
record WordBook(Path file, Map<String, String> words) {
  private static final Pattern ARGUMENT = Pattern.compile("\\{\\s*(\\d+)");
  private static final Pattern QUOTED = Pattern.compile("'[^']*[{}][^']*'");

  static WordBook read(Path file) {
    var properties = new Properties();
    try {
      if (Files.exists(file)) {
        properties.load(new StringReader(Files.readString(file)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var words = new TreeMap<String, String>();
    properties.stringPropertyNames().forEach(key -> words.put(key, properties.getProperty(key)));
    return new WordBook(file, words);
  }

  String room() {
    return file.getFileName().toString().replaceFirst("(_zh_CN)?\\.properties$", "");
  }

  WordBook chinese() {
    return read(file.resolveSibling(room() + "_zh_CN.properties"));
  }

  /** What is wrong with this pattern as a MessageFormat, if anything. */
  static Optional<String> fault(String pattern) {
    try {
      new MessageFormat(pattern);
    } catch (IllegalArgumentException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
    return plain(pattern).contains("'")
        ? Optional.of("a single apostrophe is swallowed: write two")
        : Optional.empty();
  }

  /** The values that a pattern shows, as their numbers. */
  static Set<String> arguments(String pattern) {
    return ARGUMENT
        .matcher(plain(pattern))
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String plain(String pattern) {
    return QUOTED.matcher(pattern.replace("''", "")).replaceAll("");
  }
}
