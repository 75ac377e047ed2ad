import java.io.IOException;
import java.util.Map;
import java.util.Set;

/** jpackage's own installer of a system, made of the image. */
final class NativeInstaller {
  private final Build build;

  NativeInstaller(Build build) {
    this.build = build;
  }

  void make(String type, Map<String, String> options, Set<String> flags)
      throws IOException, InterruptedException {
    var jpackage =
        Command.jdk("jpackage", "--type", type, "--name", Build.NAME)
            .and("--app-image", build.image(), "--dest", build.out())
            .and("--app-version", build.appVersion(), "--vendor", "Kubeadm Wizard")
            .and("--description", Build.SUMMARY)
            .and("--license-file", build.project().resolve("LICENSE"))
            .and("--about-url", "https://github.com/kubeadm-wizard/kubeadm-wizard")
            .and(
                "--resource-dir",
                build.jpackage().resolve(build.system().name().toLowerCase(java.util.Locale.ROOT)))
            .at(build.time())
            .with("DPKG_DEB_COMPRESSOR_TYPE", "none"); // DebPackage opens it again
    for (var option : options.entrySet()) {
      jpackage = jpackage.and(option.getKey(), option.getValue());
    }
    jpackage.and(flags.toArray()).run();
  }
}
