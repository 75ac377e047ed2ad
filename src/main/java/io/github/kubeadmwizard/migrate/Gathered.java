package io.github.kubeadmwizard.migrate;

import io.github.kubeadmwizard.migrate.Change.Kind;
import io.github.kubeadmwizard.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What was found in the old text so far. */
final class Gathered {
  private final Target target;
  private final List<Statement> statements = new ArrayList<>();
  private final List<Change> changes = new ArrayList<>();
  private int number;

  Gathered(Target target) {
    this.target = target;
  }

  Target target() {
    return target;
  }

  /** From here on it is the next document that joins. */
  void nextJoin(int join) {
    number = join;
  }

  void state(Origin from, Paper paper, String path, Object value) {
    state(from, paper, path, value, Optional.empty());
  }

  void state(Origin from, Paper paper, String path, Object value, Optional<Message> why) {
    int of = paper == Paper.JOIN ? number : 0;
    boolean twice =
        !path.endsWith("[]")
            && statements.stream()
                .anyMatch(s -> s.paper() == paper && s.number() == of && s.path().equals(path));
    if (twice) {
      drop(from, Message.of("migrate.twice", paper.kind() + "." + path));
    } else {
      statements.add(new Statement(from, paper, of, path, value, why));
    }
  }

  void drop(Origin from, Message why) {
    changes.add(new Change(from.at(), from.path(), Kind.DROPPED, Optional.empty(), why));
  }

  void secret(Origin from) {
    changes.add(
        new Change(
            from.at(), from.path(), Kind.SECRET, Optional.empty(), Message.of("migrate.secret")));
  }

  void unknown(Origin from, Message why) {
    changes.add(new Change(from.at(), from.path(), Kind.UNKNOWN, Optional.empty(), why));
  }

  List<Statement> statements() {
    return statements;
  }

  List<Change> changes() {
    return changes;
  }
}
