package io.github.kubeadmwizard.cli;

import io.github.kubeadmwizard.session.SecretBook;
import io.github.kubeadmwizard.session.SecretNeed;
import io.github.kubeadmwizard.session.SecretNeed.Kind;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.text.Secret;
import io.github.kubeadmwizard.text.Words;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Asks for secrets on the terminal, as few times as possible: one passphrase for a key that several
 * hosts share, and one password for all hosts of a user unless they differ.
 */
final class SecretQuestion {
  private static final int TRIES = 3;

  private final Terminal terminal;
  private final PrintStream err;
  private final Words words;
  private final SecretBook book;
  private final Map<Group, Integer> tries = new HashMap<>();

  SecretQuestion(Terminal terminal, PrintStream err, Words words, SecretBook book) {
    this.terminal = terminal;
    this.err = err;
    this.words = words;
    this.book = book;
  }

  /** What belongs together: the same key file, or the same user. */
  private record Group(Kind kind, String what) {}

  Set<SecretNeed> ask(List<SecretNeed> needs) {
    if (!terminal.canAsk()) {
      err.println(words.say(Message.of("cli.secrets.noTerminal", needs.size())));
      needs.stream().map(SecretNeed::path).distinct().forEach(path -> err.println("  " + path));
      err.flush();
      return Set.of();
    }
    var groups = new LinkedHashMap<Group, List<SecretNeed>>();
    needs.forEach(need -> groups.computeIfAbsent(group(need), _ -> new ArrayList<>()).add(need));
    var given = new HashSet<SecretNeed>();
    groups.forEach((group, members) -> given.addAll(ask(group, members)));
    return given;
  }

  private static Group group(SecretNeed need) {
    return new Group(need.kind(), need.keyFile().orElse(need.user()));
  }

  private List<SecretNeed> ask(Group group, List<SecretNeed> needs) {
    if (tries.merge(group, 1, Integer::sum) > TRIES) {
      return List.of();
    }
    if (needs.stream().anyMatch(SecretNeed::again)) {
      err.println(words.say(Message.of("cli.secrets.wrong", names(needs))));
    }
    boolean canDiffer = group.kind() != Kind.PASSPHRASE && needs.size() > 1;
    Optional<Secret> one = terminal.askSecret(prompt(group, needs, canDiffer));
    if (one.isEmpty()) {
      return List.of();
    }
    if (one.get().isEmpty()) {
      return canDiffer ? each(group, needs) : List.of();
    }
    needs.forEach(need -> keep(need, one.get()));
    return needs;
  }

  private List<SecretNeed> each(Group group, List<SecretNeed> needs) {
    var given = new ArrayList<SecretNeed>();
    for (SecretNeed need : needs) {
      terminal
          .askSecret(prompt(group, List.of(need), false))
          .filter(secret -> !secret.isEmpty())
          .ifPresent(secret -> {
            keep(need, secret);
            given.add(need);
          });
    }
    return given;
  }

  private void keep(SecretNeed need, Secret secret) {
    book.put(need.kind(), need.name(), secret);
  }

  private String prompt(Group group, List<SecretNeed> needs, boolean canDiffer) {
    Message question =
        switch (group.kind()) {
          case PASSPHRASE -> Message.of("cli.secrets.passphrase", group.what());
          case PASSWORD -> Message.of("cli.secrets.password", group.what(), names(needs));
          case SUDO -> Message.of("cli.secrets.sudo", group.what(), names(needs));
        };
    var asked = words.say(question);
    return canDiffer ? asked + words.say(Message.of("cli.secrets.orEach")) + ": " : asked + ": ";
  }

  private static List<String> names(List<SecretNeed> needs) {
    return needs.stream()
        .map(need -> need.name().equals(SecretBook.BASTION) ? need.address() : need.name())
        .distinct()
        .toList();
  }
}
