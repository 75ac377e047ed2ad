package io.github.kubeadmwizard.migrate;

import io.github.kubeadmwizard.text.Message;

/** etcd is either kubeadm's own or somebody else's; v1alpha1 wrote both side by side. */
final class OneEtcd {
  private OneEtcd() {}

  static void choose(Gathered out) {
    var statements = out.statements();
    boolean external =
        statements.stream().anyMatch(s -> s.path().equals("etcd.external.endpoints"));
    var losing = external ? "etcd.local." : "etcd.external.";
    var why =
        external
            ? Message.of("migrate.etcdIsExternal")
            : Message.of("migrate.etcdWithoutEndpoints");
    statements.stream()
        .filter(s -> s.path().startsWith(losing))
        .forEach(s -> out.drop(s.from(), why));
    statements.removeIf(s -> s.path().startsWith(losing));
  }
}
