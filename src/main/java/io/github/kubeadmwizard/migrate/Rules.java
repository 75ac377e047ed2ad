package io.github.kubeadmwizard.migrate;

import io.github.kubeadmwizard.cluster.Cidr;
import io.github.kubeadmwizard.cluster.KubernetesNames;
import io.github.kubeadmwizard.kubeadm.tree.GoDuration;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.yaml.YamlNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The rules that most fields go by. */
final class Rules {
  private Rules() {}

  /** A text that stays as it is. */
  static Rule text(Paper paper, String path) {
    return (node, from, out) ->
        Scalars.text(node, from, out).ifPresent(text -> out.state(from, paper, path, text));
  }

  static Rule number(Paper paper, String path) {
    return (node, from, out) ->
        Scalars.number(node, from, out).ifPresent(number -> out.state(from, paper, path, number));
  }

  static Rule truth(Paper paper, String path) {
    return (node, from, out) ->
        Scalars.truth(node, from, out).ifPresent(truth -> out.state(from, paper, path, truth));
  }

  static Rule texts(Paper paper, String path) {
    return (node, from, out) -> {
      var texts = Scalars.texts(node, from, out);
      if (!texts.isEmpty()) {
        out.state(from, paper, path, texts);
      }
    };
  }

  /** A length of time as Go writes it. */
  static Rule duration(Paper paper, String path) {
    return (node, from, out) ->
        Scalars.text(node, from, out)
            .ifPresent(text -> {
              if (GoDuration.isValid(text)) {
                out.state(from, paper, path, text);
              } else {
                out.drop(from, Message.of("migrate.duration", text));
              }
            });
  }

  /** The first of several. */
  static Rule first(Paper paper, String path, Message others) {
    return (node, from, out) -> {
      var texts = Scalars.texts(node, from, out);
      if (!texts.isEmpty()) {
        out.state(from, paper, path, texts.getFirst());
      }
      if (texts.size() > 1) {
        out.drop(from, others);
      }
    };
  }

  /** An address where the API server listens; one that means "any" says nothing. */
  static Rule address(Paper paper, String path) {
    return (node, from, out) ->
        Scalars.text(node, from, out)
            .ifPresent(text -> {
              if (text.equals("0.0.0.0") || text.equals("::")) {
                out.drop(from, Message.of("migrate.anyAddress", text));
              } else if (Cidr.isAddress(text)) {
                out.state(from, paper, path, text);
              } else {
                out.drop(from, Message.of("migrate.noAddress", text));
              }
            });
  }

  /** The name of a node, in small letters as kubeadm wants it. */
  static Rule nodeName(Paper paper) {
    return (node, from, out) ->
        Scalars.text(node, from, out)
            .ifPresent(text -> {
              var name = text.toLowerCase(Locale.ROOT).replace('_', '-');
              if (KubernetesNames.isDnsSubdomain(name)) {
                Optional<Message> why =
                    name.equals(text)
                        ? Optional.empty()
                        : Optional.of(Message.of("migrate.name", name));
                out.state(from, paper, "nodeRegistration.name", name, why);
              } else {
                out.drop(from, Message.of("migrate.noName", text));
              }
            });
  }

  /** A registry with the path below it. */
  static Rule repository(String path) {
    return (node, from, out) ->
        Scalars.text(node, from, out)
            .ifPresent(text -> {
              var old = text.replaceFirst("/+$", "");
              var now = Optional.ofNullable(out.target().data().registries().get(old));
              out.state(
                  from,
                  Paper.CLUSTER,
                  path,
                  now.orElse(old),
                  now.map(registry -> Message.of("migrate.registry", old, registry)));
            });
  }

  /** The version; which one it comes to was worked out before. */
  static Rule version() {
    return (node, from, out) ->
        Scalars.text(node, from, out)
            .ifPresent(_ ->
                out.state(
                    from,
                    Paper.CLUSTER,
                    "kubernetesVersion",
                    out.target().full(),
                    out.target().changed()));
  }

  /** One of these words, else it is left out. */
  static Rule oneOf(Paper paper, String path, List<String> words) {
    return (node, from, out) ->
        Scalars.text(node, from, out)
            .ifPresent(text -> {
              if (words.contains(text)) {
                out.state(from, paper, path, text);
              } else {
                out.drop(from, Message.of("migrate.notOneOf", text, words));
              }
            });
  }

  /** What has no counterpart any more; a field without a value is passed over. */
  static Rule dropped(Message why) {
    return (node, from, out) -> {
      if (!Scalars.isNothing(node)) {
        out.drop(from, why);
      }
    };
  }

  /** A token or key. */
  static Rule secret() {
    return (node, from, out) -> {
      if (node instanceof YamlNode.Scalar scalar && Scalars.isPlaceholder(scalar.text())) {
        out.drop(from, Message.of("migrate.placeholder", scalar.text().strip()));
      } else if (!Scalars.isNothing(node)) {
        out.secret(from);
      }
    };
  }
}
