package io.github.kubeadmwizard.wizard;

import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.cluster.HostSpec;
import io.github.kubeadmwizard.imports.TextFile;
import io.github.kubeadmwizard.kubeadm.KubernetesCatalogue;
import io.github.kubeadmwizard.migrate.ChangeText;
import io.github.kubeadmwizard.migrate.Migration;
import io.github.kubeadmwizard.migrate.OldKubeadm;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.text.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Turns what kubeadm was told in earlier days into a cluster, and shows what became of it. */
final class Importing {
  private final ClusterDialogs dialogs;
  private final Supplier<Words> words;

  Importing(ClusterDialogs dialogs, Supplier<Words> words) {
    this.dialogs = dialogs;
    this.words = words;
  }

  /** The text of a file that is kubeadm's; empty for any other. */
  static Optional<String> kubeadms(Path file) {
    try {
      return Optional.of(TextFile.read(file)).filter(OldKubeadm::isLike);
    } catch (IOException _) {
      return Optional.empty(); // why it can't be read is told by who reads it as a cluster file
    }
  }

  /** A machine of which neither name nor address is known needs something to be called by. */
  private static ClusterSpec withNames(ClusterSpec spec) {
    var hosts = new ArrayList<HostSpec>();
    for (HostSpec host : spec.hosts()) {
      hosts.add(
          host.label().isEmpty()
              ? host.withName(Optional.of("control-plane-" + (hosts.size() + 1)))
              : host);
    }
    return spec.withHosts(hosts);
  }

  /**
   * The cluster, shown and told; empty where the text is nothing of kubeadm's, which is told, too.
   *
   * @param named gives the cluster a name that is free
   */
  Optional<ClusterSpec> cluster(String text, UnaryOperator<ClusterSpec> named) {
    return switch (new OldKubeadm(KubernetesCatalogue.load()).read(text)) {
      case Migration.Done done -> {
        var spec = named.apply(withNames(done.cluster()));
        dialogs.report(
            Message.of("wizard.clusters.import.done", spec.name()),
            new ChangeText(words.get()).lines(done.changes()));
        yield Optional.of(spec);
      }
      case Migration.Refused(var at, var why) -> {
        dialogs.tell(
            Message.of(
                "wizard.clusters.import.refused",
                String.valueOf(at.line()),
                String.valueOf(at.column()),
                why));
        yield Optional.empty();
      }
    };
  }
}
