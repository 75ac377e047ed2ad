package io.github.kubeadmwizard.bundle;

import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.home.UserDirectories;
import io.github.kubeadmwizard.text.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A bundle on disk: {@code bundle.json} says what it holds, {@code SHA256SUMS} the digests of all
 * files, for {@code sha256sum --check} too.
 *
 * @param path the directory
 */
public record BundleDirectory(Path path) {
  static final String LIST = "bundle.json";
  static final String SUMS = "SHA256SUMS";

  /** The one that a cluster file names; a leading {@code ~} is the user's home directory. */
  public static Optional<BundleDirectory> of(ClusterSpec spec) {
    return spec.packages()
        .bundle()
        .map(path -> UserDirectories.ofThisUser().expand(path).toAbsolutePath().normalize())
        .map(BundleDirectory::new);
  }

  /**
   * What it holds, by its list; the files are not looked at.
   *
   * @throws BundleFailure if there is no bundle, or one that this version does not understand
   */
  public Bundle read() throws BundleFailure {
    try {
      return BundleText.read(Files.readString(path.resolve(LIST)));
    } catch (IOException e) {
      throw BundleFailure.because(e, "bundle.none", "", path.toString(), String.valueOf(e));
    } catch (IllegalArgumentException e) {
      throw BundleFailure.because(
          e, "bundle.notUnderstood", "", path.toString(), String.valueOf(e.getMessage()));
    }
  }

  /** What a file of it is like, that is not as it should be; in the order of the list. */
  public record Flaw(String path, Message what) {}

  /** The files that are missing or of another size: a quick look. */
  public List<Flaw> missing(Bundle bundle) {
    var flaws = new ArrayList<Flaw>();
    for (BundleFile file : bundle.files()) {
      size(file).ifPresent(flaws::add);
    }
    return flaws;
  }

  /**
   * Everything that is not as it was made: each file is read.
   *
   * @param progress hears of each file that was read
   */
  public List<Flaw> verify(Bundle bundle, BundleProgress progress) {
    var flaws = new ArrayList<>(listFlaw().stream().toList());
    for (BundleFile file : bundle.files()) {
      Optional<Flaw> flaw = size(file).or(() -> content(file));
      flaw.ifPresent(flaws::add);
      progress.there(file);
    }
    return flaws;
  }

  private Optional<Flaw> size(BundleFile file) {
    Path at = path.resolve(file.path());
    try {
      if (!Files.isRegularFile(at)) {
        return Optional.of(new Flaw(file.path(), Message.of("bundle.flaw.missing")));
      }
      long bytes = Files.size(at);
      return bytes == file.bytes()
          ? Optional.empty()
          : Optional.of(new Flaw(file.path(), Message.of("bundle.flaw.size", bytes, file.bytes())));
    } catch (IOException e) {
      return Optional.of(unreadable(file.path(), e));
    }
  }

  private Optional<Flaw> content(BundleFile file) {
    return differs(file.path(), file.sha256());
  }

  private Optional<Flaw> differs(String name, String sha256) {
    try {
      String found = Digest.of(path.resolve(name));
      return found.equals(sha256)
          ? Optional.empty()
          : Optional.of(new Flaw(name, Message.of("bundle.flaw.content", found, sha256)));
    } catch (IOException e) {
      return Optional.of(unreadable(name, e));
    }
  }

  private static Flaw unreadable(String name, IOException e) {
    return new Flaw(name, Message.of("bundle.flaw.unreadable", String.valueOf(e)));
  }

  /** The list of all others proves itself by the sums. */
  private Optional<Flaw> listFlaw() {
    try {
      for (String line : Files.readAllLines(path.resolve(SUMS))) {
        if (line.endsWith("  " + LIST) && line.length() > 64) {
          return differs(LIST, line.substring(0, 64));
        }
      }
      return Optional.of(new Flaw(SUMS, Message.of("bundle.flaw.missing")));
    } catch (IOException e) {
      return Optional.of(unreadable(SUMS, e));
    }
  }

  /** Writes the list and the sums, last of all: a bundle that was not finished has none. */
  void write(Bundle bundle, Downloads downloads) throws BundleFailure {
    var sums = new TreeMap<String, String>();
    bundle.files().forEach(file -> sums.put(file.path(), file.sha256()));
    BundleFile list = downloads.keep(LIST, bytes(BundleText.of(bundle)));
    sums.put(list.path(), list.sha256());
    var text = new StringBuilder();
    sums.forEach((name, sha256) -> text.append("%s  %s\n".formatted(sha256, name)));
    downloads.keep(SUMS, bytes(text.toString()));
  }

  static byte[] bytes(String text) {
    return text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
  }
}
