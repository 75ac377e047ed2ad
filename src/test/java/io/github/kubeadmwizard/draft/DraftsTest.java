package io.github.kubeadmwizard.draft;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.cluster.HostSpec;
import io.github.kubeadmwizard.cluster.Role;
import io.github.kubeadmwizard.text.Message;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DraftsTest {
  private static final Instant NOON =
      LocalDateTime.of(2026, 11, 21, 12, 0, 5).atZone(ZoneId.systemDefault()).toInstant();

  private final ClusterFile files = ClusterFile.ofThisProgram();
  private final Path directory;
  private final Drafts drafts;

  DraftsTest(@TempDir Path home) {
    directory = home.resolve("clusters");
    drafts = new Drafts(directory, files, () -> NOON);
  }

  private static ClusterSpec cluster(String name, HostSpec... hosts) {
    return ClusterSpec.of(ClusterFile.minorsOfThisProgram().preferred(), List.of(hosts))
        .withName(name);
  }

  private static HostSpec host(String address, Role... roles) {
    return new HostSpec(
        Optional.empty(),
        address,
        22,
        "root",
        Optional.empty(),
        false,
        Set.of(roles),
        Optional.empty(),
        Optional.empty(),
        false,
        new TreeMap<>(),
        List.of());
  }

  private void write(String file, String text) throws IOException {
    Files.createDirectories(directory);
    Files.writeString(directory.resolve(file), text);
  }

  private List<String> fileNames() throws IOException {
    try (var inside = Files.list(directory)) {
      return inside.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static List<String> places(List<FileProblem> problems) {
    return problems.stream().map(p -> p.line() + " " + p.path() + " " + p.what().key()).toList();
  }

  @Test
  void nothingIsThereAtFirstAndLookingMakesNothing() throws IOException {
    assertThat(drafts.list()).isEmpty();
    assertThat(drafts.last()).isEmpty();
    assertThat(drafts.open("homelab")).isEmpty();
    assertThat(directory).doesNotExist();
  }

  @Test
  void anUnfinishedClusterIsSavedAndOpenedAsItWas() throws IOException {
    var specs =
        List.of(
            cluster("empty"),
            cluster("no-address-yet", host("", Role.WORKER)),
            cluster("no-role-yet", host("10.0.0.11")),
            cluster("twice", host("10.0.0.11", Role.WORKER), host("10.0.0.11", Role.WORKER)));
    for (var spec : specs) {
      assertThat(drafts.save(spec)).isEmpty();
      assertThat(drafts.open(spec.name())).contains(new DraftResult(spec, List.of()));
    }
    assertThat(drafts.list()).containsExactly("empty", "no-address-yet", "no-role-yet", "twice");
  }

  @Test
  void onlyTheUserMayReadThem() throws IOException {
    drafts.save(cluster("homelab"));
    drafts.save(cluster("homelab", host("10.0.0.11", Role.WORKER)));
    drafts.rememberLast("homelab");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory)))
        .isEqualTo("rwx------");
    for (String file : fileNames()) {
      var rights = Files.getPosixFilePermissions(directory.resolve(file));
      assertThat(PosixFilePermissions.toString(rights)).as(file).isEqualTo("rw-------");
    }
  }

  @Test
  void twoClustersOfOneNameAreRefused() throws IOException {
    assertThat(drafts.create(cluster("a"))).isEmpty();
    drafts.save(cluster("b"));
    assertThat(drafts.create(cluster("a"))).contains(Message.of("draft.name.taken", "a"));
    assertThat(drafts.rename("a", "b")).contains(Message.of("draft.name.taken", "b"));
    assertThat(drafts.list()).containsExactly("a", "b");
  }

  @Test
  void aNameThatIsNoneIsRefused() throws IOException {
    for (String name : List.of("", "../etc/passwd", "My Cluster", "a.b", "x".repeat(64), "-")) {
      var refused = Optional.of(Message.of("draft.name.notOne", name));
      assertThat(drafts.save(cluster(name))).isEqualTo(refused);
      assertThat(drafts.create(cluster(name))).isEqualTo(refused);
      assertThat(drafts.open(name)).isEmpty();
      drafts.delete(name);
    }
    assertThat(directory).doesNotExist();
  }

  @Test
  void aNameThatWindowsKeepsForADeviceIsStillAName() throws IOException {
    drafts.save(cluster("con"));
    assertThat(fileNames()).containsExactly("con_.yaml");
    assertThat(drafts.list()).containsExactly("con");
    assertThat(drafts.open("con")).contains(new DraftResult(cluster("con"), List.of()));
  }

  @Test
  void whatWasOpenLastIsRememberedThroughARenameAndForgottenWithTheCluster() throws IOException {
    drafts.save(cluster("a"));
    drafts.rememberLast("a");
    assertThat(drafts.last()).contains("a");
    assertThat(drafts.rename("a", "b")).isEmpty();
    assertThat(drafts.last()).contains("b");
    assertThat(drafts.open("b")).contains(new DraftResult(cluster("b"), List.of()));
    assertThat(drafts.rename("a", "c")).contains(Message.of("draft.name.absent", "a"));
    drafts.delete("b");
    assertThat(drafts.last()).isEmpty();
    assertThat(drafts.list()).isEmpty();
  }

  @Test
  void wrongValuesAndUnknownKeysAreLeftOutAndTold() throws IOException {
    write(
        "homelab.yaml",
        """
        name: homelab
        hosts:
          - {address: 10.0.0.11, roles: [control-plane, queen], port: 70000, colour: red}
          - nonsense
          - {address: "???", roles: [worker], user: ops}
        ssh: {bastion: {user: me}, parallel: 8}
        proxy: {https: "http://proxy:3128"}
        token: s3cret
        """);
    var opened = drafts.open("homelab").orElseThrow();
    assertThat(opened.spec().hosts())
        .isEqualTo(
            List.of(
                host("10.0.0.11", Role.CONTROL_PLANE),
                new HostSpec(
                    Optional.empty(),
                    "",
                    22,
                    "ops",
                    Optional.empty(),
                    false,
                    Set.of(Role.WORKER),
                    Optional.empty(),
                    Optional.empty(),
                    false,
                    new TreeMap<>(),
                    List.of())));
    assertThat(opened.spec().ssh().bastion()).isEmpty();
    assertThat(opened.spec().ssh().parallel()).isEqualTo(8);
    assertThat(opened.spec().proxy()).isEmpty();
    assertThat(places(opened.problems()))
        .containsExactly(
            "3 hosts[0].roles[1] draft.impossible",
            "3 hosts[0].port draft.impossible",
            "3 hosts[0].colour draft.unknownKey",
            "4 hosts[1] draft.wrongType",
            "5 hosts[2].address draft.impossible",
            "6 ssh.bastion.address draft.missing",
            "7 proxy.http draft.missing",
            "8 token draft.secret");
  }

  @Test
  void aLineThatIsNoYamlTakesWithItOnlyWhatHangsOnIt() throws IOException {
    write(
        "homelab.yaml",
        """
        name: homelab
        hosts:
          - address: 10.0.0.11
            roles: [control-plane]
          - address: "10.0.0.12
            roles: [worker]
            port: 2222
          - address: 10.0.0.13
            roles: [worker]
        network: {podCIDR: 10.9.0.0/16
        ssh:
          parallel: 5
        """);
    var opened = drafts.open("homelab").orElseThrow();
    assertThat(opened.spec().hosts())
        .isEqualTo(List.of(host("10.0.0.11", Role.CONTROL_PLANE), host("10.0.0.13", Role.WORKER)));
    assertThat(opened.spec().ssh().parallel()).isEqualTo(5);
    assertThat(places(opened.problems())).containsExactly("5  draft.leftOut", "10  draft.leftOut");
    assertThat(opened.problems().getFirst().what().args().subList(1, 3))
        .isEqualTo(List.of("5", "7"));
  }

  @Test
  void aBrokenDraftIsKeptAsideBeforeTheNextSave() throws IOException {
    var broken = "hosts: [\nname: x\n";
    write("homelab.yaml", broken);
    assertThat(drafts.save(cluster("homelab"))).isEmpty();
    write("homelab.yaml", "unknown: 1");
    assertThat(drafts.save(cluster("homelab"))).isEmpty();
    assertThat(drafts.save(cluster("homelab"))).isEmpty();
    assertThat(fileNames())
        .containsExactly(
            "homelab.broken-20261121-120005-2.yaml",
            "homelab.broken-20261121-120005.yaml",
            "homelab.yaml");
    assertThat(directory.resolve("homelab.broken-20261121-120005.yaml")).hasContent(broken);
    assertThat(drafts.list()).containsExactly("homelab");
    assertThat(drafts.open("homelab")).contains(new DraftResult(cluster("homelab"), List.of()));
  }

  @Test
  void aBrokenDraftIsKeptAsideWhenItIsRenamed() throws IOException {
    write("a.yaml", "unknown: 1");
    assertThat(drafts.rename("a", "b")).isEmpty();
    assertThat(fileNames()).containsExactly("a.broken-20261121-120005.yaml", "b.yaml");
  }

  @Test
  void aFileInAnotherEncodingIsOpenedAsFarAsItGoes() throws IOException {
    Files.createDirectories(directory);
    Files.write(
        directory.resolve("a.yaml"),
        "name: a\nssh: {parallel: 7}\n# \u96c6\u7fa4\n".getBytes(Charset.forName("GB18030")));
    var opened = drafts.open("a").orElseThrow();
    assertThat(opened.spec().ssh().parallel()).isEqualTo(7);
    assertThat(places(opened.problems())).containsExactly("1  draft.notUtf8");
  }

  @Test
  void theNameOfTheFileIsTheNameOfTheCluster() throws IOException {
    write("a.yaml", "name: b");
    assertThat(drafts.open("a")).contains(new DraftResult(cluster("a"), List.of()));
  }

  @Test
  void whateverTheTextIsAClusterComesOfIt() throws IOException {
    var good = Files.readString(Path.of("docs/cluster.example.yaml"));
    var random = new Random(4);
    var marks = "\"'[]{}:-\t\n #&*!|>%@`\0é中,?";
    for (int i = 0; i < 300; i++) {
      var text = new StringBuilder(good);
      for (int j = random.nextInt(1, 8); j > 0; j--) {
        int at = random.nextInt(text.length());
        int end = Math.min(text.length(), at + random.nextInt(30));
        text.replace(at, end, String.valueOf(marks.charAt(random.nextInt(marks.length()))));
      }
      assertThat(files.open(text.toString()).spec()).isNotNull();
    }
    for (String odd :
        List.of("", " ", "\n\n", "#", "hello", "- a", "---\n---\n", "a: 1\n---\nb: 2")) {
      assertThat(files.open(odd).spec()).isNotNull();
    }
  }
}
