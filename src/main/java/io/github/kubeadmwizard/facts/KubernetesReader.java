package io.github.kubeadmwizard.facts;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads Kubernetes' own programs and the kubelet's settings. */
final class KubernetesReader {
  private KubernetesReader() {}

  static Kubernetes read(FactsOutput out, Units units, Programs programs) {
    return new Kubernetes(
        programs.find("kubeadm", List.of("kubeadm")),
        programs.find("kubelet", List.of("kubelet")),
        programs.find("kubectl", List.of("kubectl")),
        programs.find("crictl", List.of("cri-tools")),
        units.service("kubelet.service"),
        Stream.of("/etc/default/kubelet", "/etc/sysconfig/kubelet")
            .map(path -> file(out, path))
            .flatMap(Optional::stream)
            .findFirst(),
        out.files("/").filter(f -> f.path().contains("/kubelet.service.d/")).distinct().toList(),
        file(out, "/var/lib/kubelet/kubeadm-flags.env"),
        out.field("api-server", 0).map(Text::unquoted));
  }

  private static Optional<TextFile> file(FactsOutput out, String path) {
    return out.file(path).map(lines -> new TextFile(path, String.join("\n", lines)));
  }
}
