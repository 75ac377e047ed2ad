package io.github.kubeadmwizard.cli;

import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.text.Words;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.ResourceBundle;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;

/** Gives picocli the words of options, by the keys that the options of a command line name. */
final class HelpWords extends ResourceBundle {
  private final Words words;
  private final Set<String> keys = new HashSet<>();

  HelpWords(Words words, CommandLine line) {
    this.words = words;
    learn(line);
  }

  private void learn(CommandLine line) {
    for (ArgSpec argument : line.getCommandSpec().args()) {
      if (argument.descriptionKey() != null) {
        keys.add(argument.descriptionKey());
      }
    }
    line.getSubcommands().values().forEach(this::learn);
  }

  @Override
  protected @Nullable Object handleGetObject(String key) {
    return keys.contains(key) ? words.say(new Message(key, List.of())) : null;
  }

  @Override
  public Enumeration<String> getKeys() {
    return Collections.enumeration(keys);
  }
}
