package io.github.kubeadmwizard.manifests;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Upstream's manifests, which are not ours to keep here: in the directory of the system property
 * {@code kw.upstream.dir} or of KW_UPSTREAM_DIR, else beside the project. A test that needs one is
 * skipped where it is not at hand.
 */
public final class Upstream {
  private Upstream() {}

  /** Where they are, if anywhere. */
  public static Path directory() {
    return Path.of(
        Optional.ofNullable(System.getProperty("kw.upstream.dir"))
            .or(() -> Optional.ofNullable(System.getenv("KW_UPSTREAM_DIR")))
            .orElse("../shared/upstream"));
  }

  /** The bytes of one; skips the test without it. */
  public static byte[] bytes(UpstreamManifest manifest) throws IOException {
    Path file = directory().resolve(manifest.file());
    assumeTrue(Files.exists(file), "upstream's manifest is not at hand: " + file);
    return Files.readAllBytes(file);
  }

  /** One of them, read; skips the test without it. */
  public static Manifest manifest(String name) throws IOException, Manifest.NoObject {
    var wanted = ManifestCatalogue.load().of(name);
    return Manifest.read(
        name + " " + wanted.version(),
        new String(bytes(wanted), java.nio.charset.StandardCharsets.UTF_8));
  }
}
