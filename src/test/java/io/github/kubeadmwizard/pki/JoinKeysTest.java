package io.github.kubeadmwizard.pki;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

final class JoinKeysTest {
  private final JoinKeys keys = new JoinKeys(new SecureRandom());

  @Test
  void tokensAndKeysHaveTheFormThatKubeadmWants() {
    for (int i = 0; i < 50; i++) {
      assertThat(keys.bootstrapToken().reveal()).matches("[a-z0-9]{6}\\.[a-z0-9]{16}");
      assertThat(keys.certificateKey().reveal()).matches("[0-9a-f]{64}");
    }
  }

  @Test
  void noTwoAreAlikeAndNonePrints() {
    assertThat(keys.bootstrapToken()).isNotEqualTo(keys.bootstrapToken()).hasToString("••••");
    assertThat(keys.certificateKey()).isNotEqualTo(keys.certificateKey());
  }
}
