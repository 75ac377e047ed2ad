package io.github.kubeadmwizard.draft;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The page about the cluster file is made of the schema and the example; this keeps it current. */
final class ClusterFilePageTest {
  private static final Path PAGE = Path.of("docs", "cluster-file.md");

  @Test
  void thePageIsCurrent() throws IOException {
    var page = page();
    if (Boolean.getBoolean("docs.write")) {
      Files.writeString(PAGE, page);
    }
    assertThat(Files.readString(PAGE)).as("run this test with -Ddocs.write=true").isEqualTo(page);
  }

  private static String page() throws IOException {
    var rows =
        new ClusterSchema()
            .keys().stream().map(ClusterFilePageTest::row).collect(Collectors.joining());
    return """
    # The cluster file

    One page that says what a cluster is to be. The wizard saves it, the command line reads it. Most keys have
    defaults: a file with nothing but hosts is valid. Text that could be read as a number stands in quotes
    (`kubernetes: "1.36"`). A mistake is refused with its line, column and key, with what is possible there, and with
    what was probably meant.

    **No secret ever stands in it.** Passwords and passphrases are asked for, or read from standard input with
    `--secrets-from-stdin`.

    Editors help when the file begins with
    `# yaml-language-server: $schema=cluster-v1.schema.json` and the schema
    (`installer-assets/schema/cluster-v1.schema.json`) lies beside it.

    ## All of it

    ```yaml
    %s```

    ## Key by key

    `[]` stands for each item of a list, `*` for a name of your own.

    | key | what it says | possible | absent |
    | --- | --- | --- | --- |
    %s\
    """
        .formatted(Files.readString(Path.of("docs", "cluster.example.yaml")), rows);
  }

  private static String row(Map.Entry<String, JsonNode> key) {
    var part = key.getValue();
    var absent = part.has("default") ? "`" + part.get("default").asText() + "`" : "";
    return "| `%s` | %s | %s | %s |\n"
        .formatted(
            key.getKey(),
            part.path("description").asText().replace("|", "\\|"),
            possible(part),
            absent);
  }

  private static String possible(JsonNode part) {
    if (part.has("enum")) {
      return words(part.get("enum"));
    }
    if (part.has("const")) {
      return "`" + part.get("const").asText() + "`";
    }
    if (part.has("minimum")) {
      return part.get("minimum") + " to " + part.get("maximum");
    }
    if (part.path("items").has("enum")) {
      return "a list of " + words(part.get("items").get("enum"));
    }
    return switch (part.path("type").asText("string")) {
      case "array" -> "a list";
      case "object" -> "keys";
      case "boolean" -> "`true`, `false`";
      default -> "text";
    };
  }

  private static String words(JsonNode values) {
    return StreamSupport.stream(values.spliterator(), false)
        .map(value -> "`" + value.asText() + "`")
        .collect(Collectors.joining(", "));
  }
}
