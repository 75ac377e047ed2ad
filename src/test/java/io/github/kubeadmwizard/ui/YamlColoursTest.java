package io.github.kubeadmwizard.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class YamlColoursTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`kind: InitConfiguration`            | `{key kind}: InitConfiguration`",
        "`  name: \"n1\" # first`             | `  {key name}: {string \"n1\"}{comment  # first}`",
        "`- name: node-ip`                    | `- {key name}: node-ip`",
        "`  - - a: 'it''s: so'`               | `  - - {key a}: {string 'it''s: so'}`",
        "`bindPort: 6443`                     | `{key bindPort}: {number 6443}`",
        "`enabled: true`                      | `{key enabled}: {number true}`",
        "`podSubnet: 10.244.0.0/16`           | `{key podSubnet}: 10.244.0.0/16`",
        "`criSocket: unix:///run/c.sock#1`    | `{key criSocket}: unix:///run/c.sock#1`",
        "`# a: comment`                       | `{comment # a: comment}`",
        "`---`                                | `{separator ---}`",
        "`- --v=4`                            | `- --v=4`",
        "`- \"quoted\"`                       | `- {string \"quoted\"}`",
        "`dnsDomain:`                         | `{key dnsDomain}:`",
        "``                                   | ``"
      })
  void aLineHasStretches(String line, String stretches) {
    assertThat(coloured(List.of(line), 0)).isEqualTo(stretches);
  }

  @Test
  void blocksOfTextAreTextWhateverTheyLookLike() {
    var lines = List.of("script: |-", "  # not a comment", "", "  key: no key", "after: 1");
    assertThat(coloured(lines, 1)).isEqualTo("{string   # not a comment}");
    assertThat(coloured(lines, 3)).isEqualTo("{string   key: no key}");
    assertThat(coloured(lines, 4)).isEqualTo("{key after}: {number 1}");
  }

  private static String coloured(List<String> lines, int number) {
    return new YamlColours(lines)
        .of(number).stream()
            .map(span -> say(lines.get(number).substring(span.from(), span.to()), span.kind()))
            .collect(Collectors.joining());
  }

  private static String say(String text, YamlSpan.Kind kind) {
    return kind == YamlSpan.Kind.PLAIN
        ? text
        : "{" + kind.style().substring("yaml-".length()) + " " + text + "}";
  }
}
