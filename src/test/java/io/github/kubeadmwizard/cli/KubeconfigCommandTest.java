package io.github.kubeadmwizard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KubeconfigCommandTest {
  private static final String ADMIN =
      """
      apiVersion: v1
      clusters:
      - cluster:
          certificate-authority-data: Y2E=
          server: https://homelab.kubeadm-wizard:6443
        name: kubernetes
      contexts:
      - context:
          cluster: kubernetes
          user: kubernetes-admin
        name: kubernetes-admin@kubernetes
      current-context: kubernetes-admin@kubernetes
      kind: Config
      users:
      - name: kubernetes-admin
        user:
          client-certificate-data: Y2VydA==
          client-key-data: a2V5
      """;
  private static final String OURS =
      """
      apiVersion: v1
      kind: Config
      clusters:
        - name: homelab
          cluster:
            certificate-authority-data: Y2E=
            server: https://10.0.0.1:6443
            tls-server-name: homelab.kubeadm-wizard
      users:
        - name: homelab-admin
          user:
            client-certificate-data: Y2VydA==
            client-key-data: a2V5
      contexts:
        - name: homelab
          context:
            cluster: homelab
            user: homelab-admin
      current-context: homelab
      """;

  @TempDir Path home;
  private Bench bench;

  @BeforeEach
  void begin() throws IOException {
    bench = new Bench(home);
    bench.hosts = fakes -> fakes.saying(_ -> ADMIN.lines().toList(), 0);
  }

  private int kubeconfig(String... more) {
    var args = new ArrayList<>(List.of("kubeconfig", bench.file().toString()));
    args.addAll(List.of(more));
    return bench.run("", Locale.ENGLISH, args.toArray(String[]::new));
  }

  @Test
  void printsItWithNamesOfItsOwnAndAnAddressThatThisComputerReaches() {
    assertThat(kubeconfig()).isZero();
    assertThat(bench.out()).isEqualToNormalizingNewlines(OURS);
  }

  @Test
  void savesItForTheOwnerAloneAndKeepsWhatWasThere() throws IOException {
    Path file = home.resolve("deep/er/admin.conf");
    assertThat(kubeconfig("--save", file.toString())).isZero();
    assertThat(file).hasContent(OURS);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(bench.out()).isEmpty();
    assertThat(kubeconfig("--save", file.toString())).isZero();
    Files.writeString(file, "mine\n");
    assertThat(kubeconfig("--save", file.toString())).isZero();
    assertThat(home.resolve("deep/er/admin.conf.before-20261121-163412")).hasContent("mine\n");
    try (var files = Files.list(file.getParent())) {
      assertThat(files).hasSize(2);
    }
  }

  @Test
  void mergesItAndKeepsTheUsersOwnEntriesAndContext() throws IOException {
    Path file = Files.createDirectories(home.resolve(".kube")).resolve("config");
    Files.writeString(
        file,
        """
        apiVersion: v1
        kind: Config
        preferences: {}
        current-context: work
        clusters: [{name: work, cluster: {server: "https://work:6443"}}]
        users: [{name: me, user: {token: "0123"}}]
        contexts: [{name: work, context: {cluster: work, user: me}}]
        """);
    assertThat(kubeconfig("--merge", "--context", "lab")).isZero();
    assertThat(bench.err()).endsWith("Try it: kubectl --context lab get nodes\n");
    assertThat(Files.readString(file))
        .contains("current-context: work\n", "token: \"0123\"\n")
        .containsSubsequence(
            "- name: work\n", "- name: lab\n", "- name: me\n", "- name: lab-admin");
    assertThat(kubeconfig("--merge", "--context", "lab")).isZero();
    assertThat(Files.readString(file).lines().filter("  - name: lab-admin"::equals)).hasSize(1);
  }

  @Test
  void neverReplacesAnotherClustersEntry() throws IOException {
    Path file = Files.createDirectories(home.resolve(".kube")).resolve("config");
    var theirs = "clusters: [{name: homelab, cluster: {server: 'https://other:6443'}}]\n";
    Files.writeString(file, theirs);
    assertThat(kubeconfig("--merge")).isEqualTo(1);
    assertThat(bench.err())
        .contains("leads to another cluster. Choose another name", "--context NAME", "--save FILE");
    assertThat(file).hasContent(theirs);
  }

  @Test
  void saysWhereThereIsNone() {
    bench.hosts = fakes -> fakes.saying(_ -> List.of(), 3);
    assertThat(kubeconfig()).isEqualTo(1);
    assertThat(bench.err()).contains("n1 has no cluster");
  }
}
