package io.github.kubeadmwizard.wizard.step.ready;

import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.engine.RunValues;
import io.github.kubeadmwizard.running.Access;
import io.github.kubeadmwizard.running.AccessPlans;
import io.github.kubeadmwizard.running.AccessWish;
import io.github.kubeadmwizard.running.CarefulFile;
import io.github.kubeadmwizard.running.Kubeconfig;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.text.Secret;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Other people who get into the cluster, each with a certificate of their own that ends. */
public final class PeopleModel {
  private final InUse cluster;
  private final Moments moments;
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.UNKNOWN);

  /** Asks nothing yet. */
  public PeopleModel(InUse cluster, Moments moments) {
    this.cluster = cluster;
    this.moments = moments;
  }

  /**
   * What is known.
   *
   * @param access empty before it was asked for
   * @param said what came of the last wish
   * @param good whether that is good news
   */
  public record State(Optional<Access> access, boolean busy, Optional<Message> said, boolean good) {
    static final State UNKNOWN = new State(Optional.empty(), false, Optional.empty(), true);

    State begun() {
      return new State(access, true, Optional.empty(), true);
    }

    State with(Message words, boolean well) {
      return new State(access, false, Optional.of(words), well);
    }
  }

  /** What is known by now. */
  ReadOnlyObjectProperty<State> state() {
    return state.getReadOnlyProperty();
  }

  /** Today, for what has ended. */
  Instant now() {
    return moments.now();
  }

  /** A time of day, for a person. */
  String time(Instant time) {
    return moments.minute(time);
  }

  /** Why a name cannot be given; empty where it can. */
  Optional<Message> wrongPerson(String name) {
    return AccessWish.wrongPerson(name)
        .or(() ->
            state
                .get()
                .access()
                .flatMap(access -> Optional.ofNullable(access.kept().get(name)))
                .map(end -> Message.of("running.access.kept", name, time(end))));
  }

  /** Asks whom we let in. */
  void look() {
    begin(this::asked);
  }

  /** Makes a person's kubeconfig, and puts it into this file. */
  void give(AccessWish wish, Path file) {
    begin(spec -> given(spec, wish, file));
  }

  /** Takes everything away that a person was given. */
  void take(String person) {
    begin(spec ->
        cluster
            .change(spec, AccessPlans.take(spec, person), cluster.values())
            .map(why -> asked(spec).with(why, false))
            .orElseGet(() -> asked(spec).with(Message.of("running.access.taken", person), true)));
  }

  private void begin(Function<ClusterSpec, State> work) {
    if (state.get().busy()) {
      return;
    }
    state.set(state.get().begun());
    cluster.work(work, state::set);
  }

  private State asked(ClusterSpec spec) {
    return switch (cluster.ask(spec, questions -> questions.access(moments.now()))) {
      case InUse.Known<Access>(var access) ->
          new State(Optional.of(access), false, Optional.empty(), true);
      case InUse.Unknown<Access>(Message why) ->
          new State(state.get().access(), false, Optional.of(why), false);
    };
  }

  private State given(ClusterSpec spec, AccessWish wish, Path file) {
    RunValues values = cluster.values();
    Optional<Message> failed = cluster.change(spec, AccessPlans.give(spec, wish), values);
    Optional<Secret> text = values.get(AccessPlans.CONFIG);
    State after = asked(spec);
    if (failed.isPresent() || text.isEmpty()) {
      return after.with(failed.orElse(Message.of("wizard.ready.silent")), false);
    }
    try {
      var config = Kubeconfig.of(text.get().reveal(), spec, wish);
      new CarefulFile(file, moments.clock()).write(config.yaml());
      Instant ends = config.ends().orElse(moments.now().plus(wish.lifetime().duration()));
      return after.with(
          Message.of(
              "wizard.ready.people.saved",
              file.toString(),
              wish.person(),
              wish.role(),
              wish.place(),
              time(ends)),
          true);
    } catch (Kubeconfig.Unusable unusable) {
      return after.with(unusable.what(), false);
    } catch (IOException e) {
      return after.with(
          Message.of("wizard.ready.notWritten", String.valueOf(e.getMessage())), false);
    }
  }
}
