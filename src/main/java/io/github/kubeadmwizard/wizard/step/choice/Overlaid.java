package io.github.kubeadmwizard.wizard.step.choice;

import io.github.kubeadmwizard.cluster.KubeadmOverlay;
import io.github.kubeadmwizard.cluster.KubernetesVersion;
import io.github.kubeadmwizard.kubeadm.OverlayCheck;
import io.github.kubeadmwizard.kubeadm.tree.DocumentProblem;
import io.github.kubeadmwizard.text.Message;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Choices that are laid over kubeadm's documents, one place each. */
public final class Overlaid {
  private final Basis basis;
  private List<?> checked = List.of();
  private List<DocumentProblem> problems = List.of();

  /** Of this draft. */
  public Overlaid(Basis basis) {
    this.basis = basis;
  }

  /** The wished version of Kubernetes. */
  public KubernetesVersion version() {
    return basis.spec().kubernetes();
  }

  /** What is laid at a place. */
  public Optional<Object> at(OverlayPath path) {
    return OverlayTree.at(basis.spec().kubeadm(), path);
  }

  /** Lays this at a place, or takes it away. */
  public void put(OverlayPath path, Optional<Object> value) {
    basis.draft().change(spec -> spec.with(OverlayTree.with(spec.kubeadm(), path, value)));
  }

  /** What keeps the documents from being made, at this place or inside it. */
  public Optional<Message> wrong(OverlayPath path) {
    return problems(path.text()).filter(DocumentProblem::stops).findFirst().map(Overlaid::sentence);
  }

  /** What is wrong, or worth knowing, at a path such as {@code kubeadm.….extraArgs[0].name}. */
  public Optional<Message> said(String path) {
    return problems(path).findFirst().map(Overlaid::sentence);
  }

  /** The whole overlay is checked once for each change of it, and not at each key elsewhere. */
  private Stream<DocumentProblem> problems(String path) {
    var spec = basis.spec();
    var now = List.of(spec.kubeadm(), spec.kubernetes());
    if (!now.equals(checked)) {
      checked = now;
      problems = OverlayCheck.check(spec);
    }
    return problems.stream().filter(problem -> problem.path().startsWith(path));
  }

  private static Message sentence(DocumentProblem problem) {
    return Message.of("choices.overlay", problem.what(), problem.remedy());
  }

  /** A text at a place of the documents. */
  public Entry text(OverlayPath path, Function<String, Optional<Message>> form) {
    return new Entry(
        form,
        text -> put(path, Optional.<Object>of(text).filter(any -> !text.isEmpty())),
        () -> wrong(path));
  }

  /** A number at a place of the documents. */
  public Entry number(OverlayPath path, int least, int most) {
    return new Entry(
        Forms.whole(least, most),
        text -> put(path, text.isEmpty() ? Optional.empty() : Optional.of(Integer.parseInt(text))),
        () -> wrong(path));
  }

  /** A list of texts at a place of the documents, typed in one line. */
  public Entry list(OverlayPath path, Function<String, Optional<Message>> form) {
    return new Entry(
        form,
        text -> put(path, Optional.<Object>of(Forms.items(text)).filter(any -> !text.isEmpty())),
        () -> wrong(path));
  }

  /** What is laid at a place, as one line of text. */
  public String shown(OverlayPath path) {
    return at(path)
        .map(value ->
            value instanceof List<?> list
                ? String.join(", ", list.stream().map(String::valueOf).toList())
                : String.valueOf(value))
        .orElse("");
  }

  /** How many of these places are laid over. */
  public int laid(List<OverlayPath> paths) {
    KubeadmOverlay overlay = basis.spec().kubeadm();
    return (int) paths.stream().filter(path -> OverlayTree.at(overlay, path).isPresent()).count();
  }
}
