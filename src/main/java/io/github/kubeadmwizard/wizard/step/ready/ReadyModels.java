package io.github.kubeadmwizard.wizard.step.ready;

/** What the parts of the Ready page know. */
public record ReadyModels(
    ReadyModel ready, SmokeModel smoke, PodsModel pods, PeopleModel people, JoinModel join) {}
