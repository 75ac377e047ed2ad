package io.github.kubeadmwizard.wizard.step.ready;

import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.engine.RunValues;
import io.github.kubeadmwizard.running.JoinCommand;
import io.github.kubeadmwizard.running.JoinPlans;
import io.github.kubeadmwizard.running.JoinToken;
import io.github.kubeadmwizard.running.JoinWish;
import io.github.kubeadmwizard.text.Message;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The line with which a machine joins by hand, and the tokens that let machines in. */
public final class JoinModel {
  private final InUse cluster;
  private final Moments moments;
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.UNKNOWN);

  /** Asks nothing yet. */
  public JoinModel(InUse cluster, Moments moments) {
    this.cluster = cluster;
    this.moments = moments;
  }

  /**
   * What is known.
   *
   * @param tokens that are alive; empty before they were asked for
   * @param made the last line, until it is put away
   * @param trouble why something did not work
   */
  public record State(
      Optional<List<JoinToken>> tokens,
      boolean busy,
      Optional<JoinCommand> made,
      Optional<Message> trouble) {
    static final State UNKNOWN =
        new State(Optional.empty(), false, Optional.empty(), Optional.empty());

    public State {
      tokens = tokens.map(List::copyOf);
    }
  }

  /** What is known by now. */
  ReadOnlyObjectProperty<State> state() {
    return state.getReadOnlyProperty();
  }

  /** A time of day, for a person. */
  String time(Instant time) {
    return moments.minute(time);
  }

  /** Asks for the tokens. */
  void look() {
    begin(spec -> asked(spec, state.get().made()));
  }

  /** Makes a token and the line. */
  void make(JoinWish wish) {
    begin(spec -> made(spec, wish));
  }

  /** Deletes a token; a line that was made may be its, and is put away. */
  void delete(JoinToken token) {
    begin(spec ->
        cluster
            .change(spec, JoinPlans.delete(spec, List.of(token.name())), cluster.values())
            .map(why -> with(asked(spec, state.get().made()), why))
            .orElseGet(() -> asked(spec, Optional.empty())));
  }

  private void begin(Function<ClusterSpec, State> work) {
    State now = state.get();
    if (now.busy()) {
      return;
    }
    state.set(new State(now.tokens(), true, now.made(), Optional.empty()));
    cluster.work(work, state::set);
  }

  private State asked(ClusterSpec spec, Optional<JoinCommand> made) {
    return switch (cluster.ask(spec, questions -> questions.tokens(moments.now()))) {
      case InUse.Known<List<JoinToken>>(var tokens) ->
          new State(Optional.of(tokens), false, made, Optional.empty());
      case InUse.Unknown<List<JoinToken>>(Message why) ->
          new State(state.get().tokens(), false, made, Optional.of(why));
    };
  }

  private static State with(State state, Message trouble) {
    return new State(state.tokens(), false, state.made(), Optional.of(trouble));
  }

  private State made(ClusterSpec spec, JoinWish wish) {
    RunValues values = cluster.values();
    Optional<Message> failed = cluster.change(spec, JoinPlans.make(spec, wish), values);
    var made = JoinCommand.of(spec, wish, values, moments.now());
    if (failed.isPresent() || made.isEmpty()) {
      return with(
          asked(spec, state.get().made()), failed.orElse(Message.of("wizard.ready.silent")));
    }
    return asked(spec, made);
  }
}
