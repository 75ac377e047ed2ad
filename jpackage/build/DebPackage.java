import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The package for Debian and Ubuntu: jpackage's, with the files that the system shows where the
 * system looks for them, and without its scripts, which fail where there is no desktop.
 */
final class DebPackage {
  private final Build build;

  DebPackage(Build build) {
    this.build = build;
  }

  void make() throws IOException, InterruptedException {
    new NativeInstaller(build)
        .make(
            "deb",
            Map.of(
                "--linux-deb-maintainer", "kubeadm-wizard@users.noreply.github.com",
                "--linux-app-category", "admin"),
            Set.of());
    Path made = only(".deb");
    Path tree = build.work().resolve("deb");
    Command.of("dpkg-deb", "--raw-extract", made, tree).run();
    for (String script : List.of("preinst", "postinst", "prerm", "postrm")) {
      Files.deleteIfExists(tree.resolve("DEBIAN").resolve(script));
    }
    Build.delete(tree.resolve("opt/" + Build.NAME + "/share")); // jpackage's form of our copyright
    Files.createDirectories(tree.resolve("usr/bin"));

    Files.move(tree.resolve("opt/" + Build.NAME + "/lib/share"), tree.resolve("usr/share"));
    Files.createSymbolicLink(
        tree.resolve("usr/bin/" + Build.NAME), Path.of("/opt", Build.NAME, "bin", Build.NAME));
    sums(tree);
    build.setTimes(tree);
    Files.delete(made);
    Command.of("dpkg-deb", "--root-owner-group", "-Zxz", "--build", tree, made)
        .at(build.time())
        .run();
  }

  private Path only(String ending) throws IOException {
    return Build.below(build.out()).stream()
        .filter(file -> file.toString().endsWith(ending))
        .findFirst()
        .orElseThrow();
  }

  private static void sums(Path tree) throws IOException {
    var sums = new StringBuilder();
    for (Path file : Build.below(tree)) {
      String name = tree.relativize(file).toString();
      if (Files.isRegularFile(file, java.nio.file.LinkOption.NOFOLLOW_LINKS)
          && !name.startsWith("DEBIAN")) {
        sums.append(HexFormat.of().formatHex(md5(Files.readAllBytes(file))))
            .append("  ")
            .append(name)
            .append('\n');
      }
    }
    Files.writeString(tree.resolve("DEBIAN/md5sums"), sums);
  }

  /** dpkg's form of it, against damage and not against people. */
  private static byte[] md5(byte[] bytes) {
    try {
      return MessageDigest.getInstance("MD5").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
