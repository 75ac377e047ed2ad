package io.github.kubeadmwizard.migrate;

import io.github.kubeadmwizard.kubeadm.tree.GoDuration;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.yaml.YamlNode;
import io.github.kubeadmwizard.yaml.YamlNode.Entry;
import io.github.kubeadmwizard.yaml.YamlNode.Mapping;
import java.util.LinkedHashMap;
import java.util.Map;

/** Tokens to join with: what is said of them stays in kubeadm's document, the tokens do not. */
record BootstrapTokens() implements Rule {
  static final String PATH = "bootstrapTokens[]";

  @Override
  public void read(YamlNode node, Origin from, Gathered out) {
    Scalars.items(node, from, out, (item, at) -> token(item, at, out));
  }

  private static void token(YamlNode node, Origin at, Gathered out) {
    if (!(node instanceof Mapping mapping)) {
      Scalars.unreadable(at, out);
      return;
    }
    var token = new LinkedHashMap<String, Object>();
    mapping.entries().forEach(entry -> field(entry, at, token, out));
    if (!token.isEmpty()) {
      out.state(at, Paper.INIT, PATH, token);
    }
  }

  private static void field(
      Entry entry, Origin from, LinkedHashMap<String, Object> token, Gathered out) {
    var name = entry.key().text();
    var at = from.inner(entry.key().at(), name);
    switch (name) {
      case "token" -> Rules.secret().read(entry.value(), at, out);
      case "description" ->
          Scalars.text(entry.value(), at, out).ifPresent(text -> token.put(name, text));
      case "ttl" ->
          Scalars.text(entry.value(), at, out)
              .filter(GoDuration::isValid)
              .ifPresentOrElse(text -> token.put(name, text), () -> Scalars.unreadable(at, out));
      case "usages", "groups" -> {
        var texts = Scalars.texts(entry.value(), at, out);
        if (!texts.isEmpty()) {
          token.put(name, texts);
        }
      }
      case "expires" -> Rules.dropped(Message.of("migrate.expires")).read(entry.value(), at, out);
      default -> out.unknown(at, Message.of("migrate.unknownField", name));
    }
  }

  /** The lifetime of the one token that v1alpha1 and the command line know. */
  static Rule lifetime() {
    return (node, from, out) ->
        Scalars.text(node, from, out)
            .ifPresent(text -> {
              if (GoDuration.isValid(text)) {
                out.state(from, Paper.INIT, PATH, Map.of("ttl", text));
              } else {
                out.drop(from, Message.of("migrate.duration", text));
              }
            });
  }
}
