package io.github.kubeadmwizard.migrate;

import io.github.kubeadmwizard.cluster.Nearest;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.yaml.YamlNode.Entry;
import io.github.kubeadmwizard.yaml.YamlNode.Mapping;
import java.util.Map;
import java.util.Optional;

/** Goes through a document and gives each field to its rule; one without a rule is told. */
record FieldWalk(Map<String, Rule> rules, Gathered out) {

  void read(Mapping document) {
    read(document, "");
  }

  private void read(Mapping mapping, String prefix) {
    for (Entry entry : mapping.entries()) {
      var path = prefix + entry.key().text();
      var from = new Origin(entry.key().at(), path);
      var rule = Optional.ofNullable(rules.get(path));
      if (rule.isPresent()) {
        rule.get().read(entry.value(), from, out);
      } else if (entry.value() instanceof Mapping inner && isInside(path)) {
        read(inner, path + ".");
      } else if (!Scalars.isNothing(entry.value()) && !isHead(path)) {
        out.unknown(from, unknown(path));
      }
    }
  }

  private static boolean isHead(String path) {
    return path.equals("apiVersion") || path.equals("kind");
  }

  private boolean isInside(String path) {
    return rules.keySet().stream().anyMatch(known -> known.startsWith(path + "."));
  }

  private Message unknown(String path) {
    var why = Message.of("migrate.unknownField", path);
    return Nearest.to(path, rules.keySet())
        .map(near -> Message.of("migrate.meant", why, near))
        .orElse(why);
  }
}
