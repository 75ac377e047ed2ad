package io.github.kubeadmwizard.wizard;

import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.cluster.KubernetesNames;
import io.github.kubeadmwizard.draft.BesideFile;
import io.github.kubeadmwizard.draft.ClusterFileResult;
import io.github.kubeadmwizard.draft.DraftResult;
import io.github.kubeadmwizard.draft.FileProblem;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.text.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Opens, makes, names and keeps the user's clusters, one of them in the window at a time. */
final class Clusters {
  private final WizardTools tools;
  private final Supplier<OpenCluster> now;
  private final Consumer<OpenCluster> show;
  private final ClusterDialogs dialogs;
  private final Supplier<Words> words;

  /**
   * @param now the cluster in the window
   * @param show puts another there
   */
  Clusters(
      WizardTools tools,
      Supplier<OpenCluster> now,
      Consumer<OpenCluster> show,
      ClusterDialogs dialogs,
      Supplier<Words> words) {
    this.words = words;
    this.tools = tools;
    this.now = now;
    this.show = show;
    this.dialogs = dialogs;
  }

  /** The names of all that are kept. */
  List<String> names() {
    try {
      return tools.drafts().list();
    } catch (IOException _) {
      return List.of();
    }
  }

  /** The one that was open last, or a new one. */
  OpenCluster last() {
    try {
      Optional<String> name = tools.drafts().last();
      if (name.isPresent()) {
        Optional<DraftResult> kept = tools.drafts().open(name.get());
        if (kept.isPresent()) {
          tellDropped(name.get(), kept.get().problems());
          return real(kept.get().spec());
        }
      }
    } catch (IOException e) {
      dialogs.tell(Message.of("wizard.clusters.unread", String.valueOf(e.getMessage())));
    }
    return real(freelyNamed(tools.fresh().get()));
  }

  private void tellDropped(String name, List<FileProblem> problems) {
    if (!problems.isEmpty()) {
      dialogs.tell(
          Message.of(
              "wizard.clusters.dropped",
              name,
              problems.stream().map(problem -> problem.message(name)).toList()));
    }
  }

  private OpenCluster real(ClusterSpec spec) {
    return new OpenCluster(tools, tools.real(), spec, false, words);
  }

  void open(String name) {
    try {
      tools
          .drafts()
          .open(name)
          .ifPresent(kept -> {
            show.accept(real(kept.spec()));
            tellDropped(name, kept.problems());
          });
      tools.drafts().rememberLast(name);
    } catch (IOException e) {
      dialogs.tell(Message.of("wizard.clusters.unread", String.valueOf(e.getMessage())));
    }
  }

  void fresh() {
    show.accept(real(freelyNamed(tools.fresh().get())));
  }

  /** No second cluster of the same name: the first would be written over. */
  private ClusterSpec freelyNamed(ClusterSpec spec) {
    List<String> taken = names();
    String name = spec.name();
    for (int i = 2; taken.contains(name); i++) {
      name = spec.name() + "-" + i;
    }
    return spec.withName(name);
  }

  void rename() {
    Draft draft = now.get().draft();
    String before = draft.spec().name();
    dialogs
        .name(before)
        .ifPresent(name -> {
          if (!KubernetesNames.isDnsLabel(name)) {
            dialogs.tell(Message.of("wizard.clusters.notAName", name));
          } else if (names().contains(name)) {
            dialogs.tell(Message.of("wizard.clusters.taken", name));
          } else {
            renamed(draft, before, name);
          }
        });
  }

  private void renamed(Draft draft, String before, String name) {
    try {
      if (names().contains(before)) {
        tools.drafts().rename(before, name).ifPresent(dialogs::tell);
      }
      draft.change(spec -> spec.withName(name));
    } catch (IOException e) {
      dialogs.tell(Message.of("wizard.clusters.unread", String.valueOf(e.getMessage())));
    }
  }

  void openFile() {
    dialogs.fileToOpen().ifPresent(this::openFile);
  }

  /** Opens a cluster file as a cluster of its name, or says what is wrong with it. */
  void openFile(Path file) {
    switch (tools.files().read(file)) {
      case ClusterFileResult.Read(ClusterSpec spec) ->
          show.accept(real(freelyNamed(BesideFile.of(file, spec))));
      case ClusterFileResult.Refused(var name, var problems) ->
          Importing.kubeadms(file)
              .ifPresentOrElse(
                  this::importText,
                  () ->
                      dialogs.tell(
                          Message.of(
                              "wizard.clusters.refused",
                              problems.stream().map(p -> p.message(name)).toList())));
    }
  }

  /** Asks for a kubeadm file or kubeadm lines, and opens the cluster that they describe. */
  void paste() {
    dialogs.pasted().ifPresent(this::importText);
  }

  private void importText(String text) {
    new Importing(dialogs, words)
        .cluster(text, this::freelyNamed)
        .ifPresent(spec -> show.accept(real(spec)));
  }

  void saveFile() {
    ClusterSpec spec = now.get().draft().spec();
    dialogs
        .fileToSave(spec.name() + ".yaml")
        .ifPresent(file -> {
          try {
            dialogs.tell(
                tools
                    .files()
                    .save(file, spec)
                    .map(refused -> Message.of("wizard.clusters.notOverwritten", file.toString()))
                    .orElse(Message.of("wizard.clusters.saved", file.toString())));
          } catch (IOException e) {
            dialogs.tell(Message.of("wizard.save.failed", String.valueOf(e.getMessage())));
          }
        });
  }

  void practice() {
    tools
        .background()
        .run(
            () -> tools.practice().get(),
            machines -> {
              var cluster =
                  new OpenCluster(tools, machines.workshop(), machines.cluster(), true, words);
              tools.background().show(() -> show.accept(cluster)); // each is work enough
            });
  }
}
