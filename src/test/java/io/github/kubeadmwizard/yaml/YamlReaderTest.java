package io.github.kubeadmwizard.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.kubeadmwizard.text.Message;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class YamlReaderTest {
  @Test
  void everyValueKnowsWhereItStands() {
    var root = (YamlNode.Mapping) YamlReader.readOne("a: 1\nhosts:\n  - name: n1\n");
    var host = ((YamlNode.Sequence) root.get("hosts").orElseThrow()).items().getFirst();
    assertThat(((YamlNode.Mapping) host).get("name"))
        .contains(new YamlNode.Scalar(new Position(3, 11), "n1", YamlNode.Kind.TEXT));
    assertThat(root.entries().get(1).key().at()).isEqualTo(new Position(2, 1));
  }

  @Test
  void plainTreesReadScalarsAsKubernetesDoes() {
    assertThat(
            PlainTree.read(
                """
                text: abc
                quoted: "36"
                whole: 36
                negative: -5
                mode: 0644
                hex: 0x1f
                decimal: 1.36
                truth: yes
                nothing:
                duration: 10m0s
                address: 10.88.0.11
                list: [1, a]
                empty: {}
                """))
        .isEqualTo(
            Map.ofEntries(
                Map.entry("text", "abc"),
                Map.entry("quoted", "36"),
                Map.entry("whole", 36L),
                Map.entry("negative", -5L),
                Map.entry("mode", 420L),
                Map.entry("hex", 31L),
                Map.entry("decimal", 1.36),
                Map.entry("truth", true),
                Map.entry("duration", "10m0s"),
                Map.entry("address", "10.88.0.11"),
                Map.entry("list", List.of(1L, "a")),
                Map.entry("empty", Map.of())));
  }

  @Test
  void readsManyDocumentsAndLeavesEmptyOnesOut() {
    assertThat(PlainTree.readAll("---\na: 1\n---\n---\nb: 2\n"))
        .isEqualTo(List.of(Map.of("a", 1L), Map.of("b", 2L)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'a: 1\nb: 2\na: 3'|yaml.twice|3|1",
        "'a: &x 1\nb: 2'|yaml.alias|1|4",
        "'a: !!java.net.URL x'|yaml.tag|1|4",
        "'a: 1\n\tb: 2'|yaml.tab|2|1",
        "'a: [1, 2\nb: 3'|yaml.broken|2|2",
        "'{a: 1}: 2'|yaml.keyIsNoText|1|1",
        "'<<: {a: 1}'|yaml.keyIsNoText|1|1",
        "'a: 1\n---\nb: 2'|yaml.moreThanOne|3|1",
        "''|yaml.empty|1|1",
        "'# only a comment'|yaml.empty|1|1",
      })
  void refusesWithThePlace(String text, String key, int line, int column) {
    var refusal = catchThrowableOfType(YamlException.class, () -> YamlReader.readOne(text));
    assertThat(refusal.what().key()).isEqualTo(key);
    assertThat(refusal.at()).isEqualTo(new Position(line, column));
  }

  @Test
  void refusesAnAliasBombBeforeItGrows() {
    var bomb = "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n";
    assertThat(catchThrowableOfType(YamlException.class, () -> YamlReader.readOne(bomb)).what())
        .isEqualTo(Message.of("yaml.alias"));
  }

  @Test
  void refusesWhatIsNestedWithoutEnd() {
    var deep = "[".repeat(1000) + "]".repeat(1000);
    assertThat(catchThrowableOfType(YamlException.class, () -> YamlReader.readOne(deep)).what())
        .isEqualTo(Message.of("yaml.tooDeep", 60));
  }

  @Test
  void aRefusalNeverRepeatsTheText() {
    var refusal =
        catchThrowableOfType(
            YamlException.class, () -> YamlReader.readOne("password: \"hunter2\nuser: [x"));
    assertThat(refusal).hasMessageNotContaining("hunter2").hasNoCause();
    assertThat(refusal.what().args().toString()).doesNotContain("hunter2");
  }
}
