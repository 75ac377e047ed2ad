package io.github.kubeadmwizard.manifests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.kubeadmwizard.manifests.UpstreamManifest.PublishedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

  /** The bytes of a file; skips the test without it. */
  public static byte[] bytes(PublishedFile published) throws IOException {
    Path file = directory().resolve(published.path());
    assumeTrue(Files.exists(file), "upstream's manifest is not at hand: " + file);
    return Files.readAllBytes(file);
  }

  /** One of them, read; skips the test without it. */
  public static Manifest manifest(String name) throws IOException, Manifest.NoObject {
    var wanted = ManifestCatalogue.load().of(name);
    var whole = new Manifest(name + " " + wanted.version(), List.of());
    for (PublishedFile file : wanted.files()) {
      whole = whole.with(Manifest.read(whole.name(), new String(bytes(file), UTF_8)));
    }
    return whole;
  }
}
