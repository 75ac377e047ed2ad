package io.github.kubeadmwizard.draft;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.documents.Tongue;
import io.github.kubeadmwizard.install.Installation;
import io.github.kubeadmwizard.text.Message;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The page about the cluster file, in both languages, is made of the schema, the example and what
 * the engine itself refuses.
 */
final class ClusterFilePageTest {
  private static final String EXAMPLE = "cluster.example.yaml";
  private static final String HOST = "hosts: [{address: 10.0.0.1, roles: [control-plane]}]\n";

  private final ClusterSchema schema = new ClusterSchema();

  @ParameterizedTest
  @EnumSource
  void thePageIsCurrent(Tongue tongue) throws IOException {
    tongue.mustBe("cluster-file.md", page(tongue));
  }

  @Test
  void theChinesePageKnowsEveryKeyAndNoOther() throws IOException {
    assertThat(chinese())
        .containsOnlyKeys(schema.keys().stream().map(Map.Entry::getKey).toList().toArray());
  }

  @Test
  void bothExamplesSayTheSame() throws IOException {
    assertThat(read(Files.readString(Tongue.CHINESE.file(EXAMPLE))))
        .isEqualTo(read(Files.readString(Tongue.ENGLISH.file(EXAMPLE))));
  }

  private String page(Tongue in) throws IOException {
    var frame =
        Path.of(
            "src/test/resources/documents", in.pick("cluster-file.md", "cluster-file_zh_CN.md"));
    var chinese = chinese();
    var rows =
        schema.keys().stream()
            .map(key ->
                row(key, in.pick(description(key), chinese.getProperty(key.getKey(), "")), in))
            .collect(Collectors.joining());
    return Files.readString(frame)
        .replace("@EXAMPLE@\n", Files.readString(in.file(EXAMPLE)))
        .replace(
            "@REFUSED@\n",
            refused().map(r -> "- " + in.say(r) + "\n").collect(Collectors.joining()))
        .replace("@KEYS@\n", rows);
  }

  private static Properties chinese() throws IOException {
    var file = Path.of("src/test/resources/documents/cluster-keys_zh_CN.properties");
    var properties = new Properties();
    properties.load(new StringReader(Files.readString(file)));
    return properties;
  }

  /** What the schema has and the engine refuses, each in the engine's words. */
  private Stream<Message> refused() {
    return schema.keys().stream()
        .flatMap(key -> wishes(key.getKey(), key.getValue()))
        .flatMap(wish -> Installation.refuses(read(HOST + wish)).stream())
        .distinct();
  }

  /** The wishes that a key can express, as far as the engine chooses among them. */
  private static Stream<String> wishes(String key, JsonNode part) {
    return switch (key) {
      case "runtime.name" -> values(part).map("runtime: {name: %s}"::formatted);
      case "network.highAvailability.mode" ->
          values(part)
              .filter(v -> !v.equals("none"))
              .map(v ->
                  v.equals("external")
                      ? "network: {endpoint: a.lan, highAvailability: {mode: external}}"
                      : "network: {highAvailability: {mode: %s, virtualIP: 10.0.0.9}}"
                          .formatted(v));
      case "proxy" -> Stream.of("proxy: {http: 'http://proxy:3128'}");
      case "addons.manifests" -> Stream.of("addons: {manifests: [a.yaml]}");
      case "addons.metallb" -> Stream.of("addons: {metallb: {addresses: [10.9.0.1-10.9.0.9]}}");
      case "addons.nfs" -> Stream.of("addons: {nfs: {server: nas.lan, share: /srv}}");
      case "addons.rook" -> Stream.of("addons: {rook: {disks: {10.0.0.1: [/dev/sdb]}}}");
      default ->
          key.matches("addons\\.[A-Za-z]+")
              ? Stream.of("addons: {%s: {}}".formatted(key.substring("addons.".length())))
              : Stream.of();
    };
  }

  private static Stream<String> values(JsonNode part) {
    return StreamSupport.stream(part.get("enum").spliterator(), false).map(JsonNode::asText);
  }

  private static ClusterSpec read(String text) {
    return switch (ClusterFile.ofThisProgram().read("cluster.yaml", text)) {
      case ClusterFileResult.Read(ClusterSpec spec) -> spec;
      case ClusterFileResult.Refused(_, List<FileProblem> problems) ->
          throw new AssertionError(text + problems);
    };
  }

  private static String row(Map.Entry<String, JsonNode> key, String says, Tongue in) {
    var part = key.getValue();
    var absent = part.has("default") ? "`" + part.get("default").asText() + "`" : "";
    return "| `%s` | %s | %s | %s |\n"
        .formatted(key.getKey(), says.replace("|", "\\|"), possible(part, in), absent);
  }

  private static String description(Map.Entry<String, JsonNode> key) {
    return key.getValue().path("description").asText();
  }

  private static String possible(JsonNode part, Tongue in) {
    if (part.has("enum")) {
      return words(part, in);
    }
    if (part.has("const")) {
      return "`" + part.get("const").asText() + "`";
    }
    if (part.has("minimum")) {
      return part.get("minimum") + in.pick(" to ", " 到 ") + part.get("maximum");
    }
    if (part.path("items").has("enum")) {
      return in.pick("a list of ", "列表：") + words(part.get("items"), in);
    }
    return switch (part.path("type").asText("string")) {
      case "array" -> in.pick("a list", "列表");
      case "object" -> in.pick("keys", "键");
      case "boolean" -> in.pick("`true`, `false`", "`true`、`false`");
      default -> in.pick("text", "文本");
    };
  }

  private static String words(JsonNode part, Tongue in) {
    return values(part)
        .map(value -> "`" + value + "`")
        .collect(Collectors.joining(in.pick(", ", "、")));
  }
}
