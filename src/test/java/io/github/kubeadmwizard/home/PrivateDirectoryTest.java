package io.github.kubeadmwizard.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class PrivateDirectoryTest {
  @TempDir private Path temporary;

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void isForTheUserAloneWithItsParents() throws IOException {
    var made = PrivateDirectory.create(temporary.resolve("state/runs"));
    assertThat(made).isDirectory();
    assertThat(rights(made)).isEqualTo("rwx------");
    assertThat(rights(made.getParent())).isEqualTo("rwx------");
  }

  @Test
  void leavesADirectoryThatIsThereAsItIs() throws IOException {
    assertThat(PrivateDirectory.create(temporary)).isEqualTo(temporary);
  }

  private static String rights(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
