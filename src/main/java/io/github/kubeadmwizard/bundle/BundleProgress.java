package io.github.kubeadmwizard.bundle;

/** Hears what comes while a bundle is made; from any thread. */
public interface BundleProgress {
  /** It was there already, from an earlier try. */
  void there(BundleFile file);

  /**
   * This much of it came.
   *
   * @param file its size is 0 where it is not known
   */
  void came(BundleFile file, long bytes);

  /** For whom nobody listens. */
  static BundleProgress none() {
    return new BundleProgress() {
      @Override
      public void there(BundleFile file) {}

      @Override
      public void came(BundleFile file, long bytes) {}
    };
  }
}
