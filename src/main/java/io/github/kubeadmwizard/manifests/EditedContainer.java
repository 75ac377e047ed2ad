package io.github.kubeadmwizard.manifests;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A container of a pod that is being changed. Source: core/v1 Container. */
public final class EditedContainer {
  private final EditedFields fields;

  EditedContainer(EditedFields fields) {
    this.fields = fields;
  }

  /** All its fields. */
  public EditedFields fields() {
    return fields;
  }

  /** Replaces the value of an environment variable that has one of its own. */
  public EditedContainer env(String name, String value) {
    fields.item("env", name).set("value", value);
    return this;
  }

  /**
   * Gives an environment variable that must not be there yet, such as one that upstream's text has
   * as a comment.
   */
  public EditedContainer addEnv(String name, String value) {
    List<Object> env = fields.items("env");
    if (env.stream()
        .anyMatch(one -> one instanceof Map<?, ?> map && name.equals(map.get("name")))) {
      throw fields.refused("env[" + name + "]");
    }
    env.add(variable(name, value));
    return this;
  }

  /** Gives an environment variable, whether it is there or not; a reference becomes the value. */
  public EditedContainer putEnv(String name, String value) {
    List<Object> env = fields.items("env");
    env.removeIf(one -> one instanceof Map<?, ?> map && name.equals(map.get("name")));
    env.add(variable(name, value));
    return this;
  }

  private static Map<String, Object> variable(String name, String value) {
    var variable = new LinkedHashMap<String, Object>();
    variable.put("name", name);
    variable.put("value", value);
    return variable;
  }

  /** Its arguments; there have to be some. */
  public List<String> args() {
    return fields.items("args").stream().map(String::valueOf).toList();
  }

  /** Replaces an argument that has to be there. */
  public EditedContainer arg(String was, String becomes) {
    List<Object> args = fields.items("args");
    int at = args.indexOf(was);
    if (at < 0) {
      throw fields.refused("args[" + was + "]");
    }
    args.set(at, becomes);
    return this;
  }

  /** Puts an argument behind the others; there have to be some. */
  public EditedContainer addArg(String arg) {
    fields.append("args", arg);
    return this;
  }

  /** Replaces an image that has to be this one. */
  public EditedContainer image(String was, String becomes) {
    if (!was.equals(fields.get("image"))) {
      throw fields.refused("image");
    }
    fields.set("image", becomes);
    return this;
  }
}
