package io.github.kubeadmwizard.wizard.step.choice;

import io.github.kubeadmwizard.cluster.KubeadmOverlay;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Single places in what the user lays over kubeadm's documents. */
public final class OverlayTree {
  private OverlayTree() {}

  /** What is laid at a place; empty where nothing is. */
  public static Optional<Object> at(KubeadmOverlay overlay, OverlayPath path) {
    Object here = overlay.of(path.document());
    for (String key : path.keys()) {
      if (!(here instanceof Map<?, ?> map) || map.get(key) == null) {
        return Optional.empty();
      }
      here = map.get(key);
    }
    return Optional.of(here);
  }

  /** The same with this at the place, or nothing; groups that become empty go. */
  public static KubeadmOverlay with(
      KubeadmOverlay overlay, OverlayPath path, Optional<Object> value) {
    var documents = new TreeMap<>(overlay.documents());
    var changed = put(overlay.of(path.document()), path.keys(), value.orElse(null));
    if (changed.isEmpty()) {
      documents.remove(path.document());
    } else {
      documents.put(path.document(), changed);
    }
    return new KubeadmOverlay(documents);
  }

  private static Map<String, Object> put(Map<?, ?> map, List<String> keys, @Nullable Object value) {
    var result = new LinkedHashMap<String, Object>();
    map.forEach((key, held) -> result.put(key.toString(), held));
    String key = keys.getFirst();
    if (keys.size() > 1) {
      Map<?, ?> below = result.get(key) instanceof Map<?, ?> there ? there : Map.of();
      var inner = put(below, keys.subList(1, keys.size()), value);
      if (inner.isEmpty()) {
        result.remove(key);
      } else {
        result.put(key, inner);
      }
    } else if (value == null) {
      result.remove(key);
    } else {
      result.put(key, value);
    }
    return result;
  }
}
