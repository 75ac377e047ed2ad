package io.github.kubeadmwizard.migrate;

import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.yaml.Position;
import java.util.List;

/** What came of an old text. */
public sealed interface Migration {

  /**
   * It was understood.
   *
   * @param cluster complete but for what only the user can know; a host's address may be empty
   * @param changes what became of each part of the old text on the way to the cluster
   * @param files the same as kubeadm's files of today
   * @param fileChanges what became of each part on the way to these files
   */
  record Done(
      ClusterSpec cluster, List<Change> changes, List<KubeadmFile> files, List<Change> fileChanges)
      implements Migration {
    public Done {
      changes = List.copyOf(changes);
      files = List.copyOf(files);
      fileChanges = List.copyOf(fileChanges);
    }
  }

  /**
   * It is nothing of kubeadm's.
   *
   * @param at where reading stopped
   */
  record Refused(Position at, Message why) implements Migration {}
}
