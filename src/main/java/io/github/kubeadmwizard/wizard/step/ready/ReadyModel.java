package io.github.kubeadmwizard.wizard.step.ready;

import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.cluster.KubernetesVersion;
import io.github.kubeadmwizard.running.CarefulFile;
import io.github.kubeadmwizard.running.ClusterQuestions;
import io.github.kubeadmwizard.running.ClusterStatus;
import io.github.kubeadmwizard.running.Kubeconfig;
import io.github.kubeadmwizard.running.KubectlSkew;
import io.github.kubeadmwizard.running.LocalKubectl;
import io.github.kubeadmwizard.running.RunningCluster;
import io.github.kubeadmwizard.ssh.SshFailure;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.wizard.Background;
import io.github.kubeadmwizard.wizard.Connections;
import io.github.kubeadmwizard.wizard.Draft;
import io.github.kubeadmwizard.wizard.Step;
import io.github.kubeadmwizard.wizard.StepModel;
import io.github.kubeadmwizard.wizard.StepState;
import io.github.kubeadmwizard.wizard.step.install.InstallModel;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The cluster in use: how it stands, and the way in. */
public final class ReadyModel implements StepModel {
  private final Draft draft;
  private final InstallModel install;
  private final Connections connections;
  private final Background background;
  private final Clock clock;
  private final Path home;
  private final LocalKubectl kubectl;
  private final ReadOnlyObjectWrapper<StepState> state =
      new ReadOnlyObjectWrapper<>(StepState.notYet());
  private final ReadOnlyObjectWrapper<Optional<ClusterStatus>> status =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<KubectlSkew>> skew =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyBooleanWrapper asking = new ReadOnlyBooleanWrapper();
  private Optional<Message> trouble = Optional.empty();

  /**
   * After an installation.
   *
   * @param home where {@code .kube/config} is
   * @param kubectl of this computer
   */
  public ReadyModel(
      Draft draft,
      InstallModel install,
      Connections connections,
      Background background,
      Clock clock,
      Path home,
      LocalKubectl kubectl) {
    this.draft = draft;
    this.install = install;
    this.connections = connections;
    this.background = background;
    this.clock = clock;
    this.home = home;
    this.kubectl = kubectl;
    install.run().subscribe((_, _) -> tell());
  }

  @Override
  public Step step() {
    return Step.READY;
  }

  @Override
  public ReadOnlyObjectProperty<StepState> state() {
    return state.getReadOnlyProperty();
  }

  /** Nodes, system pods and certificates; empty before they were asked for. */
  public ReadOnlyObjectProperty<Optional<ClusterStatus>> status() {
    return status.getReadOnlyProperty();
  }

  /** Whether this computer's kubectl fits; empty before it is known. */
  public ReadOnlyObjectProperty<Optional<KubectlSkew>> skew() {
    return skew.getReadOnlyProperty();
  }

  /** Whether the cluster is being asked. */
  public ReadOnlyBooleanProperty asking() {
    return asking.getReadOnlyProperty();
  }

  /** The name of the context in the kubeconfig. */
  public String context() {
    return draft.spec().name();
  }

  /** Where kubectl looks by itself. */
  public Path usualConfig() {
    return home.resolve(".kube").resolve("config");
  }

  /** The same as people write it. */
  public String usualConfigShortly() {
    return "~/.kube/config";
  }

  /** Today, for what is left of certificates. */
  public java.time.Instant now() {
    return clock.instant();
  }

  /** Asks how the cluster stands. */
  public void look() {
    if (asking.get() || !install.isDone()) {
      return;
    }
    asking.set(true);
    ClusterSpec spec = draft.spec();
    background.run(
        () -> asked(spec),
        answer -> {
          asking.set(false);
          trouble = Optional.empty();
          switch (answer) {
            case RunningCluster.Answer.Is<ClusterStatus>(var value) ->
                status.set(Optional.of(value));
            case RunningCluster.Answer.NoCluster<ClusterStatus> _ ->
                trouble = Optional.of(Message.of("wizard.ready.noCluster"));
            case RunningCluster.Answer.Silent<ClusterStatus> _ ->
                trouble = Optional.of(Message.of("wizard.ready.silent"));
          }
          tell();
        });
    background.run(() -> compared(spec), skew::set);
  }

  /** Without an answer of the API server nothing is said of a kubectl that is there. */
  private Optional<KubectlSkew> compared(ClusterSpec spec) {
    LocalKubectl.Found found = kubectl.look();
    if (!(found instanceof LocalKubectl.Is)) {
      return Optional.of(KubectlSkew.of(found, spec.kubernetes()));
    }
    try {
      var questions = new ClusterQuestions(new RunningCluster(connections.fleet(), spec));
      return questions.version() instanceof RunningCluster.Answer.Is<KubernetesVersion>(var server)
          ? Optional.of(KubectlSkew.of(found, server))
          : Optional.empty();
    } catch (SshFailure _) {
      return Optional.empty();
    }
  }

  private RunningCluster.Answer<ClusterStatus> asked(ClusterSpec spec) {
    try {
      return new RunningCluster(connections.fleet(), spec).status();
    } catch (SshFailure failure) {
      return new RunningCluster.Answer.Silent<>(-1, java.util.List.of(failure.getMessage()));
    }
  }

  /** Adds the cluster to the user's own kubeconfig, as a context of its name. */
  public void merge(Consumer<Message> then) {
    give(
        then,
        config -> {
          var kept = new CarefulFile(usualConfig(), clock);
          Optional<Path> backup = kept.write(config.mergedInto(kept.text()).yaml());
          return backup
              .map(old ->
                  Message.of("wizard.ready.mergedOver", usualConfigShortly(), old.toString()))
              .orElse(Message.of("wizard.ready.merged", usualConfigShortly()));
        });
  }

  /** Saves the kubeconfig as a file of its own. */
  public void save(Path file, Consumer<Message> then) {
    give(
        then,
        config -> {
          new CarefulFile(file, clock).write(config.yaml());
          return Message.of("wizard.ready.saved", file.toString());
        });
  }

  private interface Giving {
    Message to(Kubeconfig config) throws IOException, Kubeconfig.Unusable;
  }

  private void give(Consumer<Message> then, Giving giving) {
    ClusterSpec spec = draft.spec();
    background.run(() -> given(spec, giving), then);
  }

  private Message given(ClusterSpec spec, Giving giving) {
    try {
      return switch (new RunningCluster(connections.fleet(), spec).adminConfig()) {
        case RunningCluster.Answer.Is<String>(var text) ->
            giving.to(Kubeconfig.of(text, spec, spec.name()));
        case RunningCluster.Answer.NoCluster<String> _ -> Message.of("wizard.ready.noCluster");
        case RunningCluster.Answer.Silent<String> _ -> Message.of("wizard.ready.silent");
      };
    } catch (Kubeconfig.Unusable unusable) {
      return unusable.what();
    } catch (IOException e) {
      return Message.of("wizard.ready.notWritten", String.valueOf(e.getMessage()));
    } catch (SshFailure _) {
      return Message.of("wizard.ready.silent");
    }
  }

  private void tell() {
    state.set(stateNow());
  }

  private StepState stateNow() {
    if (!install.isDone()) {
      return StepState.notYet();
    }
    if (trouble.isPresent()) {
      return StepState.of(
          StepState.Kind.ATTENTION, Message.of("wizard.ready.unsure"), trouble.get());
    }
    return status
        .get()
        .map(now -> {
          long ready = now.nodes().stream().filter(ClusterStatus.Node::ready).count();
          return now.isReady()
              ? StepState.of(StepState.Kind.DONE, Message.of("wizard.ready.nodes", ready))
              : StepState.of(
                  StepState.Kind.ATTENTION,
                  Message.of("wizard.ready.nodesOf", ready, now.nodes().size()));
        })
        .orElseGet(() -> StepState.of(StepState.Kind.DONE, Message.of("wizard.ready.installed")));
  }
}
