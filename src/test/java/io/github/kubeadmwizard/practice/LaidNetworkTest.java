package io.github.kubeadmwizard.practice;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.assets.Assets;
import org.junit.jupiter.api.Test;

/** What objects make of a practice machine's network. */
final class LaidNetworkTest {
  private static String objects(String manifest) {
    return Assets.text("practice/manifests/" + manifest + ".yaml");
  }

  @Test
  void calicosOperatorRunsItInItsOwnNamespaceOnceItIsTold() {
    assertThat(LaidNetwork.applied(objects("calico-tigera-operator"))).isEmpty();
    assertThat(LaidNetwork.applied(objects("calico-custom-resources")))
        .hasValueSatisfying(laid -> {
          assertThat(laid.namespace()).isEqualTo("calico-system");
          assertThat(laid.pods()).isEqualTo("calico-node");
        });
    assertThat(LaidNetwork.applied(objects("calico")))
        .hasValueSatisfying(laid -> assertThat(laid.namespace()).isEqualTo("kube-system"));
  }
}
