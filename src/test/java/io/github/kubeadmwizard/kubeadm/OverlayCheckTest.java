package io.github.kubeadmwizard.kubeadm;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.kubeadm.tree.DocumentProblem;
import io.github.kubeadmwizard.text.Message;
import java.util.List;
import org.junit.jupiter.api.Test;

final class OverlayCheckTest {

  private static List<DocumentProblem> check(String yaml) {
    return OverlayCheck.check(Clusters.overlaid(yaml, Clusters.both(1)));
  }

  @Test
  void aMisspeltFieldIsToldWithWhatWasMeant() {
    assertThat(check("clusterConfiguration: {apiServer: {certSAN: [a]}}"))
        .containsExactly(
            new DocumentProblem(
                "kubeadm.clusterConfiguration.apiServer.certSAN",
                true,
                Message.of("kubeadm.unknownField.what", "certSAN", "ApiServer"),
                Message.of("kubeadm.unknownField.why"),
                Message.of("kubeadm.unknownField.meant", "certSANs")));
  }

  @Test
  void aMisspeltDocumentIsToldToo() {
    assertThat(check("clusterConfig: {clusterName: a}"))
        .extracting(DocumentProblem::path)
        .containsExactly("kubeadm.clusterConfig");
  }

  @Test
  void aNumberInPlaceOfATextIsToBeQuoted() {
    assertThat(check("clusterConfiguration: {scheduler: {extraArgs: [{name: v, value: 4}]}}"))
        .first()
        .isEqualTo(
            new DocumentProblem(
                "kubeadm.clusterConfiguration.scheduler.extraArgs[0].value",
                true,
                Message.of(
                    "kubeadm.wrongType.what",
                    "kubeadm.clusterConfiguration.scheduler.extraArgs[0].value",
                    Message.of("kubeadm.kind.text"),
                    "4"),
                Message.of("kubeadm.wrongType.why"),
                Message.of("kubeadm.wrongType.quote", "4")));
  }

  @Test
  void durationsAndWordsAreReadAsKubeadmReadsThem() {
    assertThat(
            check(
                """
                clusterConfiguration: {certificateValidityPeriod: 365d, encryptionAlgorithm: RSA}
                kubeletConfiguration: {syncFrequency: soon, maxPod: 3, registerNode: "true"}
                """))
        .extracting(p -> p.path() + " " + p.what().key())
        .containsExactly(
            "kubeadm.clusterConfiguration.encryptionAlgorithm kubeadm.notAllowed.what",
            "kubeadm.clusterConfiguration.certificateValidityPeriod kubeadm.wrongType.what",
            "kubeadm.kubeletConfiguration.maxPod kubeadm.unknownField.what",
            "kubeadm.kubeletConfiguration.registerNode kubeadm.wrongType.what",
            "kubeadm.kubeletConfiguration.syncFrequency kubeadm.wrongType.what");
  }

  @Test
  void aFlagThatTheProgramDoesNotHaveIsRefused() {
    String flag = "horizontal-pod-autoscaler-use-rest-clients";
    assertThat(
            check(
                "clusterConfiguration: {controllerManager: {extraArgs: [{name: "
                    + flag
                    + ", value: \"true\"}]}}"))
        .containsExactly(
            new DocumentProblem(
                "kubeadm.clusterConfiguration.controllerManager.extraArgs[0].name",
                true,
                Message.of("kubeadm.unknownFlag.what", flag, "kube-controller-manager 1.36"),
                Message.of("kubeadm.unknownFlag.why", "kube-controller-manager 1.36"),
                Message.of("kubeadm.unknownFlag.remedy", "kube-controller-manager 1.36")));
  }

  @Test
  void dashesAndDeprecationAndDefaultsThatAreReplacedAreTold() {
    assertThat(
            check(
                """
                clusterConfiguration:
                  apiServer: {extraArgs: [{name: --audit-log-path, value: a}]}
                  etcd: {local: {extraArgs: [{name: snapshot-cuont, value: "9"}]}}
                initConfiguration:
                  nodeRegistration:
                    name: x
                    taints: []
                    ignorePreflightErrors: [ALL]
                    kubeletExtraArgs: [{name: max-pods, value: "9"}]
                """))
        .extracting(p -> p.path().replaceFirst(".*\\.(?=\\w+[.\\[\\w]*$)", "") + " " + p.stops())
        .hasSize(6)
        .contains("name true", "taints false", "ignorePreflightErrors true");
    assertThat(check("clusterConfiguration: {apiServer: {extraArgs: [{name: --v=2, value: a}]}}"))
        .first()
        .extracting(DocumentProblem::remedy)
        .isEqualTo(Message.of("kubeadm.flagDashes.remedy", "v"));
  }
}
