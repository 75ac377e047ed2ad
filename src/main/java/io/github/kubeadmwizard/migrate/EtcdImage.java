package io.github.kubeadmwizard.migrate;

import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.yaml.YamlNode;
import java.util.Optional;

/**
 * The whole image of etcd, until v1alpha3. Since then repository and tag are fields; which etcd
 * fits is decided by the version of Kubernetes.
 */
record EtcdImage() implements Rule {

  @Override
  public void read(YamlNode node, Origin from, Gathered out) {
    Scalars.text(node, from, out).ifPresent(image -> read(image, from, out));
  }

  private static void read(String image, Origin from, Gathered out) {
    var tag = Message.of("migrate.etcdImage", image, out.target().facts().etcd());
    int slash = image.lastIndexOf('/');
    var repository = slash < 0 ? "" : image.substring(0, slash);
    if (repository.isEmpty()
        || repository.equals("registry.k8s.io")
        || out.target().data().registries().containsKey(repository)) {
      out.drop(from, tag);
    } else {
      out.state(from, Paper.CLUSTER, "etcd.local.imageRepository", repository, Optional.of(tag));
    }
  }

  /** A tag from v1beta1 on: what kubeadm would take by itself is newer in most cases. */
  static Rule tag(String path, String now) {
    return (node, from, out) ->
        Scalars.text(node, from, out)
            .ifPresent(text -> {
              var facts = out.target().facts();
              var usual = now.equals("etcd") ? facts.etcd() : facts.coredns();
              if (Versions.isOlder(text, usual)) {
                out.drop(from, Message.of("migrate.imageTag", text, usual));
              } else {
                out.state(from, Paper.CLUSTER, path, text);
              }
            });
  }
}
