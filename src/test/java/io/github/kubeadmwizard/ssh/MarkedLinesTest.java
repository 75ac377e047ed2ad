package io.github.kubeadmwizard.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MarkedLinesTest {
  private static final String MARK = "0123456789abcdef0123456789abcdef";

  private final List<String> said = new ArrayList<>();
  private final MarkedLines lines = new MarkedLines(MARK, said::add, end -> said.add("END " + end));

  private void take(byte[] bytes, int step) {
    for (int at = 0; at < bytes.length; at += step) {
      byte[] part = java.util.Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + step));
      lines.take(part, part.length);
    }
  }

  private void take(String text, int step) {
    take(text.getBytes(StandardCharsets.UTF_8), step);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 33, 34, 1000})
  void linesAndTheMarkAreFoundHoweverTheyAreCut(int step) {
    take("one\n\nzwölf 密码\r\nno end\1" + MARK + " 3\n", step);
    assertThat(said).containsExactly("one", "", "zwölf 密码", "no end", "END 3");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 1000})
  void whatOnlyBeginsLikeTheMarkIsText(int step) {
    take("\1\1" + MARK.substring(0, 20) + "\1x\n\1" + MARK + " 0\n", step);
    assertThat(said).containsExactly("\1\1" + MARK.substring(0, 20) + "\1x", "END 0");
  }

  @Test
  void aLineThatIsTooLongIsCutBetweenCharacters() {
    String line = "é".repeat(MarkedLines.LONGEST); // two bytes each
    take("x" + line + "\nnext\n", 4096);
    assertThat(said).hasSize(2);
    assertThat(said.get(0))
        .startsWith("xéé")
        .endsWith("é … (+" + (2L * MarkedLines.LONGEST - MarkedLines.LONGEST + 2) + ")");
    assertThat(said.get(1)).isEqualTo("next");
  }

  @Test
  void bytesThatAreNoTextAreReplaced() {
    take(new byte[] {'a', (byte) 0xff, 0, 'b', '\n'}, 2);
    assertThat(said).containsExactly("a\uFFFD\0b");
  }
}
