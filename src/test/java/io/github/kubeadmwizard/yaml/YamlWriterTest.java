package io.github.kubeadmwizard.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

final class YamlWriterTest {
  @Test
  void writesAsPeopleWrite() {
    var host = new LinkedHashMap<String, Object>();
    host.put("name", new Commented("the first", "n1"));
    host.put("labels", Map.of());
    host.put("ports", List.of(22L, "80"));
    var document = new LinkedHashMap<String, Object>();
    document.put("version", new Commented("A minor,\nor a full version.", "1.36"));
    document.put("hosts", List.of(host));
    document.put("script", "#!/bin/sh\n  echo a: b\n\ndone\n");
    document.put("args", List.of("--ip-masq", "a b", "a: b"));
    document.put("on", true);
    assertThat(YamlWriter.writeAll(List.of(new Commented("A cluster.", document), Map.of("b", 2L))))
        .isEqualTo(
            """
            # A cluster.
            # A minor,
            # or a full version.
            version: "1.36"
            hosts:
              # the first
              - name: n1
                labels: {}
                ports:
                  - 22
                  - "80"
            script: |
              #!/bin/sh
                echo a: b

              done
            args:
              - --ip-masq
              - a b
              - "a: b"
            "on": true
            ---
            b: 2
            """);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "yes",
        "No",
        "on",
        "OFF",
        "y",
        "null",
        "~",
        "true",
        "1",
        "1.36",
        "1.36.4",
        "1e3",
        "0o7",
        "0777",
        "0x1f",
        "1_000",
        "12:30:45",
        "2026-11-21",
        "2026-11-21T10:00:00Z",
        ".5",
        "-1",
        "+1",
        ".inf",
        "-.inf",
        ".nan",
        "<<",
        "=",
        "-",
        "--- a",
        "- a",
        "? a",
        ": a",
        "a:",
        "a: b",
        "a #b",
        "#a",
        "[a]",
        "{a}",
        "a, b",
        "*a",
        "&a",
        "!a",
        "|",
        ">",
        "%a",
        "@a",
        "`a",
        "'a'",
        "\"a\"",
        "a\\b",
        "a\tb",
        "\ta",
        "a\nb",
        "a\n",
        "a\n\n",
        "\na",
        " a\nb",
        "a \nb",
        "a\n b\n",
        "a\r\nb",
        "\n",
        "中文 名",
        "a\u00a0b",
        "a\u2028b",
        "\ufeffa",
        "\u0000",
        "😀",
        "fd00::1",
        "fd00:10::/56",
        "::1",
        "10.88.0.11",
        "10.244.0.0/16",
        "~/.ssh/id",
        "10m0s",
        "v1",
        "a=b:NoSchedule",
        "-----BEGIN",
        "...",
        "a\n...\nb",
        "a\n---\nb",
        "1,000",
        "0b1",
        "N"
      })
  void textStaysTextForEveryReader(String text) {
    var document = Map.<String, Object>of("key", text, "list", List.of(text, Map.of("k", text)));
    var yaml = YamlWriter.write(document);
    assertThat(PlainTree.read(yaml)).as(yaml).isEqualTo(document);
    assertThat(new Yaml().<Object>load(yaml)).as(yaml).isEqualTo(document);
    var asKey = Map.<String, Object>of(text, "v");
    assertThat(new Yaml().<Object>load(YamlWriter.write(asKey))).isEqualTo(asKey);
  }

  @Test
  void anyTreeComesBackAsItWas() {
    var random = new Random(7);
    for (int i = 0; i < 500; i++) {
      var tree = Map.of("root", tree(random, 4));
      var yaml = YamlWriter.write(tree);
      assertThat(PlainTree.read(yaml)).as(yaml).isEqualTo(tree);
    }
  }

  private static Object tree(Random random, int depth) {
    return switch (random.nextInt(depth == 0 ? 4 : 6)) {
      case 0 -> random.nextLong();
      case 1 -> random.nextBoolean();
      case 2 -> random.nextInt() / 8.0;
      case 3 -> text(random);
      case 4 -> random.ints(random.nextInt(3)).mapToObj(_ -> tree(random, depth - 1)).toList();
      default -> {
        var map = new LinkedHashMap<String, Object>();
        for (int i = random.nextInt(4); i > 0; i--) {
          map.put(text(random), tree(random, depth - 1));
        }
        yield map;
      }
    };
  }

  private static String text(Random random) {
    var letters = "ab1.:-# \n\"'\\[]{}~_/é中,&*!|>%@`\t0xeE+yno";
    var text = new StringBuilder();
    for (int i = random.nextInt(12); i > 0; i--) {
      text.append(letters.charAt(random.nextInt(letters.length())));
    }
    return text.toString();
  }
}
