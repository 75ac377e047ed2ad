package io.github.kubeadmwizard.wizard.step.review;

import io.github.kubeadmwizard.cluster.BrokenRule;
import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.engine.Plan;
import io.github.kubeadmwizard.engine.Problem;
import io.github.kubeadmwizard.export.WrittenFiles;
import io.github.kubeadmwizard.facts.HostFacts;
import io.github.kubeadmwizard.manifests.ManifestUnavailable;
import io.github.kubeadmwizard.manifests.Manifests;
import io.github.kubeadmwizard.session.PatchUnknown;
import io.github.kubeadmwizard.session.Workshop;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.text.Words;
import io.github.kubeadmwizard.wizard.Background;
import io.github.kubeadmwizard.wizard.Connections;
import io.github.kubeadmwizard.wizard.Draft;
import io.github.kubeadmwizard.wizard.Step;
import io.github.kubeadmwizard.wizard.StepModel;
import io.github.kubeadmwizard.wizard.StepState;
import io.github.kubeadmwizard.wizard.step.requirements.RequirementsModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What the choices come to: the version in full, kubeadm's files, and every action. */
public final class ReviewModel implements StepModel {
  private final Draft draft;
  private final RequirementsModel requirements;
  private final Connections connections;
  private final Workshop workshop;
  private final Background background;
  private final ReadOnlyObjectWrapper<StepState> state =
      new ReadOnlyObjectWrapper<>(StepState.notYet());
  private final ReadOnlyObjectWrapper<Optional<Reviewed>> reviewed =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private Optional<Message> trouble = Optional.empty();
  private List<Message> stoppers = List.of();
  private int looks;
  private boolean looking;
  private int lookedAt;

  /**
   * What will be.
   *
   * @param wish the draft that it was made of
   * @param spec the same with its version in full
   * @param files kubeadm's files and the runbook, by path
   * @param usual the same files for the same machines with nothing chosen
   */
  public record Reviewed(
      ClusterSpec wish,
      ClusterSpec spec,
      Plan plan,
      SortedMap<String, String> files,
      SortedMap<String, String> usual) {}

  /** Over this draft. */
  public ReviewModel(
      Draft draft,
      RequirementsModel requirements,
      Connections connections,
      Workshop workshop,
      Background background) {
    this.draft = draft;
    this.requirements = requirements;
    this.connections = connections;
    this.workshop = workshop;
    this.background = background;
    draft.specProperty().subscribe((_, _) -> tell());
    requirements.state().subscribe((_, _) -> tell());
    requirements.settled().subscribe((_, _) -> tell());
    tell();
  }

  @Override
  public Step step() {
    return Step.REVIEW;
  }

  @Override
  public ReadOnlyObjectProperty<StepState> state() {
    return state.getReadOnlyProperty();
  }

  /** Whether the machines are read and nothing that is wished is untried. */
  public ReadOnlyBooleanProperty settled() {
    return requirements.settled();
  }

  /** What will be; empty until it was worked out. */
  public ReadOnlyObjectProperty<Optional<Reviewed>> reviewed() {
    return reviewed.getReadOnlyProperty();
  }

  /** The choices. */
  public Draft draft() {
    return draft;
  }

  /**
   * Works it out anew.
   *
   * @param words the language of the comments in kubeadm's files
   */
  public void look(Words words) {
    int mine = ++looks;
    lookedAt = requirements.readings();
    trouble = Optional.empty();
    reviewed.set(Optional.empty());
    if (!stoppers.isEmpty()) {
      looking = false;
      tell();
      return;
    }
    looking = true;
    tell();
    ClusterSpec wish = draft.spec();
    Map<HostName, HostFacts> facts = requirements.facts();
    background.run(
        () -> worked(wish, facts, words),
        done -> {
          if (mine == looks) {
            looking = false;
            reviewed.set(done);
            tell();
          }
        });
  }

  /** Whether it was worked out from machines that were read again since. */
  public boolean isOutdated() {
    return lookedAt != requirements.readings();
  }

  private Optional<Reviewed> worked(ClusterSpec wish, Map<HostName, HostFacts> facts, Words words) {
    try {
      ClusterSpec spec = workshop.completing().completed(wish, connections.fleet(), facts);
      Manifests manifests = workshop.fetching().fetched(spec, _ -> {});
      Plan plan = workshop.planning().plan(spec, facts, manifests);
      var usual = ClusterSpec.of(spec.kubernetes(), spec.hosts()).withName(spec.name());
      return Optional.of(
          new Reviewed(
              wish,
              spec,
              plan,
              workshop.exporting().files(spec, facts, manifests, plan, words),
              workshop
                  .exporting()
                  .files(
                      usual,
                      facts,
                      Manifests.NONE,
                      workshop.planning().plan(usual, facts, Manifests.NONE),
                      words)));
    } catch (PatchUnknown unknown) {
      return failed(unknown.problem());
    } catch (ManifestUnavailable unavailable) {
      return failed(unavailable.problem());
    }
  }

  private Optional<Reviewed> failed(Problem problem) {
    background.show(() -> {
      trouble = Optional.of(problem.what());
      tell();
    });
    return Optional.empty();
  }

  /** What keeps the installation from beginning, in words. */
  public List<Message> stoppers() {
    return stoppers;
  }

  private List<Message> whatStops() {
    ClusterSpec spec = draft.spec();
    if (requirements.state().get().kind() == StepState.Kind.BLOCKED
        || requirements.report().get().isEmpty()) {
      return List.of(
          requirements.state().get().remark().orElse(Message.of("wizard.requirements.needHosts")));
    }
    List<BrokenRule> broken = draft.broken();
    if (!broken.isEmpty()) {
      return broken.stream().map(BrokenRule::what).toList();
    }
    return workshop.planning().refuses(spec);
  }

  /** Whether the installation can begin with exactly what is shown. */
  public boolean isReady() {
    return reviewed.get().filter(done -> done.wish().equals(draft.spec())).isPresent()
        && stoppers.isEmpty()
        && requirements.settled().get()
        && !isOutdated();
  }

  /**
   * Writes the files into a directory.
   *
   * @param then hears how it went
   */
  public void export(Path directory, java.util.function.Consumer<Message> then) {
    reviewed.get().ifPresent(done -> background.run(() -> written(done.files(), directory), then));
  }

  private static Message written(SortedMap<String, String> files, Path directory) {
    try {
      int many = WrittenFiles.write(files, directory).size();
      return Message.of("wizard.review.exported", many, directory.toString());
    } catch (IOException e) {
      return Message.of(
          "wizard.review.notExported", directory.toString(), String.valueOf(e.getMessage()));
    }
  }

  private void tell() {
    stoppers = whatStops();
    state.set(now());
  }

  private StepState now() {
    if (requirements.report().get().isEmpty()) {
      return StepState.notYet();
    }
    if (!stoppers.isEmpty()) {
      return StepState.of(
          StepState.Kind.BLOCKED, Message.of("wizard.review.stopped"), stoppers.getFirst());
    }
    if (trouble.isPresent()) {
      return StepState.of(
          StepState.Kind.BLOCKED, Message.of("wizard.review.stopped"), trouble.get());
    }
    if (requirements.busy().get()) {
      return StepState.of(
          StepState.Kind.RUNNING,
          Message.of("wizard.requirements.reading"),
          Message.of("wizard.requirements.reading.remark"));
    }
    if (looking) {
      return StepState.of(
          StepState.Kind.RUNNING,
          Message.of("wizard.review.looking"),
          Message.of("wizard.review.looking.remark"));
    }
    return isReady()
        ? StepState.of(
            StepState.Kind.DONE,
            Message.of("wizard.review.ready"),
            Message.of("wizard.review.ready.remark", draft.spec().hosts().size()))
        : StepState.notYet();
  }
}
