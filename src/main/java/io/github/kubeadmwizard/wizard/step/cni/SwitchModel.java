package io.github.kubeadmwizard.wizard.step.cni;

import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.engine.Cancel;
import io.github.kubeadmwizard.engine.Outcome;
import io.github.kubeadmwizard.engine.Problem;
import io.github.kubeadmwizard.engine.RunEvent;
import io.github.kubeadmwizard.install.NetworkSwitch;
import io.github.kubeadmwizard.session.Workshop;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.wizard.Background;
import io.github.kubeadmwizard.wizard.Connections;
import io.github.kubeadmwizard.wizard.run.RecordedRuns;
import io.github.kubeadmwizard.wizard.step.choice.Basis;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/** Another pod network for the cluster that stands: what it would do, and doing it. */
public final class SwitchModel {
  private final Basis basis;
  private final ObservableValue<Boolean> stands;
  private final Workshop workshop;
  private final Connections connections;
  private final RecordedRuns runs;
  private final Background background;
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new NotYet());
  private Cancel cancel = new Cancel();

  /**
   * Asks nothing yet.
   *
   * @param stands whether the cluster was installed
   */
  public SwitchModel(
      Basis basis,
      ObservableValue<Boolean> stands,
      Workshop workshop,
      Connections connections,
      RecordedRuns runs,
      Background background) {
    this.basis = basis;
    this.stands = stands;
    this.workshop = workshop;
    this.connections = connections;
    this.runs = runs;
    this.background = background;
    basis.draft().specProperty().subscribe((_, _) -> forget());
  }

  /** How it stands. */
  public sealed interface State {}

  /** Nobody asked what it would do. */
  public record NotYet() implements State {}

  /** It is being found out. */
  public record Asking() implements State {}

  /** This it would do, or this is why not. */
  public record Offered(SwitchOffer offer) implements State {}

  /** It is on; {@code now} says at what. */
  public record Going(Optional<Message> now, boolean stopping) implements State {}

  /** It did not begin. */
  public record NotBegun(Message why) implements State {}

  /**
   * It is over.
   *
   * @param to the new way, or the new plugin
   * @param between whether it was between two plugins, so that pods reach each other only when it
   *     is through
   * @param problems empty when it is through, unless it was stopped
   * @param left what was left to the user, in sentences
   */
  public record Over(
      String to, boolean between, List<Problem> problems, boolean stopped, List<Message> left)
      implements State {
    public Over {
      problems = List.copyOf(problems);
      left = List.copyOf(left);
    }

    /** Whether every node is switched. */
    boolean isThrough() {
      return problems.isEmpty() && !stopped;
    }
  }

  ReadOnlyObjectProperty<State> state() {
    return state.getReadOnlyProperty();
  }

  /** Whether there is a cluster, as far as it is known. */
  boolean isThere() {
    return stands.getValue() || LivingChoice.of(basis).isPresent();
  }

  /** Whether there is may have changed; its value is of no meaning. */
  ObservableValue<?> thereChanged() {
    return stands;
  }

  private boolean isGoing() {
    return state.get() instanceof Going || state.get() instanceof Asking;
  }

  /** What was found out was about other choices. */
  private void forget() {
    if (!(state.get() instanceof Going)) {
      state.set(new NotYet());
    }
  }

  /** Finds out what it would do. */
  void look() {
    if (isGoing()) {
      return;
    }
    state.set(new Asking());
    ClusterSpec spec = basis.spec();
    background.run(
        () -> SwitchOffer.of(spec, workshop, connections.fleet()),
        offer -> {
          if (state.get() instanceof Asking && spec.equals(basis.spec())) {
            state.set(new Offered(offer));
          }
        });
  }

  /** Does what was offered. */
  void start() {
    if (!(state.get() instanceof Offered(SwitchOffer.Ready ready))) {
      return;
    }
    cancel = new Cancel();
    Cancel now = cancel;
    state.set(new Going(Optional.empty(), false));
    background.run(() -> switched(ready, now), state::set);
  }

  /** Asks it to stop after what is on; the next time goes on from there. */
  void stop() {
    cancel.ask();
    if (state.get() instanceof Going(var now, boolean _)) {
      state.set(new Going(now, true));
    }
  }

  private State switched(SwitchOffer.Ready ready, Cancel asked) {
    ClusterSpec spec = ready.spec();
    int parallel = spec.ssh().parallel();
    var left = new ConcurrentLinkedQueue<Message>();
    var end =
        runs.run(
            spec.name(),
            ready.plan(),
            parallel,
            event -> {
              left(event).ifPresent(left::add);
              told(event);
            },
            asked);
    if (end instanceof RecordedRuns.Ran(var _, var result)) {
      if (result.end() != RunEvent.End.DONE) {
        runs.run(spec.name(), NetworkSwitch.tidying(spec), parallel, this::told, new Cancel());
      }
      boolean stopped = result.end() == RunEvent.End.STOPPED;
      return new Over(
          ready.way().to(), ready.interrupts(), result.problems(), stopped, List.copyOf(left));
    }
    return new NotBegun(((RecordedRuns.NotBegun) end).why());
  }

  /** Pods that nothing makes anew, as a node names them. */
  private static Optional<Message> left(RunEvent event) {
    return event instanceof RunEvent.ActionFinished e
            && e.action().equals("pods-left")
            && e.outcome() instanceof Outcome.Skipped(Message why)
        ? Optional.of(why)
        : Optional.empty();
  }

  private void told(RunEvent event) {
    Optional<Message> now =
        switch (event) {
          case RunEvent.ActionStarted e ->
              Optional.of(Message.of("choices.switch.now", e.host().value(), e.title()));
          case RunEvent.Waiting e when e.action().isPresent() ->
              Optional.of(Message.of("choices.switch.now", e.host().value(), e.what()));
          default -> Optional.empty();
        };
    now.ifPresent(what ->
        background.show(() -> {
          if (state.get() instanceof Going(var _, boolean stopping)) {
            state.set(new Going(Optional.of(what), stopping));
          }
        }));
  }
}
