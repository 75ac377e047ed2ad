package io.github.kubeadmwizard.running;

import io.github.kubeadmwizard.cluster.KubernetesVersion;
import io.github.kubeadmwizard.text.Message;

/**
 * Whether this computer's kubectl fits a cluster. Source: Kubernetes, version skew policy: kubectl
 * is supported within one minor version of the API server, older or newer.
 *
 * @param fits whether it is there and within that
 * @param words what there is to say
 */
public record KubectlSkew(boolean fits, Message words) {

  /** Of what was found, against the version of the API server. */
  public static KubectlSkew of(LocalKubectl.Found found, KubernetesVersion server) {
    return switch (found) {
      case LocalKubectl.Absent _ ->
          new KubectlSkew(false, Message.of("running.kubectl.absent", server.minorText()));
      case LocalKubectl.Silent(var program) ->
          new KubectlSkew(false, Message.of("running.kubectl.silent", program.toString()));
      case LocalKubectl.Is(var program, var version) -> {
        boolean fits =
            version.major() == server.major() && Math.abs(version.minor() - server.minor()) <= 1;
        yield new KubectlSkew(
            fits,
            fits
                ? Message.of("running.kubectl.fits", version.toString(), server.toString())
                : Message.of(
                    "running.kubectl.skewed",
                    program.toString(),
                    version.toString(),
                    server.toString(),
                    server.minorText()));
      }
    };
  }
}
