package io.github.kubeadmwizard.wizard.step.addons;

import io.github.kubeadmwizard.cluster.AddonsSpec;
import io.github.kubeadmwizard.cluster.CniSpec;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.wizard.Step;
import io.github.kubeadmwizard.wizard.StepModel;
import io.github.kubeadmwizard.wizard.StepState;
import io.github.kubeadmwizard.wizard.step.choice.Basis;
import io.github.kubeadmwizard.wizard.step.choice.Seen;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;

/** What runs on the cluster besides Kubernetes; this version installs none of it yet. */
public final class AddonsModel implements StepModel {
  private final Basis basis;
  private final Seen seen = new Seen();

  /** Over these choices. */
  public AddonsModel(Basis basis) {
    this.basis = basis;
    basis.follow(this::tell);
  }

  private void tell() {
    Optional<Message> wrong =
        refused().isEmpty()
            ? Optional.empty()
            : Optional.of(Message.of("choices.addons.refused.remark"));
    seen.tell(Message.of("choices.addons.shortly"), wrong, Optional.empty(), "");
  }

  @Override
  public Step step() {
    return Step.ADDONS;
  }

  @Override
  public ReadOnlyObjectProperty<StepState> state() {
    return seen.state();
  }

  /** Somebody looks at the page. */
  public void look() {
    seen.look("");
    tell();
  }

  /** Grows with every change of choices or facts. */
  public ReadOnlyIntegerProperty changes() {
    return seen.changes();
  }

  /** Add-ons that the draft asks for, from a file, and that this version cannot install. */
  public List<String> refused() {
    AddonsSpec wish = basis.spec().addons();
    if (basis.installs(spec -> spec.with(wish))) {
      return List.of();
    }
    var names = new ArrayList<>(wish.keys());
    names.addAll(wish.manifests());
    return List.copyOf(names);
  }

  /** Whether a pod network is installed too. */
  public boolean hasPodNetwork() {
    return basis.spec().cni().name() != CniSpec.Name.NONE;
  }

  /** Leaves them out. */
  public void leaveOut() {
    basis.draft().change(spec -> spec.with(AddonsSpec.DEFAULT));
  }
}
