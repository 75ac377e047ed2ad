package io.github.kubeadmwizard.wizard;

import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.text.Message;
import java.io.IOException;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Duration;
import javafx.util.Subscription;

/** Saves the draft by itself, a second after a change. */
final class Autosave implements AutoCloseable {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

  private final WizardTools tools;
  private final OpenCluster cluster;
  private final PauseTransition pause = new PauseTransition(Duration.seconds(1));
  private final ReadOnlyObjectWrapper<Message> said;
  private final Subscription watched;
  private boolean dirty;

  Autosave(WizardTools tools, OpenCluster cluster) {
    this.tools = tools;
    this.cluster = cluster;
    said =
        new ReadOnlyObjectWrapper<>(
            cluster.isPractice()
                ? Message.of("wizard.save.practice")
                : Message.of("wizard.save.nothing"));
    pause.setOnFinished(_ -> save());
    watched =
        cluster
            .draft()
            .specProperty()
            .subscribe((_, _) -> {
              dirty = true;
              pause.playFromStart();
            });
  }

  /** When it was saved, or why not. */
  ReadOnlyObjectProperty<Message> said() {
    return said.getReadOnlyProperty();
  }

  private void save() {
    if (cluster.isPractice() || !dirty) {
      return;
    }
    dirty = false;
    ClusterSpec spec = cluster.draft().spec();
    tools.background().run(() -> written(spec), said::set);
  }

  private Message written(ClusterSpec spec) {
    try {
      Optional<Message> refused = tools.drafts().save(spec);
      if (refused.isPresent()) {
        return refused.get();
      }
      tools.drafts().rememberLast(spec.name());
      return Message.of(
          "wizard.save.saved",
          TIME.format(LocalTime.ofInstant(tools.clock().instant(), tools.zone())));
    } catch (IOException e) {
      return Message.of("wizard.save.failed", String.valueOf(e.getMessage()));
    }
  }

  /** Saves at once what is not saved yet. */
  @Override
  public void close() {
    watched.unsubscribe();
    pause.stop();
    if (dirty && !cluster.isPractice()) {
      var _ = written(cluster.draft().spec());
    }
  }
}
