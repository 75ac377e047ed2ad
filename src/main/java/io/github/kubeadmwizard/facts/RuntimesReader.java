package io.github.kubeadmwizard.facts;

import java.util.List;
import java.util.OptionalInt;

/** Reads which container runtimes are there. */
final class RuntimesReader {
  private static final List<String> CONTAINERD =
      List.of("containerd.io", "containerd", "moby-containerd");

  private RuntimesReader() {}

  static Runtimes read(FactsOutput out, Units units, Programs programs) {
    var sockets = out.all("socket").flatMap(head -> head.field(0).stream()).toList();
    var containerd =
        new Containerd(
            programs.find("containerd", CONTAINERD),
            units.service("containerd.service"),
            sockets.contains("/run/containerd/containerd.sock"),
            ContainerdConfigReader.read(out));
    return new Runtimes(
        containerd,
        new OtherRuntime(
            programs.find("crio", List.of("cri-o")),
            units.service("crio.service"),
            sockets.contains("/run/crio/crio.sock")),
        new OtherRuntime(
            programs.find("dockerd", List.of("docker-ce", "docker-ee", "docker.io", "moby-engine")),
            units.service("docker.service"),
            sockets.contains("/run/docker.sock")),
        new OtherRuntime(
            programs.find("cri-dockerd", List.of("cri-dockerd")),
            units.service("cri-docker.service"),
            sockets.contains("/run/cri-dockerd.sock")),
        docker(out),
        sockets.stream().filter(socket -> !socket.equals("/run/docker.sock")).toList());
  }

  private static DockerState docker(FactsOutput out) {
    return new DockerState(
        out.file("/etc/docker/daemon.json").map(lines -> String.join("\n", lines)),
        out.field("docker-running", 0).map(Text::small).orElse(OptionalInt.empty()).orElse(0),
        out.has("dockershim"));
  }
}
