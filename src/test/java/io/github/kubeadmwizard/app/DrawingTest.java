package io.github.kubeadmwizard.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DrawingTest {
  @TempDir private Path devices;

  @Test
  void withoutADeviceTheProcessorDraws() throws IOException {
    Files.createFile(devices.resolve("null"));
    assertThat(Drawing.hasDevice(devices)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"dri", "nvidiactl", "nvidia0"})
  void aDeviceMayDraw(String device) throws IOException {
    Files.createFile(devices.resolve(device));
    assertThat(Drawing.hasDevice(devices)).isTrue();
  }
}
