package io.github.kubeadmwizard.migrate;

import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.yaml.PlainTree;
import io.github.kubeadmwizard.yaml.YamlNode;
import io.github.kubeadmwizard.yaml.YamlNode.Entry;
import io.github.kubeadmwizard.yaml.YamlNode.Kind;
import io.github.kubeadmwizard.yaml.YamlNode.Mapping;
import io.github.kubeadmwizard.yaml.YamlNode.Scalar;
import io.github.kubeadmwizard.yaml.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Optional;

/**
 * The configuration of the kubelet or of kube-proxy, which kubeadm passes on: taken field by field
 * as it is, without what has no value and without placeholders. What the programs of today do not
 * know is taken out later, by {@link Cleaning}.
 */
record Trees(Paper paper) implements Rule {

  @Override
  public void read(YamlNode node, Origin from, Gathered out) {
    if (!(node instanceof Mapping mapping)) {
      if (!Scalars.isNothing(node)) {
        Scalars.unreadable(from, out);
      }
      return;
    }
    for (Entry entry : mapping.entries()) {
      var name = entry.key().text();
      var at =
          from.path().isEmpty()
              ? new Origin(entry.key().at(), name)
              : from.inner(entry.key().at(), name);
      if (name.equals("featureGates")) {
        Gates.components(paper, name).read(entry.value(), at, out);
      } else if (!name.equals("apiVersion") && !name.equals("kind")) {
        plain(entry.value(), at, out).ifPresent(value -> out.state(at, paper, name, value));
      }
    }
  }

  private static Optional<Object> plain(YamlNode node, Origin from, Gathered out) {
    return switch (node) {
      case Scalar scalar -> scalar(scalar, from, out);
      case Sequence sequence -> {
        var list = new ArrayList<Object>();
        for (int i = 0; i < sequence.items().size(); i++) {
          var item = sequence.items().get(i);
          plain(item, from.item(item.at(), i), out).ifPresent(list::add);
        }
        yield list.isEmpty() && !sequence.items().isEmpty() ? Optional.empty() : Optional.of(list);
      }
      case Mapping mapping -> {
        var map = new LinkedHashMap<String, Object>();
        for (Entry entry : mapping.entries()) {
          var at = from.inner(entry.key().at(), entry.key().text());
          plain(entry.value(), at, out).ifPresent(value -> map.put(entry.key().text(), value));
        }
        yield map.isEmpty() ? Optional.empty() : Optional.of(map);
      }
    };
  }

  private static Optional<Object> scalar(Scalar scalar, Origin from, Gathered out) {
    if (scalar.kind() == Kind.NOTHING || scalar.text().isEmpty()) {
      return Optional.empty();
    }
    if (scalar.kind() == Kind.TEXT && Scalars.isPlaceholder(scalar.text())) {
      out.drop(from, Message.of("migrate.placeholder", scalar.text().strip()));
      return Optional.empty();
    }
    return Optional.of(PlainTree.of(scalar));
  }
}
