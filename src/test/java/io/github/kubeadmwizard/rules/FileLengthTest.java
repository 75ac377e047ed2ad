package io.github.kubeadmwizard.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A file is read in one sitting. */
final class FileLengthTest {
  private static final int LONGEST = 350;

  @Test
  void noFileIsLongerThanOneSitting() {
    assertThat(ProjectFiles.java(ProjectFiles.MAIN))
        .filteredOn(file -> lines(file) > LONGEST)
        .extracting(file -> ProjectFiles.name(file) + ": " + lines(file) + " lines")
        .isEmpty();
  }

  private static long lines(Path file) {
    return ProjectFiles.text(file).lines().count();
  }
}
