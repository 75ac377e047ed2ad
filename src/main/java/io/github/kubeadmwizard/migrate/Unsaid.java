package io.github.kubeadmwizard.migrate;

import io.github.kubeadmwizard.migrate.Change.Kind;
import io.github.kubeadmwizard.text.Message;
import java.util.List;

/** What a cluster needs and the old text leaves to kubeadm, or to somebody else. */
record Unsaid(List<Statement> statements, Told told) {

  void tell(Target target) {
    if (isUnsaid("kubernetesVersion")) {
      told.unsaid(
          Kind.ASSUMED,
          "kubernetes",
          Message.of("migrate.assumedVersion", target.version().toString()));
    }
    if (isUnsaid("networking.podSubnet")) {
      told.unsaid(Kind.ASSUMED, "network.podCIDR", Message.of("migrate.assumedPods"));
    }
  }

  private boolean isUnsaid(String path) {
    return statements.stream().noneMatch(s -> s.path().equals(path));
  }
}
