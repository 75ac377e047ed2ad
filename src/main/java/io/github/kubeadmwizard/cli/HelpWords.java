package io.github.kubeadmwizard.cli;

import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.text.Words;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** Gives picocli the words of options, by the keys that they name. */
final class HelpWords extends ResourceBundle {
  private static final List<String> KEYS =
      List.of(
          "cli.option.acceptNewHostKeys",
          "cli.option.addLabel",
          "cli.option.addTaint",
          "cli.option.allNodes",
          "cli.option.archive",
          "cli.option.bundle",
          "cli.option.bundleOutput",
          "cli.option.context",
          "cli.option.dryRun",
          "cli.option.file",
          "cli.option.for",
          "cli.option.help",
          "cli.option.host",
          "cli.option.image",
          "cli.option.imported",
          "cli.option.json",
          "cli.option.kubeadm",
          "cli.option.lang",
          "cli.option.list",
          "cli.option.merge",
          "cli.option.node",
          "cli.option.out",
          "cli.option.podsOnControlPlanes",
          "cli.option.overwrite",
          "cli.option.output",
          "cli.option.practice",
          "cli.option.removeLabel",
          "cli.option.removeTaint",
          "cli.option.run",
          "cli.option.save",
          "cli.option.secretsFromStdin",
          "cli.option.shell",
          "cli.option.verbose",
          "cli.option.versionInfo",
          "cli.option.yes",
          "cli.option.yesEvict");

  private final Words words;

  HelpWords(Words words) {
    this.words = words;
  }

  @Override
  protected @Nullable Object handleGetObject(String key) {
    return KEYS.contains(key) ? words.say(new Message(key, List.of())) : null;
  }

  @Override
  public Enumeration<String> getKeys() {
    return Collections.enumeration(KEYS);
  }
}
