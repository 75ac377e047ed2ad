package io.github.kubeadmwizard.manifests;

import io.github.kubeadmwizard.engine.Problem;
import java.util.Optional;

/**
 * A manifest has not the field that was to be changed, so it is of another make than this program
 * knows. Nothing half-changed is ever used.
 */
public final class EditRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient Problem problem;

  EditRefused(String manifest, String object, String field) {
    super(manifest + ": " + object + ": " + field);
    problem =
        Problem.told(
            "manifests.otherMake",
            ManifestFetcher.HERE,
            "",
            Optional.empty(),
            manifest,
            object,
            field);
  }

  /** What is told to the user. */
  public Problem problem() {
    return problem;
  }
}
