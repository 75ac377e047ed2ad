package io.github.kubeadmwizard.manifests;

import io.github.kubeadmwizard.engine.Problem;
import java.util.List;
import java.util.Optional;

/**
 * A manifest has not the field that was to be changed, so it is of another make than this program
 * knows. Nothing half-changed is ever used.
 */
public final class EditRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient Problem problem;

  EditRefused(String manifest, String object, String field) {
    this("manifests.otherMake", manifest, object, field);
  }

  private EditRefused(String id, Object... args) {
    super(id + " " + List.of(args));
    problem = Problem.told(id, ManifestFetcher.HERE, "", Optional.empty(), args);
  }

  /** A failure with words of its own. */
  public static EditRefused told(String id, Object... args) {
    return new EditRefused(id, args);
  }

  /** What is told to the user. */
  public Problem problem() {
    return problem;
  }
}
