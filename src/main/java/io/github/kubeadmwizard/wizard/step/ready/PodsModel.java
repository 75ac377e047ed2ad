package io.github.kubeadmwizard.wizard.step.ready;

import io.github.kubeadmwizard.running.PodContainer;
import io.github.kubeadmwizard.running.PodLine;
import io.github.kubeadmwizard.running.PodText;
import io.github.kubeadmwizard.text.Message;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What runs on the cluster, and what can be read of one pod. */
public final class PodsModel {
  /** So many lines of a log are shown. */
  static final int LINES = 500;

  private final InUse cluster;
  private final ReadOnlyObjectWrapper<Listed> listed = new ReadOnlyObjectWrapper<>(Listed.UNKNOWN);
  private final ReadOnlyObjectWrapper<Optional<Chosen>> chosen =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  /** Asks nothing yet. */
  public PodsModel(InUse cluster) {
    this.cluster = cluster;
  }

  /**
   * The pods.
   *
   * @param pods empty before they were asked for
   * @param trouble why they are not known
   */
  public record Listed(Optional<List<PodLine>> pods, boolean busy, Optional<Message> trouble) {
    static final Listed UNKNOWN = new Listed(Optional.empty(), false, Optional.empty());

    public Listed {
      pods = pods.map(List::copyOf);
    }
  }

  /**
   * One of them, read.
   *
   * @param containers empty before they were asked for
   * @param what is read of it
   * @param text what came; empty while it is asked for
   * @param trouble why nothing came
   */
  public record Chosen(
      PodLine pod,
      List<PodContainer> containers,
      PodText what,
      Optional<String> text,
      Optional<Message> trouble) {
    public Chosen {
      containers = List.copyOf(containers);
    }
  }

  /** The pods as they are known. */
  ReadOnlyObjectProperty<Listed> listed() {
    return listed.getReadOnlyProperty();
  }

  /** The one that is read. */
  ReadOnlyObjectProperty<Optional<Chosen>> chosen() {
    return chosen.getReadOnlyProperty();
  }

  /** Asks for the pods. */
  void look() {
    if (listed.get().busy()) {
      return;
    }
    listed.set(new Listed(listed.get().pods(), true, Optional.empty()));
    cluster.ask(
        questions -> questions.pods(),
        heard ->
            listed.set(
                switch (heard) {
                  case InUse.Known<List<PodLine>>(var pods) ->
                      new Listed(Optional.of(pods), false, Optional.empty());
                  case InUse.Unknown<List<PodLine>>(Message why) ->
                      new Listed(listed.get().pods(), false, Optional.of(why));
                }));
  }

  /** Reads a pod: first what its first container wrote. */
  void choose(PodLine pod) {
    var events = new PodText.Events();
    var begun = new Chosen(pod, List.of(), events, Optional.empty(), Optional.empty());
    chosen.set(Optional.of(begun));
    cluster.ask(
        questions -> questions.containers(pod),
        heard -> {
          if (isStill(begun)) {
            switch (heard) {
              case InUse.Known<List<PodContainer>>(var containers) ->
                  read(
                      pod, containers, containers.isEmpty() ? events : logs(containers.getFirst()));
              case InUse.Unknown<List<PodContainer>>(Message why) -> trouble(begun, why);
            }
          }
        });
  }

  /** What a container wrote, since it was begun the last time. */
  static PodText.Logs logs(PodContainer container) {
    return new PodText.Logs(container.name(), false, LINES);
  }

  /** Reads something else of the same pod, or the same again. */
  void read(PodText what) {
    chosen.get().ifPresent(now -> read(now.pod(), now.containers(), what));
  }

  private void read(PodLine pod, List<PodContainer> containers, PodText what) {
    var begun = new Chosen(pod, containers, what, Optional.empty(), Optional.empty());
    chosen.set(Optional.of(begun));
    cluster.ask(
        questions -> questions.text(pod, what),
        heard -> {
          if (isStill(begun)) {
            switch (heard) {
              case InUse.Known<String>(var text) ->
                  chosen.set(
                      Optional.of(
                          new Chosen(pod, containers, what, Optional.of(text), Optional.empty())));
              case InUse.Unknown<String>(Message why) -> trouble(begun, why);
            }
          }
        });
  }

  private void trouble(Chosen at, Message why) {
    chosen.set(
        Optional.of(
            new Chosen(at.pod(), at.containers(), at.what(), Optional.of(""), Optional.of(why))));
  }

  /** An answer that comes late, when something else was chosen, is not shown. */
  private boolean isStill(Chosen begun) {
    return chosen.get().filter(begun::equals).isPresent();
  }

  /** Back to the list. */
  void leave() {
    chosen.set(Optional.empty());
  }
}
