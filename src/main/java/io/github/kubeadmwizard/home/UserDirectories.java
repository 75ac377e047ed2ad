package io.github.kubeadmwizard.home;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * The user's directories for our files; nothing is created here. On Linux they follow {@code $HOME}
 * and the XDG variables, on macOS {@code ~/Library}, on Windows {@code %APPDATA%} and {@code
 * %LOCALAPPDATA%}. Source: XDG Base Directory Specification 0.8, which also says that a relative
 * path in a variable is ignored.
 *
 * @param home what {@code ~} means
 * @param config settings that the user may want to keep, and our known_hosts
 * @param data what the program fetched or made for the user
 * @param state logs, journals and ledgers of past runs
 * @param cache what can be thrown away
 */
public record UserDirectories(Path home, Path config, Path data, Path state, Path cache) {
  private static final String OURS = "kubeadm-wizard";
  private static final String PRACTICE = "practice";
  private static final String OURS_SPOKEN = "Kubeadm Wizard";

  /** The directories of the user who runs this program. */
  public static UserDirectories ofThisUser() {
    return of(
        System.getenv(),
        System.getProperty("os.name", ""),
        Path.of(System.getProperty("user.home", "")).toAbsolutePath());
  }

  /**
   * The directories that these settings lead to.
   *
   * @param environment the environment variables
   * @param system the operating system as Java names it, such as {@code Linux} or {@code Mac OS X}
   * @param fallback the home directory where the environment names none, absolute
   */
  public static UserDirectories of(Map<String, String> environment, String system, Path fallback) {
    String name = system.toLowerCase(Locale.ROOT);
    if (name.startsWith("windows")) {
      return onWindows(environment, fallback);
    }
    Path home = directory(environment, "HOME", fallback);
    return name.startsWith("mac") ? onMac(home) : onLinux(environment, home);
  }

  /** The host keys that the user accepted in this program; {@code ~/.ssh} stays as it is. */
  public Path knownHosts() {
    return config.resolve("known_hosts");
  }

  /** The directories of what is done on practice machines; nothing of it mixes with the rest. */
  public UserDirectories forPractice() {
    return new UserDirectories(
        home,
        config.resolve(PRACTICE),
        data.resolve(PRACTICE),
        state.resolve(PRACTICE),
        cache.resolve(PRACTICE));
  }

  /** The path that a user wrote, where a leading {@code ~} means their home directory. */
  public Path expand(String path) {
    if (path.equals("~")) {
      return home;
    }
    return path.startsWith("~/") ? home.resolve(path.substring(2)) : Path.of(path);
  }

  private static UserDirectories onLinux(Map<String, String> environment, Path home) {
    return new UserDirectories(
        home,
        directory(environment, "XDG_CONFIG_HOME", home.resolve(".config")).resolve(OURS),
        directory(environment, "XDG_DATA_HOME", home.resolve(".local/share")).resolve(OURS),
        directory(environment, "XDG_STATE_HOME", home.resolve(".local/state")).resolve(OURS),
        directory(environment, "XDG_CACHE_HOME", home.resolve(".cache")).resolve(OURS));
  }

  private static UserDirectories onMac(Path home) {
    Path support = home.resolve("Library/Application Support").resolve(OURS_SPOKEN);
    return new UserDirectories(
        home,
        support,
        support,
        support.resolve("Runs"),
        home.resolve("Library/Caches").resolve(OURS_SPOKEN));
  }

  private static UserDirectories onWindows(Map<String, String> environment, Path fallback) {
    Path home = directory(environment, "USERPROFILE", fallback);
    Path roaming = directory(environment, "APPDATA", home.resolve("AppData").resolve("Roaming"));
    Path local = directory(environment, "LOCALAPPDATA", home.resolve("AppData").resolve("Local"));
    Path ours = local.resolve(OURS_SPOKEN);
    return new UserDirectories(
        home,
        roaming.resolve(OURS_SPOKEN),
        ours.resolve("Data"),
        ours.resolve("State"),
        ours.resolve("Cache"));
  }

  private static Path directory(Map<String, String> environment, String variable, Path otherwise) {
    Path set = Path.of(environment.getOrDefault(variable, ""));
    return set.isAbsolute() ? set : otherwise;
  }
}
