package io.github.kubeadmwizard.migrate;

import io.github.kubeadmwizard.migrate.Change.Kind;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.yaml.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects what became of the statements. */
final class Told {
  private final List<Change> changes;

  Told(List<Change> soFar) {
    changes = new ArrayList<>(soFar);
  }

  /** It has a key of its own in the cluster file. */
  void moved(Statement statement, String to) {
    add(statement, to, statement.why(), Message.of("migrate.ownKey"));
  }

  /** The same, where the old form needs no words. */
  void took(Statement statement, String to) {
    add(statement, to, Optional.empty(), Message.of("migrate.ownKey"));
  }

  /** It is called by a name there. */
  void named(Statement statement, String to, Message how) {
    add(statement, to, statement.why(), how);
  }

  /** It is laid over our documents. */
  void laidOver(Statement statement) {
    String to = "kubeadm." + statement.paper().key() + "." + statement.shown();
    add(statement, to, statement.why(), Message.of("migrate.laidOver"));
  }

  void changed(Statement statement, String to, Message why) {
    add(statement, to, Optional.of(why), why);
  }

  private void add(Statement statement, String to, Optional<Message> changed, Message usual) {
    changes.add(
        new Change(
            statement.from().at(),
            statement.from().path(),
            changed.isPresent() ? Kind.CHANGED : Kind.MOVED,
            Optional.of(to),
            changed.orElse(usual)));
  }

  void dropped(Statement statement, Message why) {
    changes.add(
        new Change(
            statement.from().at(), statement.from().path(), Kind.DROPPED, Optional.empty(), why));
  }

  /** What was taken over so far has another value after all. */
  void mended(String to, Message why) {
    for (int i = 0; i < changes.size(); i++) {
      var change = changes.get(i);
      if (change.to().equals(Optional.of(to)) && change.kind() != Kind.ASSUMED) {
        changes.set(i, new Change(change.at(), change.from(), Kind.CHANGED, change.to(), why));
        return;
      }
    }
    changes.removeIf(change -> change.to().equals(Optional.of(to)));
    unsaid(Kind.CHANGED, to, why);
  }

  /** Something that the old text does not say. */
  void unsaid(Kind kind, String to, Message why) {
    changes.add(new Change(Position.START, "", kind, Optional.of(to), why));
  }

  List<Change> inOrder() {
    return changes.stream().sorted(Change.IN_ORDER).toList();
  }
}
