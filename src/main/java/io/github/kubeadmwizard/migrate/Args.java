package io.github.kubeadmwizard.migrate;

import io.github.kubeadmwizard.cluster.Nearest;
import io.github.kubeadmwizard.kubeadm.KnownFlags;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.yaml.YamlNode;
import io.github.kubeadmwizard.yaml.YamlNode.Entry;
import io.github.kubeadmwizard.yaml.YamlNode.Kind;
import io.github.kubeadmwizard.yaml.YamlNode.Mapping;
import io.github.kubeadmwizard.yaml.YamlNode.Scalar;
import io.github.kubeadmwizard.yaml.YamlNode.Sequence;
import java.util.LinkedHashMap;
import java.util.Optional;

/**
 * Extra arguments of a program: a mapping until v1beta3, a list of name and value since. A flag
 * that the program of today does not have would keep it from starting.
 */
record Args(String program, Paper paper, String path) implements Rule {

  @Override
  public void read(YamlNode node, Origin from, Gathered out) {
    if (Scalars.isNothing(node)) {
      return;
    }
    switch (node) {
      case Mapping mapping -> mapping.entries().forEach(entry -> one(entry, from, out));
      case Sequence sequence -> {
        for (int i = 0; i < sequence.items().size(); i++) {
          item(sequence.items().get(i), from.item(sequence.items().get(i).at(), i), out);
        }
      }
      case Scalar _ -> Scalars.unreadable(from, out);
    }
  }

  private void one(Entry entry, Origin from, Gathered out) {
    var name = entry.key().text();
    argument(name, entry.value(), from.inner(entry.key().at(), name), true, out);
  }

  private void item(YamlNode node, Origin from, Gathered out) {
    if (node instanceof Mapping mapping && mapping.get("name").isPresent()) {
      Scalars.text(mapping.get("name").get(), from, out)
          .ifPresent(name -> {
            YamlNode value =
                mapping.get("value").orElseGet(() -> new Scalar(node.at(), "", Kind.NOTHING));
            argument(name, value, new Origin(from.at(), from.path()), false, out);
          });
    } else {
      Scalars.unreadable(from, out);
    }
  }

  /**
   * @param mapped whether it stood in a mapping, so that its form changes
   */
  private void argument(String said, YamlNode node, Origin from, boolean mapped, Gathered out) {
    var name = out.target().data().flag(program, said.strip().replaceFirst("^-+", ""));
    if (!out.target().names().hasFlag(program, name)) {
      gone(name, from, out);
      return;
    }
    var value = Scalars.isNothing(node) ? Optional.of("") : Scalars.text(node, from, out);
    value
        .flatMap(text -> new ArgumentValue(program, name, from, out).kept(text))
        .ifPresent(kept -> {
          var tree = new LinkedHashMap<String, Object>();
          tree.put("name", name);
          tree.put("value", kept);
          var why = why(said, name, value.get().equals(kept), mapped);
          out.state(from, paper, path + "[]", tree, why);
        });
  }

  private Optional<Message> why(String said, String name, boolean same, boolean mapped) {
    if (!said.equals(name)) {
      return Optional.of(Message.of("migrate.flagRenamed", said, name));
    }
    if (!same) {
      return Optional.of(Message.of("migrate.flagValue", name));
    }
    return mapped ? Optional.of(Message.of("migrate.argsAreList")) : Optional.empty();
  }

  private void gone(String name, Origin from, Gathered out) {
    var known = KnownFlags.of(out.target().version(), program);
    var why = Message.of("migrate.flagGone", name, program, out.target().minor());
    var near = Nearest.to(name, known).filter(flag -> isSlip(name, flag));
    if (near.isPresent()) {
      out.unknown(from, Message.of("migrate.flagMeant", why, near.get()));
    } else {
      out.drop(from, why);
    }
  }

  /** A slip of the fingers rather than another flag of earlier days. */
  private static boolean isSlip(String name, String flag) {
    return Math.abs(flag.length() - name.length()) <= 1
        && !name.endsWith(flag)
        && !flag.endsWith(name);
  }
}
