package io.github.kubeadmwizard.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class UserDirectoriesTest {
  private static final Path PASSWORD_FILE = Path.of("/home/from-the-password-file");

  @Test
  void followHomeOnLinuxAndNotThePasswordFile() {
    assertThat(UserDirectories.of(Map.of("HOME", "/srv/ada"), "Linux", PASSWORD_FILE))
        .isEqualTo(
            new UserDirectories(
                Path.of("/srv/ada"),
                Path.of("/srv/ada/.config/kubeadm-wizard"),
                Path.of("/srv/ada/.local/share/kubeadm-wizard"),
                Path.of("/srv/ada/.local/state/kubeadm-wizard"),
                Path.of("/srv/ada/.cache/kubeadm-wizard")));
  }

  @Test
  void followTheXdgVariablesOnLinux() {
    var environment =
        Map.of(
            "HOME", "/srv/ada",
            "XDG_CONFIG_HOME", "/a",
            "XDG_DATA_HOME", "/b",
            "XDG_STATE_HOME", "/c",
            "XDG_CACHE_HOME", "/d");
    assertThat(UserDirectories.of(environment, "Linux", PASSWORD_FILE))
        .isEqualTo(
            new UserDirectories(
                Path.of("/srv/ada"),
                Path.of("/a/kubeadm-wizard"),
                Path.of("/b/kubeadm-wizard"),
                Path.of("/c/kubeadm-wizard"),
                Path.of("/d/kubeadm-wizard")));
  }

  @Test
  void ignoreEmptyAndRelativeVariables() {
    var environment = Map.of("HOME", "srv", "XDG_CONFIG_HOME", "", "XDG_STATE_HOME", "state");
    assertThat(UserDirectories.of(environment, "Linux", PASSWORD_FILE))
        .isEqualTo(UserDirectories.of(Map.of(), "Linux", PASSWORD_FILE));
  }

  @Test
  void lieInTheLibraryOnMac() {
    var environment = Map.of("HOME", "/Users/ada", "XDG_CONFIG_HOME", "/a");
    var support = Path.of("/Users/ada/Library/Application Support/Kubeadm Wizard");
    assertThat(UserDirectories.of(environment, "Mac OS X", PASSWORD_FILE))
        .isEqualTo(
            new UserDirectories(
                Path.of("/Users/ada"),
                support,
                support,
                support.resolve("Runs"),
                Path.of("/Users/ada/Library/Caches/Kubeadm Wizard")));
  }

  /** The paths are those of the machine that runs the test: what counts is which variable leads. */
  @Test
  void followTheApplicationDataOnWindows() {
    var environment =
        Map.of("USERPROFILE", "/ada", "APPDATA", "/roaming", "LOCALAPPDATA", "/local");
    assertThat(UserDirectories.of(environment, "Windows 11", PASSWORD_FILE))
        .isEqualTo(
            new UserDirectories(
                Path.of("/ada"),
                Path.of("/roaming/Kubeadm Wizard"),
                Path.of("/local/Kubeadm Wizard/Data"),
                Path.of("/local/Kubeadm Wizard/State"),
                Path.of("/local/Kubeadm Wizard/Cache")));
  }

  @Test
  void keepTheHostKeysAcceptedHereApartFromOpenSsh() {
    assertThat(UserDirectories.of(Map.of("HOME", "/ada"), "Linux", PASSWORD_FILE).knownHosts())
        .isEqualTo(Path.of("/ada/.config/kubeadm-wizard/known_hosts"));
  }

  @Test
  void expandTheTildeToHome() {
    var directories = UserDirectories.of(Map.of("HOME", "/ada"), "Linux", PASSWORD_FILE);
    assertThat(directories.expand("~/.ssh/id_ed25519")).isEqualTo(Path.of("/ada/.ssh/id_ed25519"));
    assertThat(directories.expand("~")).isEqualTo(Path.of("/ada"));
    assertThat(directories.expand("keys/~x")).isEqualTo(Path.of("keys/~x"));
  }
}
