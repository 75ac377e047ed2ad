package io.github.kubeadmwizard.wizard.step.addons;

import io.github.kubeadmwizard.cluster.AddonSpec;
import io.github.kubeadmwizard.cluster.AddonSpec.Prometheus;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.wizard.step.choice.Basis;
import io.github.kubeadmwizard.wizard.step.choice.Entry;
import io.github.kubeadmwizard.wizard.step.choice.Forms;
import java.util.List;
import java.util.Optional;

/** What Prometheus measures and keeps, as it is chosen. */
public final class PrometheusChoice {
  private static final String PART = "addons.prometheus.";
  private static final String SIZE = PART + "storageSize";

  private final Basis basis;
  private final Entry retention;
  private final Entry storageClass;
  private final Entry storageSize;

  PrometheusChoice(Basis basis) {
    this.basis = basis;
    retention =
        new Entry(
            Forms.required(PART + "retention"),
            text ->
                take(
                    new Prometheus(
                        now().replicas(), text, now().storageClass(), now().storageSize())));
    storageClass =
        new Entry(
            Forms.optional(PART + "storageClass"),
            text ->
                take(
                    new Prometheus(
                        now().replicas(), now().retention(), some(text), now().storageSize())));
    storageSize =
        new Entry(
            Forms.optional(SIZE),
            text ->
                take(
                    new Prometheus(
                        now().replicas(), now().retention(), now().storageClass(), some(text))),
            () -> isChosen() ? basis.broken(SIZE::equals) : Optional.<Message>empty());
  }

  private static Optional<String> some(String text) {
    return Optional.of(text).filter(said -> !said.isEmpty());
  }

  private boolean isChosen() {
    return basis.spec().addons().has(AddonSpec.Name.PROMETHEUS);
  }

  Prometheus now() {
    return basis.spec().addons().find(Prometheus.class).orElse(Prometheus.DEFAULT);
  }

  private void take(Prometheus wish) {
    if (isChosen()) {
      basis.draft().change(spec -> spec.with(spec.addons().with(wish)));
    }
  }

  /** So many of each. */
  public void replicas(int many) {
    take(new Prometheus(many, now().retention(), now().storageClass(), now().storageSize()));
  }

  void follow() {
    retention.follow(now().retention());
    storageClass.follow(now().storageClass().orElse(""));
    storageSize.follow(now().storageSize().orElse(""));
  }

  List<Entry> entries() {
    return List.of(retention, storageClass, storageSize);
  }

  boolean isWrong() {
    return isChosen() && entries().stream().anyMatch(entry -> entry.wrong().get().isPresent());
  }

  /** How long values are kept. */
  public Entry retention() {
    return retention;
  }

  /** Of its volumes. */
  public Entry storageClass() {
    return storageClass;
  }

  /** Of each of its volumes. */
  public Entry storageSize() {
    return storageSize;
  }
}
