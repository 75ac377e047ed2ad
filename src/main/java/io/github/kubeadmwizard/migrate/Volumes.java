package io.github.kubeadmwizard.migrate;

import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.yaml.YamlNode;
import io.github.kubeadmwizard.yaml.YamlNode.Entry;
import io.github.kubeadmwizard.yaml.YamlNode.Mapping;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * Directories of the host in a component's pod. {@code writable} (until v1alpha3, and false where
 * nothing was said) became {@code readOnly} (false where nothing is said).
 *
 * @param path of the component in ClusterConfiguration
 * @param alpha whether nothing said means read-only
 */
record Volumes(String path, boolean alpha) implements Rule {
  private static final List<String> REQUIRED = List.of("name", "hostPath", "mountPath");

  @Override
  public void read(YamlNode node, Origin from, Gathered out) {
    Scalars.items(node, from, out, (item, at) -> volume(item, at, out));
  }

  private void volume(YamlNode node, Origin from, Gathered out) {
    if (!(node instanceof Mapping mapping)) {
      Scalars.unreadable(from, out);
      return;
    }
    var volume = new LinkedHashMap<String, Object>();
    for (Entry entry : mapping.entries()) {
      field(entry, from.inner(entry.key().at(), entry.key().text()), volume, out);
    }
    boolean said = mapping.get("writable").isPresent();
    if (alpha && mapping.get("readOnly").isEmpty()) {
      volume.putIfAbsent("readOnly", true);
    }
    if (!volume.keySet().containsAll(REQUIRED)) {
      out.drop(from, Message.of("migrate.volume", REQUIRED));
      return;
    }
    Optional<Message> why =
        said || alpha ? Optional.of(Message.of("migrate.writable")) : Optional.empty();
    out.state(from, Paper.CLUSTER, path + ".extraVolumes[]", volume, why);
  }

  private void field(Entry entry, Origin from, LinkedHashMap<String, Object> volume, Gathered out) {
    var name = entry.key().text();
    switch (name) {
      case "name", "hostPath", "mountPath", "pathType" ->
          Scalars.text(entry.value(), from, out).ifPresent(text -> volume.put(name, text));
      case "writable" ->
          Scalars.truth(entry.value(), from, out)
              .ifPresent(writable -> volume.put("readOnly", !writable));
      case "readOnly" ->
          Scalars.truth(entry.value(), from, out)
              .ifPresent(readOnly -> volume.put("readOnly", readOnly));
      default -> out.unknown(from, Message.of("migrate.unknownField", name));
    }
  }
}
