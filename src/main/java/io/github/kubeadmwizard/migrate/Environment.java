package io.github.kubeadmwizard.migrate;

import io.github.kubeadmwizard.yaml.PlainTree;
import io.github.kubeadmwizard.yaml.YamlNode;
import io.github.kubeadmwizard.yaml.YamlNode.Mapping;

/** Environment variables of a component; only v1beta4 has them, so they stay as they are. */
record Environment(String path) implements Rule {

  @Override
  public void read(YamlNode node, Origin from, Gathered out) {
    Scalars.items(
        node,
        from,
        out,
        (item, at) -> {
          if (item instanceof Mapping mapping) {
            out.state(at, Paper.CLUSTER, path + "[]", PlainTree.of(mapping));
          } else {
            Scalars.unreadable(at, out);
          }
        });
  }
}
