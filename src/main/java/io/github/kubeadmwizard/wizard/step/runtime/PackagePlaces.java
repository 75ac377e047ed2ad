package io.github.kubeadmwizard.wizard.step.runtime;

import io.github.kubeadmwizard.cluster.PackagesSpec;
import io.github.kubeadmwizard.wizard.step.choice.Basis;
import io.github.kubeadmwizard.wizard.step.choice.Entry;
import io.github.kubeadmwizard.wizard.step.choice.Forms;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/** Where packages come from: the official places, or the user's own. */
public final class PackagePlaces {
  private final Basis basis;
  private final BooleanProperty own = new SimpleBooleanProperty();
  private final Entry kubernetes;
  private final Entry docker;
  private final Entry files;
  private final Entry bundle;

  PackagePlaces(Basis basis) {
    this.basis = basis;
    kubernetes = new Entry(Forms.optional("packages.kubernetes"), _ -> take());
    docker = new Entry(Forms.optional("packages.docker"), _ -> take());
    files = new Entry(Forms.optional("packages.binaries"), _ -> take());
    bundle = new Entry(Forms.optional("packages.bundle"), _ -> take());
    own.set(!basis.spec().packages().equals(PackagesSpec.DEFAULT));
    own.subscribe((_, _) -> take());
  }

  void follow() {
    PackagesSpec chosen = basis.spec().packages();
    if (own.get()) { // what is typed outlives a look at the official places
      kubernetes.follow(chosen.kubernetes().orElse(""));
      docker.follow(chosen.docker().orElse(""));
      files.follow(chosen.binaries().orElse(""));
      bundle.follow(chosen.bundle().orElse(""));
    }
  }

  private void take() {
    basis
        .draft()
        .change(spec ->
            spec.with(
                own.get()
                    ? new PackagesSpec(
                        right(kubernetes),
                        right(docker),
                        spec.packages().crio(), // the page does not ask for it, and keeps it
                        right(files),
                        right(bundle))
                    : PackagesSpec.DEFAULT));
  }

  private static Optional<String> right(Entry entry) {
    return Optional.of(entry.value()).filter(text -> !text.isEmpty() && entry.isRight());
  }

  /** Whether they come from the user's own places. */
  public BooleanProperty own() {
    return own;
  }

  /** The base of Kubernetes' packages. */
  public Entry kubernetes() {
    return kubernetes;
  }

  /** The base of Docker's packages. */
  public Entry docker() {
    return docker;
  }

  /** The base of files that take the place of packages. */
  public Entry files() {
    return files;
  }

  /** The directory of a bundle, out of which everything comes. */
  public Entry bundle() {
    return bundle;
  }

  /** Those that count now. */
  Stream<Entry> counting() {
    return own.get() ? Stream.of(kubernetes, docker, files, bundle) : Stream.empty();
  }
}
