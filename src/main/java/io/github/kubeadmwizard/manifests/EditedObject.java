package io.github.kubeadmwizard.manifests;

import java.util.Map;
import java.util.function.Consumer;

/** One object that is being changed. */
public final class EditedObject {
  private final String manifest;
  private final ObjectName name;
  private final Map<String, Object> tree;

  EditedObject(String manifest, ObjectName name, Map<String, Object> tree) {
    this.manifest = manifest;
    this.name = name;
    this.tree = tree;
  }

  /** All its fields. */
  public EditedFields fields() {
    return new EditedFields(manifest, name.toString(), "", tree);
  }

  /** The container of this name among those that run. */
  public EditedContainer container(String container) {
    return container("containers", container);
  }

  /** The container of this name among those that prepare the pod. */
  public EditedContainer initContainer(String container) {
    return container("initContainers", container);
  }

  /** Puts another value under this key of a ConfigMap; the key has to be there. */
  public EditedObject data(String key, String value) {
    fields().at("data").set(key, value);
    return this;
  }

  /** Changes the JSON that stands under this key of a ConfigMap, with what is said here. */
  public EditedObject json(String key, Consumer<EditedFields> change) {
    var data = fields().at("data");
    if (!(data.get(key) instanceof String text)) {
      throw data.refused(key);
    }
    var json = JsonTemplate.read(text).orElseThrow(() -> data.refused(key));
    change.accept(new EditedFields(manifest, name.toString(), "data." + key, json));
    data.set(key, JsonTemplate.write(json));
    return this;
  }

  private EditedContainer container(String list, String container) {
    var spec =
        PodSpecs.of(tree)
            .findFirst()
            .orElseThrow(() -> new EditRefused(manifest, name.toString(), "spec.template.spec"));
    String field = list + "[" + container + "]";
    var found =
        PodSpecs.items(spec, list)
            .filter(one -> container.equals(one.get("name")))
            .findFirst()
            .orElseThrow(() -> new EditRefused(manifest, name.toString(), field));
    return new EditedContainer(new EditedFields(manifest, name.toString(), field, found));
  }
}
