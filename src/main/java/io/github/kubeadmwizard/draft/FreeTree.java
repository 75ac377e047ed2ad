package io.github.kubeadmwizard.draft;

import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.yaml.PlainTree;
import io.github.kubeadmwizard.yaml.YamlNode;
import io.github.kubeadmwizard.yaml.YamlNode.Kind;
import io.github.kubeadmwizard.yaml.YamlNode.Mapping;
import io.github.kubeadmwizard.yaml.YamlNode.Scalar;
import io.github.kubeadmwizard.yaml.YamlNode.Sequence;
import java.util.Map;
import java.util.Optional;

/** A part of the file that another room understands: taken as it is, but no secret and no gap. */
final class FreeTree {
  private final Reading reading;
  private boolean good = true;

  FreeTree(Reading reading) {
    this.reading = reading;
  }

  /** The mapping as plain values; empty where something in it was refused. */
  Optional<Map<String, Object>> read(YamlNode node, String path) {
    if (!(node instanceof Mapping mapping)) {
      new Values(reading)
          .wrongType(node, path, Message.of("draft.allowed.mappingOrEmpty"), Optional.of("{}"));
      return Optional.empty();
    }
    look(node, path);
    return good ? Optional.of(PlainTree.of(mapping)) : Optional.empty();
  }

  /** A scalar of any type as its text. */
  Optional<String> option(YamlNode node, String path, Form<String> form) {
    if (node instanceof Scalar scalar && scalar.kind() != Kind.NOTHING) {
      return new Values(reading)
          .text(new Scalar(scalar.at(), scalar.text(), Kind.TEXT), path, form);
    }
    new Values(reading).wrongType(node, path, form.allowed(), Optional.empty());
    return Optional.empty();
  }

  private void look(YamlNode node, String path) {
    reading.stands(path, node.at());
    switch (node) {
      case Mapping mapping -> mapping.entries().forEach(entry -> look(entry, path));
      case Sequence sequence -> {
        for (int i = 0; i < sequence.items().size(); i++) {
          look(sequence.items().get(i), path + "[" + i + "]");
        }
      }
      case Scalar scalar -> look(scalar, path);
    }
  }

  private void look(YamlNode.Entry entry, String path) {
    var at = path + "." + entry.key().text();
    if (Secrets.isKey(entry.key().text())) {
      refuse(entry.key(), at, Secrets.WHAT, Secrets.ALLOWED);
    } else {
      look(entry.value(), at);
    }
  }

  private void look(Scalar scalar, String path) {
    if (Secrets.isValue(scalar.text())) {
      refuse(scalar, path, Secrets.WHAT, Secrets.ALLOWED);
    } else if (scalar.kind() == Kind.NOTHING) {
      refuse(
          scalar,
          path,
          Message.of("draft.wrongType", Message.of("draft.type.nothing")),
          Message.of("draft.allowed.value"));
    }
  }

  private void refuse(YamlNode node, String path, Message what, Message allowed) {
    good = false;
    reading.problem(node.at(), path, what, allowed, Optional.empty());
  }
}
