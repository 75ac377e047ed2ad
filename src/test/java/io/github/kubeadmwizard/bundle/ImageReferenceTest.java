package io.github.kubeadmwizard.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.manifests.ImageReference;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ImageReferenceTest {
  private static final String DIGEST = "sha256:" + "0".repeat(64);

  @ParameterizedTest
  @CsvSource({
    "nginx, docker.io/library/nginx:latest",
    "nginx:1.29, docker.io/library/nginx:1.29",
    "flannel/flannel:v1, docker.io/flannel/flannel:v1",
    "registry.k8s.io/pause:3.10.2, registry.k8s.io/pause:3.10.2",
    "registry.k8s.io/coredns/coredns:v1, registry.k8s.io/coredns/coredns:v1",
    "10.88.0.1:5000/pause:3.10, 10.88.0.1:5000/pause:3.10",
    "localhost/own, localhost/own:latest",
    "quay.io/cilium/cilium:v1@DIGEST, quay.io/cilium/cilium@DIGEST",
    "quay.io/cilium/cilium@DIGEST, quay.io/cilium/cilium@DIGEST"
  })
  void anImageHasOneWholeName(String written, String whole) {
    assertThat(ImageReference.parse(written.replace("DIGEST", DIGEST)))
        .hasToString(whole.replace("DIGEST", DIGEST));
  }
}
