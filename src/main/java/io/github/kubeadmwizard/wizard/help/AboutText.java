package io.github.kubeadmwizard.wizard.help;

import io.github.kubeadmwizard.help.Block;
import io.github.kubeadmwizard.help.Build;
import io.github.kubeadmwizard.help.Document;
import io.github.kubeadmwizard.help.Prose;
import io.github.kubeadmwizard.help.Run;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.text.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What this program is made of and runs on: to be drawn, and to be copied for a report. */
final class AboutText {
  private final Words words;
  private final Build build;

  AboutText(Words words, Build build) {
    this.words = words;
    this.build = build;
  }

  /** Name and version. */
  String title() {
    return say(Message.of("wizard.about.title", build.version()));
  }

  /** What is drawn. */
  Document document() {
    var blocks = new ArrayList<Block>();
    blocks.add(new Block.Heading(1, Prose.plain(title()), ""));
    blocks.add(paragraph(Message.of("wizard.about.what")));
    blocks.add(table(facts()));
    blocks.add(paragraph(Message.of("wizard.about.asksNobody")));
    blocks.add(heading(Message.of("wizard.about.libraries", build.libraries().size())));
    blocks.add(
        new Block.Table(
            List.of(
                Prose.plain(say(Message.of("wizard.about.library"))),
                Prose.plain(say(Message.of("wizard.about.version"))),
                Prose.plain(say(Message.of("wizard.about.licence")))),
            build.libraries().stream().map(AboutText::row).toList()));
    return new Document("", title(), blocks);
  }

  /** The same as plain text; in English words where they are names of things. */
  String plain() {
    var text = new StringBuilder(title()).append('\n');
    facts().forEach((name, value) -> text.append(name).append(": ").append(value).append('\n'));
    build
        .libraries()
        .forEach(part ->
            text.append("%s %s (%s)\n".formatted(part.name(), part.version(), part.licence())));
    return text.toString();
  }

  private Map<String, String> facts() {
    var facts = new LinkedHashMap<String, String>();
    facts.put(
        "Java",
        say(
            Message.of(
                "wizard.about.runsBuilt",
                Runtime.version() + ", " + System.getProperty("java.vendor", ""),
                build.java())));
    facts.put(
        "JavaFX",
        say(
            Message.of(
                "wizard.about.runsBuilt",
                System.getProperty("javafx.runtime.version", ""),
                build.javafx())));
    facts.put(
        say(Message.of("wizard.about.system")),
        String.join(
            " ",
            System.getProperty("os.name", ""),
            System.getProperty("os.version", ""),
            System.getProperty("os.arch", "")));
    facts.put(say(Message.of("wizard.about.licence")), build.licence());
    return facts;
  }

  private Block table(Map<String, String> facts) {
    return new Block.Table(
        List.of(Prose.plain(""), Prose.plain("")),
        facts.entrySet().stream()
            .map(fact -> List.of(Prose.plain(fact.getKey()), value(fact.getValue())))
            .toList());
  }

  private Prose value(String value) {
    return value.equals(build.licence())
        ? new Prose(List.of(Run.link(value, build.licenceAddress())), List.of())
        : Prose.plain(value);
  }

  private static List<Prose> row(Build.Part part) {
    String name = part.name().substring(part.name().indexOf(':') + 1);
    return List.of(
        new Prose(List.of(Run.link(name, part.address())), List.of()),
        Prose.plain(part.version()),
        Prose.plain(part.licence()));
  }

  private Block heading(Message text) {
    return new Block.Heading(2, Prose.plain(say(text)), "");
  }

  private Block paragraph(Message text) {
    return new Block.Paragraph(Prose.plain(say(text)));
  }

  private String say(Message message) {
    return words.say(message);
  }
}
