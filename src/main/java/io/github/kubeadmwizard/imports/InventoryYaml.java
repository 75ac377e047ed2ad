package io.github.kubeadmwizard.imports;

import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.yaml.YamlException;
import io.github.kubeadmwizard.yaml.YamlNode;
import io.github.kubeadmwizard.yaml.YamlNode.Mapping;
import io.github.kubeadmwizard.yaml.YamlNode.Scalar;
import io.github.kubeadmwizard.yaml.YamlReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads an inventory in YAML. */
final class InventoryYaml {
  private final Inventory inventory = new Inventory();
  private final Gathering gathering;
  private final InventoryValues values;

  InventoryYaml(Gathering gathering) {
    this.gathering = gathering;
    this.values = new InventoryValues(gathering);
  }

  Inventory read(String text) {
    try {
      // Ansible's own tags; an encrypted value is known by how its text begins
      groups(
          YamlReader.readOne(
              text.replaceAll("(?<=[:-] {1,20})!(?:vault(?:-encrypted)?|unsafe)\\b", "")));
    } catch (YamlException e) {
      var line = text.split("\\R", -1)[Math.max(0, e.at().line() - 1)];
      gathering.bad(e.at().line(), line, Message.of("imports.notYaml", e.what()));
    }
    return inventory;
  }

  private void groups(YamlNode node) {
    for (var group : entries(node)) {
      group(group.key().text(), group.value());
    }
  }

  private void group(String name, YamlNode node) {
    for (var part : entries(node)) {
      switch (part.key().text()) {
        case "hosts" -> entries(part.value()).forEach(host -> host(name, host));
        case "vars" -> variables(part.value()).forEach((v, of) -> inventory.variable(name, v, of));
        case "children" -> {
          for (var child : entries(part.value())) {
            inventory.child(name, child.key().text());
            group(child.key().text(), child.value());
          }
        }
        default -> {}
      }
    }
  }

  private void host(String group, YamlNode.Entry host) {
    var name = host.key().text();
    int line = host.key().at().line();
    var variables = variables(host.value());
    try {
      for (String each : HostRange.names(name)) {
        inventory.host(group, each, line, name, variables);
      }
    } catch (Refused e) {
      gathering.bad(line, name, e.why());
    }
  }

  private Map<String, String> variables(YamlNode node) {
    var variables = new LinkedHashMap<String, String>();
    for (var entry : entries(node)) {
      var value = entry.value() instanceof Scalar scalar ? scalar.text() : "";
      if (values.takes(entry.key().at().line(), entry.key().text(), value)) {
        variables.put(entry.key().text(), value);
      }
    }
    return variables;
  }

  /** A key without a value has none, as Ansible sees it; any other shape is told. */
  private List<YamlNode.Entry> entries(YamlNode node) {
    if (node instanceof Mapping mapping) {
      return mapping.entries();
    }
    if (!(node instanceof Scalar scalar) || scalar.kind() != YamlNode.Kind.NOTHING) {
      gathering.bad(node.at().line(), "", Message.of("imports.ansible.shape"));
    }
    return List.of();
  }
}
