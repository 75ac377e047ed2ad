package io.github.kubeadmwizard.draft;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.github.kubeadmwizard.assets.Assets;
import io.github.kubeadmwizard.yaml.PlainTree;
import io.github.kubeadmwizard.yaml.YamlNode;
import io.github.kubeadmwizard.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The schema that editors use for cluster files. */
final class ClusterSchema {
  private final JsonNode tree;
  private final JsonSchema schema;

  ClusterSchema() {
    try {
      tree = new ObjectMapper().readTree(Assets.text("schema/cluster-v1.schema.json"));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
    schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(tree);
  }

  /** What an editor would underline. */
  List<String> complaints(String yaml) {
    return schema.validate(json(YamlReader.readOne(yaml))).stream()
        .map(ValidationMessage::getMessage)
        .toList();
  }

  /** Each key as the reader names them, with its part of the schema; in the schema's order. */
  List<Map.Entry<String, JsonNode>> keys() {
    var keys = new ArrayList<Map.Entry<String, JsonNode>>();
    collect(tree, "", keys);
    return keys;
  }

  private void collect(JsonNode part, String path, List<Map.Entry<String, JsonNode>> keys) {
    for (var property : part.path("properties").properties()) {
      var key = path.isEmpty() ? property.getKey() : path + "." + property.getKey();
      keys.add(Map.entry(key, property.getValue()));
      collect(property.getValue(), key, keys);
    }
    if (part.has("items")) {
      collect(part.get("items"), path + "[]", keys);
    }
    if (part.path("additionalProperties").has("properties")) {
      collect(part.get("additionalProperties"), path + ".*", keys);
    }
  }

  /** As an editor's YAML 1.2 reads it: only true and false are booleans. */
  private static JsonNode json(YamlNode node) {
    var make = JsonNodeFactory.instance;
    return switch (node) {
      case YamlNode.Mapping mapping -> {
        var object = make.objectNode();
        mapping.entries().forEach(e -> object.set(e.key().text(), json(e.value())));
        yield object;
      }
      case YamlNode.Sequence sequence ->
          make.arrayNode().addAll(sequence.items().stream().map(ClusterSchema::json).toList());
      case YamlNode.Scalar scalar ->
          switch (scalar.kind()) {
            case NOTHING -> make.nullNode();
            case BOOLEAN ->
                scalar.text().matches("true|false")
                    ? make.booleanNode(scalar.text().equals("true"))
                    : make.textNode(scalar.text());
            case WHOLE, DECIMAL, TEXT -> new ObjectMapper().valueToTree(PlainTree.of(scalar));
          };
    };
  }
}
