package io.github.kubeadmwizard.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.text.Message;
import java.util.List;
import org.junit.jupiter.api.Test;

class HostScriptTest {
  /** A second installation once stopped the kubelets of a living cluster. */
  @Test
  void aServiceThatNeedNotBeStartedIsLeftAsItIs() {
    var kubelet =
        new Action.EnsureService(
            "kubelet", Message.of("t"), "kubelet.service", true, false, List.of());
    assertThat(HostScript.of(kubelet).shown()).containsEntry("RUNNING", "");
  }
}
