package io.github.kubeadmwizard.kubeadm;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.cluster.ImagesSpec;
import io.github.kubeadmwizard.cluster.RegistrySpec;
import io.github.kubeadmwizard.cluster.RuntimeSpec;
import io.github.kubeadmwizard.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DaemonJsonTest {
  private static final ClusterSpec PLAIN =
      ClusterSpec.of(Clusters.VERSION, List.of(Clusters.plane(1)))
          .with(RuntimeSpec.DEFAULT.withName(RuntimeSpec.Name.DOCKER));
  private static final ClusterSpec MIRRORED =
      PLAIN.with(
          new ImagesSpec(
              "10.0.0.1:5000",
              new TreeMap<>(Map.of("docker.io", "http://10.0.0.2:5000")),
              new TreeMap<>(
                  Map.of(
                      "10.0.0.1:5000", new RegistrySpec(false, true, false, Optional.empty())))));

  @Test
  void withoutAFileOnlyOursIsWritten() {
    assertThat(DaemonJson.merged("", PLAIN).flatMap(Json::object))
        .contains(Map.of("exec-opts", List.of("native.cgroupdriver=systemd")));
  }

  @Test
  void everythingOfTheUsersStaysInItsOrder() {
    var merged =
        DaemonJson.merged(
            """
            {"log-opts": {"max-size": "10m"}, "exec-opts": ["native.cgroupdriver=cgroupfs", "x=y"],
             "registry-mirrors": ["https://theirs"], "live-restore": true, "mtu": 1400}
            """,
            MIRRORED);
    assertThat(merged.orElseThrow().replaceAll("\\s+", " "))
        .isEqualTo(
            "{ \"log-opts\" : { \"max-size\" : \"10m\" }, \"exec-opts\" : [ \"x=y\","
                + " \"native.cgroupdriver=systemd\" ], \"registry-mirrors\" : ["
                + " \"http://10.0.0.2:5000\", \"https://theirs\" ], \"live-restore\" : true,"
                + " \"mtu\" : 1400, \"insecure-registries\" : [ \"10.0.0.1:5000\","
                + " \"10.0.0.2:5000\" ] } ");
    assertThat(DaemonJson.merged(merged.orElseThrow(), MIRRORED)).isEqualTo(merged);
  }

  @Test
  void whatIsAsWishedKeepsItsVeryText() {
    String text = "{ \"exec-opts\":[\"native.cgroupdriver=systemd\"] , \"debug\":true}";
    assertThat(DaemonJson.merged(text, PLAIN)).contains(text);
    assertThat(DaemonJson.driver(text)).contains("systemd");
    assertThat(DaemonJson.keepsContainers(text)).isFalse();
    assertThat(DaemonJson.keepsContainers("{\"live-restore\": true}")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "{", "{\"exec-opts\": \"x\"}", "{} {}"})
  void whatIsNotUnderstoodIsNeverMerged(String text) {
    assertThat(DaemonJson.merged(text, PLAIN)).isEmpty();
  }
}
