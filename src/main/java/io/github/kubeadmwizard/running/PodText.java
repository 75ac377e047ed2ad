package io.github.kubeadmwizard.running;

/** What can be read of a pod. */
public sealed interface PodText {

  /**
   * What a container wrote.
   *
   * @param previous of its run before the last restart
   * @param lines at most so many, from the end
   */
  record Logs(String container, boolean previous, int lines) implements PodText {
    public Logs {
      if (lines < 1) {
        throw new IllegalArgumentException("no lines");
      }
    }
  }

  /** What happened to it lately. */
  record Events() implements PodText {}

  /** Everything that the API server knows of it, for a person. */
  record Describe() implements PodText {}
}
