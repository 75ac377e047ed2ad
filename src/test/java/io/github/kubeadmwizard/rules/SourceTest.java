package io.github.kubeadmwizard.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Rules that are read in the source, since compiled classes no longer show them. */
final class SourceTest {
  private static final Pattern CATCHES_ALL =
      Pattern.compile("catch \\((?:final )?(?:Exception|Throwable) ");

  @Test
  void everyRoomSaysInOneSentenceWhatItIsAndIsNullMarked() {
    assertThat(ProjectFiles.java(ProjectFiles.MAIN))
        .extracting(Path::getParent)
        .filteredOn(room -> !isDescribed(room.resolve("package-info.java")))
        .extracting(ProjectFiles::name)
        .isEmpty();
  }

  private static boolean isDescribed(Path packageInfo) {
    if (!Files.exists(packageInfo)) {
      return false;
    }
    var text = ProjectFiles.text(packageInfo);
    return text.startsWith("/**") && text.contains("@NullMarked");
  }

  @Test
  void nobodyCatchesEverything() {
    assertThat(ProjectFiles.java(ProjectFiles.MAIN))
        .filteredOn(file -> CATCHES_ALL.matcher(ProjectFiles.text(file)).find())
        .extracting(ProjectFiles::name)
        .isEmpty();
  }

  /** Java's user.home comes from the password file and ignores $HOME. */
  @Test
  void nobodyAsksJavaForTheHomeDirectory() {
    assertThat(ProjectFiles.java(ProjectFiles.MAIN))
        .filteredOn(file -> ProjectFiles.text(file).contains("getProperty(\"user.home\")"))
        .extracting(ProjectFiles::name)
        .isSubsetOf("src/main/java/io/github/kubeadmwizard/home/UserDirectories.java");
  }
}
