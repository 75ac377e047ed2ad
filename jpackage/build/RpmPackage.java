import java.io.IOException;
import java.util.Map;
import java.util.Set;

/**
 * The package for Fedora and Red Hat's systems; what it does is in
 * jpackage/linux/kubeadm-wizard.spec.
 */
final class RpmPackage {
  private final Build build;

  RpmPackage(Build build) {
    this.build = build;
  }

  void make() throws IOException, InterruptedException {
    if (!Command.exists("rpmbuild")) {
      System.err.println("No .rpm was made: there is no rpmbuild here (Debian: the package rpm).");
      return;
    }
    new NativeInstaller(build)
        .make("rpm", Map.of("--linux-rpm-license-type", "Apache-2.0"), Set.of());
  }
}
