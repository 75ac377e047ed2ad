package io.github.kubeadmwizard.imports;

import io.github.kubeadmwizard.cluster.HostSpec;
import io.github.kubeadmwizard.cluster.KubernetesNames;
import io.github.kubeadmwizard.cluster.Role;
import io.github.kubeadmwizard.text.Message;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a text says of one host.
 *
 * @param roles empty where it says nothing
 */
record Entry(
    Optional<String> name,
    String address,
    Optional<Integer> port,
    Optional<String> user,
    Optional<String> key,
    Set<Role> roles,
    Optional<String> nodeIP) {

  /** The host, where the setting fills what the text leaves open. */
  HostSpec host(Setting setting) {
    return new HostSpec(
        name,
        address,
        port.orElse(setting.port()),
        user.orElse(setting.user()),
        key,
        key.isEmpty() && setting.agent(),
        roles.isEmpty() ? Set.of(Role.WORKER) : roles,
        nodeIP,
        Optional.empty(),
        false,
        new TreeMap<>(),
        List.of());
  }

  /** The same at another address. */
  Entry at(String other) {
    return new Entry(name, other, port, user, key, roles, nodeIP);
  }

  /** A node's name as Kubernetes allows it, made of what somebody calls the host. */
  static Optional<String> nodeName(String text) {
    return Optional.of(text.strip().toLowerCase(Locale.ROOT).replace('_', '-'))
        .filter(KubernetesNames::isDnsSubdomain);
  }

  /** The same, refused where there is none. */
  static String requiredNodeName(String text) throws Refused {
    return nodeName(text)
        .orElseThrow(() -> new Refused(Message.of("imports.bad.name", Shown.of(text))));
  }
}
