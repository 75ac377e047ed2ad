package io.github.kubeadmwizard.addons;

import io.github.kubeadmwizard.json.JsonTree;
import io.github.kubeadmwizard.yaml.PlainTree;
import io.github.kubeadmwizard.yaml.YamlException;
import java.util.Map;
import java.util.Optional;

/** What kubeadm keeps of its configuration in the cluster. Source: kubeadm, uploadconfig. */
final class KubeadmConfig {
  private KubeadmConfig() {}

  static Optional<String> podSubnet(JsonTree settings) {
    return settings.at("items").items().stream()
        .filter(one -> LivingNetwork.text(one, "metadata", "name").equals("kubeadm-config"))
        .flatMap(one -> one.at("data", "ClusterConfiguration").text().stream())
        .findFirst()
        .flatMap(KubeadmConfig::read);
  }

  private static Optional<String> read(String configuration) {
    try {
      return PlainTree.read(configuration).get("networking") instanceof Map<?, ?> networking
          ? Optional.ofNullable(networking.get("podSubnet")).map(String::valueOf)
          : Optional.empty();
    } catch (YamlException _) {
      return Optional.empty(); // somebody wrote it by hand; then nothing is known of it
    }
  }
}
