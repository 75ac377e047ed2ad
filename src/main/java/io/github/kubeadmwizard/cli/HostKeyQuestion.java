package io.github.kubeadmwizard.cli;

import io.github.kubeadmwizard.session.Attempt;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.text.Words;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Shows the keys of all hosts that are seen for the first time, and asks once for all of them. */
final class HostKeyQuestion {
  private static final int TRIES = 3;

  private final Terminal terminal;
  private final PrintStream err;
  private final Words words;
  private final boolean acceptNew;

  /**
   * @param acceptNew whether all new keys are accepted without asking
   */
  HostKeyQuestion(Terminal terminal, PrintStream err, Words words, boolean acceptNew) {
    this.terminal = terminal;
    this.err = err;
    this.words = words;
    this.acceptNew = acceptNew;
  }

  Set<Attempt.NewKey> ask(List<Attempt.NewKey> keys) {
    show(keys);
    if (acceptNew) {
      say(Message.of("cli.hostKeys.accepted", keys.size()));
      return Set.copyOf(keys);
    }
    if (!terminal.canAsk()) {
      say(Message.of("cli.hostKeys.noTerminal"));
      return Set.of();
    }
    for (int i = 0; i < TRIES; i++) {
      String prompt = words.say(Message.of("cli.hostKeys.question")) + " ";
      Optional<Set<Attempt.NewKey>> chosen =
          terminal.ask(prompt).map(answer -> chosen(answer, keys)).orElse(Optional.of(Set.of()));
      if (chosen.isPresent()) {
        return chosen.get();
      }
      say(Message.of("cli.hostKeys.notUnderstood"));
    }
    return Set.of();
  }

  private void show(List<Attempt.NewKey> keys) {
    say(Message.of("cli.hostKeys.new", keys.size()));
    int names = keys.stream().mapToInt(key -> Columns.of(name(key))).max().orElse(0);
    int types = keys.stream().mapToInt(key -> Columns.of(key.type())).max().orElse(0);
    for (Attempt.NewKey key : keys) {
      err.println(
          "  "
              + Columns.pad(name(key), names)
              + "  "
              + Columns.pad(key.type(), types)
              + "  "
              + key.fingerprint());
    }
  }

  private static String name(Attempt.NewKey key) {
    var place = key.port() == 22 ? key.address() : key.address() + ":" + key.port();
    boolean named = key.isOfHost() && !key.host().value().equals(key.address());
    return named ? key.host() + " (" + place + ")" : place;
  }

  /** Empty where the answer is neither yes nor no nor a list of those that were shown. */
  private static Optional<Set<Attempt.NewKey>> chosen(String answer, List<Attempt.NewKey> keys) {
    if (Answers.isYes(answer)) {
      return Optional.of(Set.copyOf(keys));
    } else if (Answers.isNo(answer)) {
      return Optional.of(Set.of());
    }
    var chosen = new LinkedHashSet<Attempt.NewKey>();
    for (String name : Arrays.asList(answer.strip().toLowerCase(Locale.ROOT).split("[\\s,]+"))) {
      var named = keys.stream().filter(key -> isNamed(key, name)).toList();
      if (named.isEmpty()) {
        return Optional.empty();
      }
      chosen.addAll(named);
    }
    return Optional.of(chosen);
  }

  private static boolean isNamed(Attempt.NewKey key, String name) {
    return key.address().toLowerCase(Locale.ROOT).equals(name)
        || (key.isOfHost() && key.host().value().toLowerCase(Locale.ROOT).equals(name));
  }

  private void say(Message message) {
    err.println(words.say(message));
    err.flush();
  }
}
