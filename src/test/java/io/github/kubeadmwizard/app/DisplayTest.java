package io.github.kubeadmwizard.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class DisplayTest {
  @Test
  void linuxNeedsOneToBeNamed() {
    assertThat(Display.of(Map.of(), "Linux", null).isNamed()).isFalse();
    assertThat(Display.of(Map.of("DISPLAY", ""), "Linux", null).isNamed()).isFalse();
    assertThat(Display.of(Map.of("DISPLAY", ":0"), "Linux", null).isNamed()).isTrue();
  }

  @Test
  void otherSystemsAndTheHeadlessPlatformNameNone() {
    assertThat(Display.of(Map.of(), "Windows 11", null).isNamed()).isTrue();
    assertThat(Display.of(Map.of(), "Mac OS X", null).isNamed()).isTrue();
    assertThat(Display.of(Map.of(), "Linux", "Headless").isNamed()).isTrue();
  }
}
