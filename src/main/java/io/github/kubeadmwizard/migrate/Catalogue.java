package io.github.kubeadmwizard.migrate;

import io.github.kubeadmwizard.assets.Assets;
import io.github.kubeadmwizard.cluster.Mirrors;
import io.github.kubeadmwizard.cluster.RuntimeSpec;
import io.github.kubeadmwizard.yaml.PlainTree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * What is known of earlier days, from {@code kubernetes/migration.yaml}.
 *
 * @param registries who serves the images now, by the registry that no longer does
 * @param flags the name of today by program and former name
 * @param sockets the runtime by a part of its socket's path; the first that fits counts
 * @param podRanges tried in turn where a range can't be
 * @param serviceRanges the same
 * @param phases what can be left out, by command
 * @param mirrors those that have names now, from {@code mirrors.yaml}
 */
record Catalogue(
    Map<String, String> registries,
    Map<String, Map<String, String>> flags,
    SequencedMap<String, RuntimeSpec.Name> sockets,
    List<String> podRanges,
    List<String> serviceRanges,
    Map<String, List<String>> phases,
    Mirrors mirrors) {

  static Catalogue load() {
    var tree = PlainTree.read(Assets.text("kubernetes/migration.yaml"));
    var flags = new LinkedHashMap<String, Map<String, String>>();
    map(tree, "flags")
        .keySet()
        .forEach(program -> flags.put(program, texts(map(tree, "flags"), program)));
    var phases = map(tree, "phases");
    return new Catalogue(
        texts(tree, "registries"),
        flags,
        sockets((List<?>) tree.getOrDefault("sockets", List.of())),
        list(map(tree, "ranges"), "pods"),
        list(map(tree, "ranges"), "services"),
        Map.of("init", list(phases, "init"), "join", list(phases, "join")),
        Mirrors.of(PlainTree.read(Assets.text(Mirrors.ASSET))));
  }

  /** What a flag is called now. */
  String flag(String program, String name) {
    return flags.getOrDefault(program, Map.of()).getOrDefault(name, name);
  }

  /** The runtime that listens there. */
  Optional<RuntimeSpec.Name> runtime(String socket) {
    return sockets.entrySet().stream()
        .filter(entry -> socket.contains(entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private static SequencedMap<String, RuntimeSpec.Name> sockets(List<?> entries) {
    var sockets = new LinkedHashMap<String, RuntimeSpec.Name>();
    for (Object entry : entries) {
      var fields = (Map<?, ?>) entry;
      var name = String.valueOf(fields.get("runtime")).toUpperCase(Locale.ROOT).replace('-', '_');
      sockets.put(String.valueOf(fields.get("part")), RuntimeSpec.Name.valueOf(name));
    }
    return sockets;
  }

  private static Map<String, Object> map(Map<String, Object> tree, String key) {
    var map = new LinkedHashMap<String, Object>();
    ((Map<?, ?>) tree.getOrDefault(key, Map.of())).forEach((k, v) -> map.put(k.toString(), v));
    return map;
  }

  private static Map<String, String> texts(Map<String, Object> tree, String key) {
    var texts = new LinkedHashMap<String, String>();
    map(tree, key).forEach((k, v) -> texts.put(k, v.toString()));
    return texts;
  }

  private static List<String> list(Map<String, Object> tree, String key) {
    var list = new ArrayList<String>();
    ((List<?>) tree.getOrDefault(key, List.of())).forEach(item -> list.add(item.toString()));
    return List.copyOf(list);
  }
}
