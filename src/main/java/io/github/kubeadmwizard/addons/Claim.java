package io.github.kubeadmwizard.addons;

import io.github.kubeadmwizard.manifests.EditedFields;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Objects that may be somebody else's: ours, wherever they are, have a certain value.
 *
 * @param kind as kubectl is asked for it
 * @param path of kubectl's jsonpath, within an object
 * @param value which ours have there
 */
public record Claim(String kind, List<String> names, String path, String value) {
  private static final String LABEL = "app.kubernetes.io/managed-by";
  private static final String US = "kubeadm-wizard";

  public Claim {
    names = List.copyOf(names);
  }

  /** The same for scripts: kind, path, value, names. */
  public String line() {
    return String.join("|", kind, path, value, String.join(" ", names));
  }

  /** Kinds that carry our label. */
  static Claim labelled(String kind, List<String> names) {
    return new Claim(kind, names, ".metadata.labels." + LABEL.replace(".", "\\."), US);
  }

  /** APIs that a service of this namespace serves. */
  static Claim served(String namespace, List<String> apis) {
    return new Claim(
        "apiservices.apiregistration.k8s.io", apis, ".spec.service.namespace", namespace);
  }

  /** These labels of an object made here, and the one that says so. */
  static Map<String, String> labelled(Map<String, String> others) {
    var labels = new LinkedHashMap<>(others);
    labels.put(LABEL, US);
    return Collections.unmodifiableMap(labels);
  }

  /** Puts the label on an object of a manifest. */
  static void label(EditedFields metadata) {
    Map<String, Object> labels = new LinkedHashMap<>();
    if (metadata.get("labels") instanceof Map<?, ?> there) {
      there.forEach((key, value) -> labels.put(String.valueOf(key), value));
    }
    labels.put(LABEL, US);
    metadata.put("labels", labels);
  }
}
