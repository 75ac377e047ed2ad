package io.github.kubeadmwizard.wizard.step.addons;

import io.github.kubeadmwizard.cluster.AddonSpec;
import io.github.kubeadmwizard.cluster.AddonSpec.Nfs;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.wizard.step.choice.Basis;
import io.github.kubeadmwizard.wizard.step.choice.Entry;
import io.github.kubeadmwizard.wizard.step.choice.Forms;
import java.util.List;
import java.util.Optional;

/** The file server of volumes over NFS, as it is chosen. */
public final class NfsChoice {
  private static final String SERVER = "addons.nfs.server";
  private static final String SHARE = "addons.nfs.share";

  private final Basis basis;
  private final Entry server;
  private final Entry share;

  NfsChoice(Basis basis) {
    this.basis = basis;
    server =
        new Entry(
            Forms.required(SERVER),
            text -> take(new Nfs(text, now().share(), now().defaultClass())),
            () -> broken(SERVER));
    share =
        new Entry(
            Forms.required(SHARE),
            text -> take(new Nfs(now().server(), text, now().defaultClass())),
            () -> broken(SHARE));
  }

  private Optional<Message> broken(String path) {
    return isChosen() ? basis.broken(path::equals) : Optional.empty();
  }

  private boolean isChosen() {
    return basis.spec().addons().has(AddonSpec.Name.NFS);
  }

  Nfs now() {
    return basis.spec().addons().find(Nfs.class).orElse(Nfs.EMPTY);
  }

  private void take(Nfs nfs) {
    if (isChosen()) {
      basis.draft().change(spec -> spec.with(spec.addons().with(nfs)));
    }
  }

  /** Whether claims without a class get a volume of it. */
  public void makeDefaultClass(boolean is) {
    take(new Nfs(now().server(), now().share(), is));
  }

  void follow() {
    server.follow(now().server());
    share.follow(now().share());
  }

  List<Entry> entries() {
    return List.of(server, share);
  }

  boolean isWrong() {
    return isChosen() && entries().stream().anyMatch(entry -> entry.wrong().get().isPresent());
  }

  /** Its name or address. */
  public Entry server() {
    return server;
  }

  /** The directory that it exports. */
  public Entry share() {
    return share;
  }
}
