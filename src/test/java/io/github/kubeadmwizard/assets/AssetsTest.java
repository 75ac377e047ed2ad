package io.github.kubeadmwizard.assets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class AssetsTest {
  @Test
  void readsWhatTheBuildPutBesideTheClasses() {
    assertThat(Assets.text("test/words.txt")).isEqualTo("naïve 节点\n");
    assertThat(Assets.bytes("test/words.txt"))
        .isEqualTo("naïve 节点\n".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void namesTheFileThatIsMissing() {
    assertThatIllegalStateException()
        .isThrownBy(() -> Assets.text("scripts/absent.sh"))
        .withMessage("the program lacks its own file installer-assets/scripts/absent.sh");
  }
}
