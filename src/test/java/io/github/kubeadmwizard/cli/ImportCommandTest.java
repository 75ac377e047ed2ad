package io.github.kubeadmwizard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ImportCommandTest {
  private static final String LINE =
      "kubeadm init --apiserver-advertise-address 10.0.0.1 --kubernetes-version v1.10.0\n";

  @TempDir Path home;
  private Bench bench;

  @BeforeEach
  void begin() throws IOException {
    bench = new Bench(home);
  }

  @Test
  void theClusterFileIsTheResultAndTheListIsAboutIt() {
    assertThat(bench.run(LINE, Locale.ENGLISH, "import", "-")).isZero();
    assertThat(bench.out())
        .startsWith("# A cluster for Kubeadm Wizard.")
        .contains("kubernetes: \"1.36\"\nhosts:\n  - address: 10.0.0.1\n    user: root\n");
    assertThat(bench.err())
        .isEqualTo(
            """
            Assumed
              hosts[0].address
                SSH goes to this address, as root, unless you say another address or user.
              network.podCIDR
                The old text names no range for pods. This program gives them 10.244.0.0/16 and Flannel; both can be changed.

            Changed
              line 1: --kubernetes-version → kubernetes
                Kubernetes v1.10.0 is not offered any more; 1.36 is installed.

            Moved. The cluster file has a key of its own for it.
              line 1: --apiserver-advertise-address → hosts[0].advertiseAddress
            """);
  }

  @Test
  void theSameInChinese() {
    assertThat(bench.run(LINE, Locale.SIMPLIFIED_CHINESE, "import", "-")).isZero();
    assertThat(bench.err())
        .contains("  第 1 行：--kubernetes-version → kubernetes")
        .contains("    不再提供 Kubernetes v1.10.0；将安装 1.36。");
  }

  @Test
  void whatLiesThereIsNotOverwrittenUnasked() throws IOException {
    var old = Files.writeString(home.resolve("old.txt"), LINE);
    var file = home.resolve("imported.yaml");
    assertThat(bench.run("import", old.toString(), "--output", file.toString())).isZero();
    assertThat(bench.out()).startsWith("Assumed\n").doesNotContain("apiVersion");
    assertThat(bench.err()).isEqualTo("Wrote " + file + "\n");
    var written = Files.readString(file);
    assertThat(written).contains("address: 10.0.0.1");

    Files.writeString(file, "mine");
    assertThat(bench.run("import", old.toString(), "--output", file.toString()))
        .isEqualTo(ExitCode.USAGE);
    assertThat(bench.err())
        .isEqualTo(
            file
                + " is there already and stays as it is. Name another place, or add"
                + " --overwrite.\n");
    assertThat(file).hasContent("mine");

    assertThat(bench.run("import", old.toString(), "--output", file.toString(), "--overwrite"))
        .isZero();
    assertThat(file).hasContent(written);
  }

  @Test
  void kubeadmsFilesGoIntoADirectory() throws IOException {
    var directory = home.resolve("k");
    String lines = LINE + "kubeadm join 10.0.0.1:6443 --node-name w1\n";
    assertThat(
            bench.run(
                lines,
                Locale.ENGLISH,
                "import",
                "-",
                "--kubeadm",
                "--output",
                directory.toString()))
        .isZero();
    assertThat(Files.readString(directory.resolve("kubeadm-init.yaml")))
        .isEqualTo(
            """
            apiVersion: kubeadm.k8s.io/v1beta4
            kind: InitConfiguration
            localAPIEndpoint:
              advertiseAddress: 10.0.0.1
            ---
            apiVersion: kubeadm.k8s.io/v1beta4
            kind: ClusterConfiguration
            kubernetesVersion: v1.36.4
            """);
    assertThat(directory.resolve("kubeadm-join.yaml")).isNotEmptyFile();
    assertThat(bench.out())
        .startsWith(
            """
            For you to fill in
              JoinConfiguration.discovery.bootstrapToken.token
            """);
  }

  @Test
  void programsGetAllOfIt() {
    assertThat(bench.run(LINE, Locale.ENGLISH, "import", "-", "--json")).isZero();
    var tree = Json.object(bench.out()).orElseThrow();
    assertThat(tree.get("event")).isEqualTo("imported");
    assertThat(((Map<?, ?>) tree.get("files")).get("cluster.yaml").toString())
        .contains("address: 10.0.0.1");
    assertThat(String.valueOf(tree.get("changes")))
        .contains(
            "{kind=changed, line=1, column=53, from=--kubernetes-version, to=kubernetes,"
                + " why=Kubernetes v1.10.0 is not offered any more; 1.36 is installed.}");
  }

  @Test
  void whatCantBeReadIsToldByItsPlace() throws IOException {
    assertThat(bench.run("import")).isEqualTo(ExitCode.USAGE);
    assertThat(bench.err())
        .isEqualTo("Say which file is to be imported, or - for standard input.\n");
    assertThat(bench.run("import", "/none.yaml")).isEqualTo(ExitCode.USAGE);
    assertThat(bench.err()).isEqualTo("/none.yaml can't be read: There is no such file.\n");
    var broken = Files.writeString(home.resolve("b.yaml"), "kind: InitConfiguration\na: b: c\n");
    assertThat(bench.run("import", broken.toString())).isEqualTo(ExitCode.USAGE);
    assertThat(bench.err()).startsWith(broken + ", line 2, column 5: ");
    var binary = Files.write(home.resolve("x"), new byte[] {'a', 0, 'b'});
    assertThat(bench.run("import", binary.toString())).isEqualTo(ExitCode.USAGE);
    assertThat(bench.err()).isEqualTo(binary + " can't be read: This is no text.\n");
  }
}
