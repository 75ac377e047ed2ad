package io.github.kubeadmwizard.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.yaml.PlainTree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which images the pods of a manifest run, where they may run, and whom they ask for them. */
final class ManifestImagesTest {
  private static Manifest manifest(String text) throws Manifest.NoObject {
    return Manifest.read("own", text);
  }

  private static Manifest pod(String spec) throws Manifest.NoObject {
    return manifest("{apiVersion: v1, kind: Pod, metadata: {name: p}, spec: " + spec + "}");
  }

  @Test
  void everyKindThatHoldsATemplateOfPodsIsLookedInto() throws Exception {
    var all =
        manifest(
            """
            apiVersion: batch/v1
            kind: CronJob
            metadata: {name: a}
            spec: {jobTemplate: {spec: {template: {spec: {containers: [{name: c, image: "r.lan/cron:1"}]}}}}}
            ---
            apiVersion: argoproj.io/v1alpha1
            kind: Rollout
            metadata: {name: b}
            spec:
              template:
                spec:
                  initContainers: [{name: i, image: "r.lan/first:1"}]
                  containers: [{name: c, image: "r.lan/rolled:1"}]
                  volumes:
                  - {name: files, image: {reference: "r.lan/files:1", pullPolicy: Always}}
                  - {name: empty, emptyDir: {}}
            ---
            apiVersion: v1
            kind: PodTemplate
            metadata: {name: c}
            template: {spec: {containers: [{name: c, image: "r.lan/template:1"}]}}
            ---
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            metadata: {name: things.example.org}
            spec: {template: {spec: {image: {type: string}}}}
            """);
    assertThat(all.images())
        .containsExactly(
            "r.lan/cron:1", "r.lan/first:1", "r.lan/rolled:1", "r.lan/files:1", "r.lan/template:1");
    assertThat(all.imagesOnControlPlanes()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{operator: Exists}; true",
        "{operator: Exists, effect: NoSchedule}; true",
        "{operator: Exists, effect: NoExecute}; false",
        "{key: node-role.kubernetes.io/control-plane, effect: NoSchedule}; true",
        "{key: node.kubernetes.io/unreachable, operator: Exists}; false",
      })
  void aPodsTolerationsSayWhetherItRunsBesideAControlPlane(String toleration, boolean runs)
      throws Exception {
    var one = pod("{tolerations: [" + toleration + "], containers: [{name: c, image: a:1}]}");
    assertThat(one.imagesOnControlPlanes().contains("a:1")).isEqualTo(runs);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      nullValues = "none",
      value = {
        "image: 'r.lan:5000/a:1', imagePullPolicy: Always; IfNotPresent",
        "image: 'r.lan:5000/a'; IfNotPresent",
        "image: 'a:latest'; IfNotPresent",
        "image: 'a:1'; none",
        "image: 'a:latest@sha256:0'; none",
        "image: 'a:latest', imagePullPolicy: Never; Never",
      })
  void noPodAsksARegistryForWhatItsNodeHas(String container, String policy) throws Exception {
    var before = pod("{containers: [{name: c, " + container + "}]}");
    String text = before.text();
    var found =
        PodSpecs.of(before.withImagesAtHand().objects()).flatMap(PodSpecs::containers).toList();
    assertThat(found).extracting(one -> one.get("imagePullPolicy")).containsExactly(policy);
    assertThat(before.text()).isEqualTo(text);
  }

  @Test
  void whatIsMountedOfAnImageIsTakenFromTheNodeToo() throws Exception {
    var one =
        pod(
            "{containers: [{name: c, image: a:1}], volumes: [{name: v, image: {reference: b:1,"
                + " pullPolicy: Always}}]}");
    assertThat(one.withImagesAtHand().objects().getFirst().get("spec"))
        .isEqualTo(
            PlainTree.read(
                """
                containers: [{name: c, image: "a:1"}]
                volumes: [{name: v, image: {reference: "b:1", pullPolicy: IfNotPresent}}]
                """));
  }
}
