package io.github.kubeadmwizard.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.home.UserDirectories;
import io.github.kubeadmwizard.yaml.PlainTree;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Makes a cluster on real machines, which are named in an inventory: {@code mvn verify -Plab
 * -Dlab.inventory=FILE}. The first host becomes the control plane, the others workers. The machines
 * must be ones that may be changed.
 */
@Tag("lab")
class InstallOnRealMachinesTest {
  @TempDir private Path home;

  @Test
  void installsAClusterAndChangesNothingTheSecondTime() throws Exception {
    Map<String, Object> inventory =
        PlainTree.read(Files.readString(Path.of(System.getProperty("lab.inventory", ""))));
    Path file = home.resolve("cluster.yaml");
    Files.writeString(file, clusterFile(inventory));

    String first = run(file, secrets(inventory));
    assertThat(last(first)).contains("\"run-finished\"").contains("\"done\"");

    String second = run(file, secrets(inventory));
    assertThat(last(second))
        .contains("\"done\"")
        .contains("\"changed\":0")
        .contains("\"failed\":0");
  }

  private String run(Path file, String secrets) {
    var out = new ByteArrayOutputStream();
    var directories =
        UserDirectories.of(
            Map.of("HOME", home.toString()), System.getProperty("os.name", ""), home);
    int exit =
        new Wiring(directories)
            .commandLine()
            .run(
                new String[] {
                  "install",
                  file.toString(),
                  "--yes",
                  "--json",
                  "--accept-new-host-keys",
                  "--secrets-from-stdin"
                },
                new ByteArrayInputStream(secrets.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                System.err);
    String said = out.toString(StandardCharsets.UTF_8);
    assertThat(exit).as(said).isZero();
    return said;
  }

  private static String last(String text) {
    return text.lines().reduce((_, line) -> line).orElse("");
  }

  private static String clusterFile(Map<String, Object> inventory) {
    var text = new StringBuilder("name: lab\nkubernetes: \"1.36\"\nhosts:\n");
    String role = "control-plane";
    for (Map<?, ?> host : hosts(inventory)) {
      text.append("  - {name: ").append(host.get("name"));
      text.append(", address: \"").append(host.get("address")).append('"');
      text.append(", user: ").append(host.get("user"));
      if (host.get("key") != null) {
        text.append(", key: '").append(host.get("key")).append('\'');
      }
      text.append(", roles: [").append(role).append("]}\n");
      role = "worker";
    }
    if (inventory.get("mirror") instanceof Map<?, ?> mirror) {
      text.append("packages: {kubernetes: '").append(mirror.get("apt"));
      text.append("', docker: '").append(mirror.get("containerd")).append("'}\n");
      text.append("images: {mirrors: {");
      for (String registry : List.of("registry.k8s.io", "ghcr.io", "docker.io")) {
        text.append(registry).append(": 'http://").append(mirror.get("images")).append("', ");
      }
      text.append("}}\n");
    }
    // what small machines lack, and their slow leader election
    text.append("checks: {override: [NumCPU, SystemVerification]}\n");
    text.append("kubeadm: {clusterConfiguration: {");
    text.append("controllerManager: {extraArgs: [{name: leader-elect, value: 'false'}]}, ");
    text.append("scheduler: {extraArgs: [{name: leader-elect, value: 'false'}]}}}\n");
    return text.toString();
  }

  private static String secrets(Map<String, Object> inventory) {
    var text = new StringBuilder("hosts:\n");
    for (Map<?, ?> host : hosts(inventory)) {
      Optional.ofNullable(host.get("password"))
          .ifPresent(password ->
              text.append("  ")
                  .append(host.get("name"))
                  .append(": {password: '")
                  .append(password)
                  .append("', sudo: '")
                  .append(password)
                  .append("'}\n"));
    }
    return text.toString();
  }

  private static List<Map<?, ?>> hosts(Map<String, Object> inventory) {
    return ((List<?>) inventory.getOrDefault("hosts", List.of()))
        .stream().<Map<?, ?>>map(h -> (Map<?, ?>) h).toList();
  }
}
