package io.github.kubeadmwizard.wizard;

import io.github.kubeadmwizard.session.Workshop;
import io.github.kubeadmwizard.wizard.step.addons.AddonsModel;
import io.github.kubeadmwizard.wizard.step.choice.Basis;
import io.github.kubeadmwizard.wizard.step.cni.CniModel;
import io.github.kubeadmwizard.wizard.step.cni.ManifestPreview;
import io.github.kubeadmwizard.wizard.step.network.NetworkModel;
import io.github.kubeadmwizard.wizard.step.nodes.NodesModel;
import io.github.kubeadmwizard.wizard.step.runtime.RuntimeModel;

/** The steps between the machines and the review. */
record Choices(
    RuntimeModel runtime,
    NetworkModel network,
    CniModel cni,
    NodesModel nodes,
    AddonsModel addons) {

  static Choices of(
      Basis basis, Workshop.Fetching fetching, Background background, Runnable readAgain) {
    return new Choices(
        new RuntimeModel(basis),
        new NetworkModel(basis),
        new CniModel(basis, new ManifestPreview(basis, fetching, background)),
        new NodesModel(basis),
        new AddonsModel(basis, readAgain));
  }
}
