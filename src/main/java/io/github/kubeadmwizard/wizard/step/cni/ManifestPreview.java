package io.github.kubeadmwizard.wizard.step.cni;

import io.github.kubeadmwizard.addons.Layer;
import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.engine.Problem;
import io.github.kubeadmwizard.install.Installation;
import io.github.kubeadmwizard.manifests.ManifestUnavailable;
import io.github.kubeadmwizard.session.Workshop;
import io.github.kubeadmwizard.wizard.Background;
import io.github.kubeadmwizard.wizard.step.choice.Basis;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The very objects that the installation will apply, to be read before: fetched and fitted in the
 * background when somebody asks for them, and forgotten when a choice changes.
 */
public final class ManifestPreview {
  private final Basis basis;
  private final Workshop.Fetching fetching;
  private final Background background;
  private final ReadOnlyObjectWrapper<State> state =
      new ReadOnlyObjectWrapper<>(new State.Hidden());
  private int looks;

  /** Over these choices. */
  public ManifestPreview(Basis basis, Workshop.Fetching fetching, Background background) {
    this.basis = basis;
    this.fetching = fetching;
    this.background = background;
    basis.draft().specProperty().subscribe((_, _) -> hide());
  }

  /** What there is to see. */
  public sealed interface State {
    /** Nobody asked. */
    record Hidden() implements State {}

    /** It is being fetched. */
    record Looking() implements State {}

    /** Here it is. */
    record There(String text) implements State {}

    /** It is not to be had. */
    record Failed(Problem problem) implements State {}
  }

  /** What there is to see now. */
  public ReadOnlyObjectProperty<State> state() {
    return state.getReadOnlyProperty();
  }

  /** Whether the choices are such that there can be one. */
  public boolean isPossible() {
    return basis.broken(path -> path.startsWith("cni.")).isEmpty();
  }

  /** Shows it no longer. */
  public void hide() {
    looks++;
    state.set(new State.Hidden());
  }

  /** Fetches and shows it. */
  public void look() {
    int mine = ++looks;
    ClusterSpec spec = basis.spec();
    state.set(new State.Looking());
    background.run(
        () -> worked(spec),
        done -> {
          if (mine == looks) {
            state.set(done);
          }
        });
  }

  private State worked(ClusterSpec spec) {
    try {
      return new State.There(
          Installation.podNetwork(spec, fetching.fetched(spec, _ -> {})).stream()
              .map(Layer::text)
              .collect(Collectors.joining("---\n")));
    } catch (ManifestUnavailable unavailable) {
      return new State.Failed(unavailable.problem());
    }
  }
}
