package io.github.kubeadmwizard.cli;

import io.github.kubeadmwizard.text.Message;
import java.util.Optional;

/**
 * How a command is used, as the end of its help shows it.
 *
 * @param words what is typed behind the program's name
 * @param does what that does
 */
record Example(String words, Message does) {

  /** Of a command; empty for one that has none, which a test does not let pass. */
  static Optional<Example> of(String command) {
    return Optional.ofNullable(
        switch (command) {
          case "kubeadm-wizard" ->
              new Example("install --practice", Message.of("cli.example.practice"));
          case "check" -> new Example("check cluster.yaml", Message.of("cli.example.check"));
          case "plan" -> new Example("plan cluster.yaml --verbose", Message.of("cli.example.plan"));
          case "export" ->
              new Example("export cluster.yaml --out homelab", Message.of("cli.example.export"));
          case "import" ->
              new Example(
                  "import kubeadm.yaml --output cluster.yaml", Message.of("cli.example.import"));
          case "install" -> new Example("install cluster.yaml", Message.of("cli.example.install"));
          case "bundle" ->
              new Example("bundle cluster.yaml --output offline", Message.of("cli.example.bundle"));
          case "bundle verify" ->
              new Example("bundle verify offline", Message.of("cli.example.bundleVerify"));
          case "status" -> new Example("status cluster.yaml", Message.of("cli.example.status"));
          case "kubeconfig" ->
              new Example(
                  "kubeconfig cluster.yaml --merge --context homelab",
                  Message.of("cli.example.kubeconfig"));
          case "access" ->
              new Example("access cluster.yaml --remove anna", Message.of("cli.example.access"));
          case "join-command" ->
              new Example(
                  "join-command cluster.yaml --lifetime 30m",
                  Message.of("cli.example.joinCommand"));
          case "pods" ->
              new Example("pods cluster.yaml --logs coredns", Message.of("cli.example.pods"));
          case "smoke-test" ->
              new Example("smoke-test cluster.yaml", Message.of("cli.example.smokeTest"));
          case "taints" ->
              new Example(
                  "taints cluster.yaml --node n2 --add dedicated=batch:NoSchedule",
                  Message.of("cli.example.taints"));
          case "labels" ->
              new Example(
                  "labels cluster.yaml --node n2 --node n3 --add disk=ssd",
                  Message.of("cli.example.labels"));
          case "cordon" ->
              new Example("cordon cluster.yaml --node n2", Message.of("cli.example.cordon"));
          case "uncordon" ->
              new Example("uncordon cluster.yaml --node n2", Message.of("cli.example.uncordon"));
          case "addons" ->
              new Example("addons cluster.yaml --remove metallb", Message.of("cli.example.addons"));
          case "switch-cni" ->
              new Example("switch-cni cluster.yaml --dry-run", Message.of("cli.example.switchCni"));
          case "disks" -> new Example("disks cluster.yaml", Message.of("cli.example.disks"));
          case "dashboard" ->
              new Example("dashboard cluster.yaml", Message.of("cli.example.dashboard"));
          case "completion" -> new Example("completion bash", Message.of("cli.example.completion"));
          case "logs" -> new Example("logs --host n2", Message.of("cli.example.logs"));
          default -> null;
        });
  }
}
