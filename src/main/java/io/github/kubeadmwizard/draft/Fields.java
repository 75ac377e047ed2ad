package io.github.kubeadmwizard.draft;

import io.github.kubeadmwizard.cluster.Nearest;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.yaml.Position;
import io.github.kubeadmwizard.yaml.YamlNode;
import io.github.kubeadmwizard.yaml.YamlNode.Mapping;
import io.github.kubeadmwizard.yaml.YamlNode.Scalar;
import io.github.kubeadmwizard.yaml.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** The keys of one mapping, asked for one by one; at the end, those never asked for are refused. */
final class Fields {
  private final Reading reading;
  private final Values values;
  private final Mapping mapping;
  private final String path;
  private final Set<String> asked = new LinkedHashSet<>();
  private boolean open;
  private boolean incomplete;

  Fields(Reading reading, Mapping mapping, String path) {
    this.reading = reading;
    this.values = new Values(reading);
    this.mapping = mapping;
    this.path = path;
  }

  /** Text that has to be there. */
  <T> T required(String key, Form<T> form) {
    if (node(key).isEmpty()) {
      missing(key, form.allowed());
    }
    var value = optional(key, form);
    incomplete |= value.isEmpty();
    return value.orElse(form.standIn());
  }

  /** Text that has to be there in a cluster; in a draft it may be absent or empty as yet. */
  String unfinished(String key, Form<String> form) {
    var node = node(key);
    boolean empty =
        node.isEmpty() || (node.get() instanceof Scalar scalar && scalar.text().isEmpty());
    if (reading.isDraft()) {
      return empty ? "" : or(key, form, "");
    }
    return required(key, form);
  }

  /** Text, or this where the key is absent. */
  <T> T or(String key, Form<T> form, T otherwise) {
    return optional(key, form).orElse(otherwise);
  }

  /** Text, where the key is there. */
  <T> Optional<T> optional(String key, Form<T> form) {
    return node(key).flatMap(node -> values.text(node, path(key), form));
  }

  /** A whole number within bounds, where the key is there. */
  Optional<Integer> whole(String key, int least, int most) {
    return node(key).flatMap(node -> values.whole(node, path(key), least, most));
  }

  /** True or false, or this where the key is absent. */
  boolean flag(String key, boolean otherwise) {
    return node(key).flatMap(node -> values.flag(node, path(key))).orElse(otherwise);
  }

  /** A list of texts; empty where the key is absent. */
  <T> List<T> list(String key, Form<T> form) {
    return items(key, (item, at) -> item(item, at, form)).stream()
        .flatMap(Optional::stream)
        .toList();
  }

  /** A refused item has a stand-in, so that a reader of the whole finds its place; no draft has. */
  private <T> Optional<T> item(YamlNode item, String at, Form<T> form) {
    var value = values.text(item, at, form);
    return reading.isDraft() ? value : value.or(() -> Optional.of(form.standIn()));
  }

  /** A list of texts with at least one. */
  <T> List<T> requiredList(String key, Form<T> form) {
    atLeastOne(key, form.allowed());
    return list(key, form);
  }

  /** A list of mappings with at least one. */
  <R> List<R> requiredObjects(String key, Function<Fields, R> reader) {
    atLeastOne(key, Message.of("draft.allowed.list"));
    return objects(key, reader);
  }

  private void atLeastOne(String key, Message allowed) {
    var node = node(key);
    if (reading.isDraft()) {
      return;
    }
    if (node.isEmpty()) {
      missing(key, allowed);
    } else if (node.get() instanceof Sequence sequence && sequence.items().isEmpty()) {
      reading.problem(
          node.get().at(), path(key), Message.of("draft.emptyList"), allowed, Optional.empty());
    }
  }

  /** A list of mappings; empty where the key is absent. */
  <R> List<R> objects(String key, Function<Fields, R> reader) {
    if (reading.isListing()) {
      inside(empty(), path(key) + "[]", reader);
    }
    return items(key, (item, at) -> object(item, at, reader)).stream()
        .flatMap(Optional::stream)
        .toList();
  }

  /** Texts by keys of the user's own; empty where the key is absent. */
  SortedMap<String, String> texts(String key, Form<String> keys, Form<String> form) {
    return byKey(key, keys, (item, at) -> values.text(item, at, form));
  }

  /** Lists of texts by keys of the user's own; empty where the key is absent. */
  <T> SortedMap<String, List<T>> listsByKey(String key, Form<String> keys, Form<T> form) {
    return byKey(
        key,
        keys,
        (list, path) ->
            Optional.of(
                items(list, path, (item, at) -> item(item, at, form)).stream()
                    .flatMap(Optional::stream)
                    .toList()));
  }

  /** Mappings by keys of the user's own; empty where the key is absent. */
  <R> SortedMap<String, R> objectsByKey(String key, Form<String> keys, Function<Fields, R> reader) {
    if (reading.isListing()) {
      inside(empty(), path(key) + ".*", reader);
    }
    return byKey(key, keys, (item, at) -> object(item, at, reader));
  }

  /** A mapping, where the key is there. */
  <R> Optional<R> object(String key, Function<Fields, R> reader) {
    if (reading.isListing()) {
      node(key);
      return Optional.of(inside(empty(), path(key), reader));
    }
    return node(key).flatMap(node -> object(node, path(key), reader));
  }

  /** A mapping that may well be empty, such as options, where the key is there. */
  <R> Optional<R> options(String key, Function<Fields, R> reader) {
    var node = node(key);
    if (node.isPresent() && !(node.get() instanceof Mapping)) {
      var allowed = Message.of("draft.allowed.mappingOrEmpty");
      values.wrongType(node.get(), path(key), allowed, Optional.of("{}"));
      return Optional.empty();
    }
    return object(key, reader);
  }

  /** Whatever stands under the key, as plain values; not looked into but for secrets. */
  Optional<Map<String, Object>> tree(String key) {
    return node(key).flatMap(node -> new FreeTree(reading).read(node, path(key)));
  }

  /** The keys that nobody asked for, as texts; {@link #done} then refuses none. */
  SortedMap<String, String> rest(Form<String> form) {
    open = true;
    var rest = new TreeMap<String, String>();
    for (var entry : mapping.entries()) {
      var key = entry.key().text();
      if (!asked.contains(key) && !refusedAsSecret(entry)) {
        reading.stands(path(key), entry.value().at());
        new FreeTree(reading)
            .option(entry.value(), path(key), form)
            .ifPresent(v -> rest.put(key, v));
      }
    }
    return rest;
  }

  /** Refuses every key that was not asked for. */
  void done() {
    for (var entry : mapping.entries()) {
      var key = entry.key().text();
      if (!open && !asked.contains(key) && !refusedAsSecret(entry)) {
        reading.problem(
            entry.key().at(),
            path(key),
            Message.of("draft.unknownKey", key),
            Message.of("draft.allowed.keys", List.copyOf(asked)),
            Nearest.to(key, asked));
      }
    }
  }

  private boolean refusedAsSecret(YamlNode.Entry entry) {
    boolean secret = Secrets.isKey(entry.key().text());
    if (secret) {
      reading.problem(
          entry.key().at(),
          path(entry.key().text()),
          Secrets.WHAT,
          Secrets.ALLOWED,
          Optional.empty());
    }
    return secret;
  }

  private interface ItemReader<T> {
    T read(YamlNode item, String at);
  }

  private <T> List<T> items(String key, ItemReader<T> reader) {
    return node(key).map(node -> items(node, path(key), reader)).orElse(List.of());
  }

  private <T> List<T> items(YamlNode node, String path, ItemReader<T> reader) {
    var list = new ArrayList<T>();
    if (node instanceof Sequence sequence) {
      for (var item : sequence.items()) {
        var at = path + "[" + list.size() + "]";
        reading.stands(at, item.at());
        list.add(reader.read(item, at));
      }
    } else {
      values.wrongType(node, path, Message.of("draft.allowed.list"), Optional.empty());
    }
    return List.copyOf(list);
  }

  private <R> SortedMap<String, R> byKey(
      String key, Form<String> keys, ItemReader<Optional<R>> reader) {
    var map = new TreeMap<String, R>();
    for (var entry : node(key).map(n -> entries(n, path(key))).orElse(List.of())) {
      var name = entry.key().text();
      var at = path(key) + "." + name;
      reading.stands(at, entry.key().at());
      if (keys.read().apply(name).isEmpty()) {
        reading.problem(
            entry.key().at(),
            at,
            Message.of("draft.impossible", name),
            keys.allowed(),
            keys.meant().apply(name));
      } else if (!refusedAsSecret(entry)) {
        reader.read(entry.value(), at).ifPresent(value -> map.put(name, value));
      }
    }
    return map;
  }

  private List<YamlNode.Entry> entries(YamlNode node, String at) {
    if (node instanceof Mapping m) {
      return m.entries();
    }
    values.wrongType(node, at, Message.of("draft.allowed.mapping"), Optional.empty());
    return List.of();
  }

  private <R> Optional<R> object(YamlNode node, String at, Function<Fields, R> reader) {
    if (node instanceof Mapping m) {
      var fields = new Fields(reading, m, at);
      R result = fields.readBy(reader);
      return fields.incomplete && reading.isDraft() ? Optional.empty() : Optional.of(result);
    }
    values.wrongType(node, at, Message.of("draft.allowed.mapping"), Optional.empty());
    return Optional.empty();
  }

  private <R> R inside(Mapping inner, String at, Function<Fields, R> reader) {
    return new Fields(reading, inner, at).readBy(reader);
  }

  private <R> R readBy(Function<Fields, R> reader) {
    R result = reader.apply(this);
    done();
    return result;
  }

  private static Mapping empty() {
    return new Mapping(Position.START, List.of());
  }

  private void missing(String key, Message allowed) {
    reading.problem(
        mapping.at(), path(key), Message.of("draft.missing", key), allowed, Optional.empty());
  }

  private Optional<YamlNode> node(String key) {
    asked.add(key);
    reading.known(path(key));
    var node = mapping.get(key);
    node.ifPresent(n -> reading.stands(path(key), n.at()));
    return node;
  }

  private String path(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }
}
