package io.github.kubeadmwizard.help;

import io.github.kubeadmwizard.assets.Assets;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Properties;

/**
 * What this program was built from, as the build wrote it down.
 *
 * @param java the version of Java that it was built for
 * @param javafx the version of JavaFX that it was built with
 * @param licence its own licence, by its SPDX name
 * @param licenceAddress where that can be read
 * @param libraries what of others is in it; empty where the build wrote no list
 */
public record Build(
    String version,
    String java,
    String javafx,
    String licence,
    String licenceAddress,
    List<Part> libraries) {
  private static final String FACTS = "build.properties";
  private static final String LIBRARIES = "libraries.tsv";

  public Build {
    libraries = List.copyOf(libraries);
  }

  /**
   * A library.
   *
   * @param name group and artifact, as Maven names it
   * @param licence one or several to choose from
   * @param address its home page; empty where it names none
   */
  public record Part(String name, String version, String licence, String address) {}

  /** Of this program. */
  public static Build ofThisProgram() {
    var facts = facts(Assets.exists(FACTS) ? Assets.text(FACTS) : "");
    return new Build(
        facts.getProperty("version", ""),
        facts.getProperty("java", ""),
        facts.getProperty("javafx", ""),
        facts.getProperty("licence", ""),
        facts.getProperty("licenceAddress", ""),
        parts(Assets.exists(LIBRARIES) ? Assets.text(LIBRARIES) : ""));
  }

  private static Properties facts(String text) {
    var facts = new Properties();
    try {
      facts.load(new StringReader(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return facts;
  }

  static List<Part> parts(String text) {
    return text.lines()
        .map(line -> line.split("\t", -1))
        .filter(cells -> cells.length == 4)
        .map(cells -> new Part(cells[0], cells[1], cells[2], cells[3]))
        .toList();
  }
}
