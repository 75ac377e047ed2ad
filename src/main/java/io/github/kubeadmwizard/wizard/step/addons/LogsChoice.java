package io.github.kubeadmwizard.wizard.step.addons;

import io.github.kubeadmwizard.addons.Addons;
import io.github.kubeadmwizard.cluster.AddonSpec;
import io.github.kubeadmwizard.cluster.AddonSpec.Logs;
import io.github.kubeadmwizard.wizard.step.choice.Basis;
import io.github.kubeadmwizard.wizard.step.choice.Entry;
import io.github.kubeadmwizard.wizard.step.choice.Forms;
import java.util.List;
import java.util.Optional;

/** How long logs are kept and where, as it is chosen. */
public final class LogsChoice {
  private static final String PART = "addons.logs.";

  private final Basis basis;
  private final Entry retention;
  private final Entry storageClass;
  private final Entry storageSize;

  LogsChoice(Basis basis) {
    this.basis = basis;
    retention =
        new Entry(
            Forms.required(PART + "retention"),
            text -> take(new Logs(text, now().storageClass(), now().storageSize())));
    storageClass =
        new Entry(
            Forms.optional(PART + "storageClass"),
            text ->
                take(
                    new Logs(
                        now().retention(),
                        Optional.of(text).filter(said -> !said.isEmpty()),
                        now().storageSize())));
    storageSize =
        new Entry(
            Forms.required(PART + "storageSize"),
            text -> take(new Logs(now().retention(), now().storageClass(), text)));
  }

  private boolean isChosen() {
    return basis.spec().addons().has(AddonSpec.Name.LOGS);
  }

  Logs now() {
    return basis.spec().addons().find(Logs.class).orElse(Logs.DEFAULT);
  }

  /** On a volume where the cluster brings a class: it is shown, and can be taken out. */
  Logs usual() {
    return new Logs(
        Logs.USUAL_RETENTION,
        Addons.storageClasses(basis.spec()).stream().findFirst(),
        Logs.USUAL_SIZE);
  }

  private void take(Logs wish) {
    if (isChosen()) {
      basis.draft().change(spec -> spec.with(spec.addons().with(wish)));
    }
  }

  void follow() {
    retention.follow(now().retention());
    storageClass.follow(now().storageClass().orElse(""));
    storageSize.follow(now().storageSize());
  }

  List<Entry> entries() {
    return List.of(retention, storageClass, storageSize);
  }

  boolean isWrong() {
    return isChosen() && entries().stream().anyMatch(entry -> entry.wrong().get().isPresent());
  }

  /** How long they are kept. */
  public Entry retention() {
    return retention;
  }

  /** Of the volume that they lie on. */
  public Entry storageClass() {
    return storageClass;
  }

  /** How much room they have. */
  public Entry storageSize() {
    return storageSize;
  }
}
