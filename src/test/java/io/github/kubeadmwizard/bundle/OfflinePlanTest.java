package io.github.kubeadmwizard.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.engine.Action;
import io.github.kubeadmwizard.engine.Action.BringFiles;
import io.github.kubeadmwizard.engine.Action.EnsurePackages;
import io.github.kubeadmwizard.engine.Action.PackageTool;
import io.github.kubeadmwizard.engine.Action.PackageWish;
import io.github.kubeadmwizard.engine.Action.RunScript;
import io.github.kubeadmwizard.engine.FileToBring;
import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.engine.HostScript;
import io.github.kubeadmwizard.engine.PackageFolder;
import io.github.kubeadmwizard.engine.Plan;
import io.github.kubeadmwizard.engine.PlannedPhase;
import io.github.kubeadmwizard.engine.Var;
import io.github.kubeadmwizard.text.Message;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OfflinePlanTest {
  private static final Message TITLE = Message.of("engine.stopped.asked");
  private static final HostName HOST = new HostName("n1");
  private static final Target DEBIAN = new Target("debian-13", "amd64");
  private static final Target ROCKY = new Target("rocky-9.6", "arm64");
  private static final String SHA = "a".repeat(64);
  private static final String URL = "https://dl.example/kubeadm";
  private static final Bundle BUNDLE =
      new Bundle(
          "1.36.4",
          List.of(
              new Bundle.Packages(
                  DEBIAN,
                  List.of("kubelet=1.36.4-1.1", "socat=1:1-1"),
                  List.of(),
                  List.of(
                      new Bundle.Repository(
                          "apt/k8s",
                          "/",
                          List.of(),
                          Optional.of("apt/k8s/key"),
                          List.of(new BundleFile("apt/k8s/Packages", 10, SHA))))),
              new Bundle.Packages(
                  ROCKY,
                  List.of("kubelet=1.36.4-150500.1.1"),
                  List.of(),
                  List.of(
                      new Bundle.Repository(
                          "rpm/k8s",
                          "",
                          List.of(),
                          Optional.of("rpm/k8s/key"),
                          List.of(new BundleFile("rpm/k8s/repodata/repomd.xml", 10, SHA)))))),
          List.of(new Bundle.Program(URL, new BundleFile("programs/kubeadm", 20, SHA))),
          List.of(
              new Bundle.Image(
                  "registry.k8s.io/pause:3.10",
                  "amd64",
                  "application/vnd.oci.image.manifest.v1+json",
                  "sha256:" + SHA,
                  7,
                  List.of(new BundleFile("images/amd64/blobs/sha256/" + SHA, 7, SHA)))),
          List.of(),
          List.of("r.lan:5000"));

  private static OfflinePlan offline(Target target, Action... actions) {
    return offline(target, Path.of("/bundle"), actions);
  }

  private static OfflinePlan offline(Target target, Path directory, Action... actions) {
    var phase =
        new PlannedPhase(
            "phase",
            TITLE,
            PlannedPhase.Order.SIDE_BY_SIDE,
            Set.of("a"),
            Set.of("b"),
            Set.of("c"),
            List.of(new PlannedPhase.Lane(HOST, List.of(actions))));
    return OfflinePlan.of(new Plan(List.of(phase)), BUNDLE, directory, Map.of(HOST, target));
  }

  private static List<Action> actions(OfflinePlan plan) {
    return plan.plan().phases().getFirst().actionsOn(HOST).orElse(List.of());
  }

  private static RunScript script(String name, Map<String, String> vars) {
    var all = new java.util.TreeMap<String, Var>();
    vars.forEach((key, value) -> all.put(key, Var.of(value)));
    return RunScript.of("id", TITLE, name, all);
  }

  private static EnsurePackages packages(String name, String version) {
    return new EnsurePackages(
        "packages", TITLE, PackageTool.APT, List.of(new PackageWish(name, version, true)));
  }

  @Test
  void whatFetchesNothingStaysAsItIs() {
    var other = script("containerd-config.sh", Map.of("MIRRORS", "0"));
    OfflinePlan plan = offline(DEBIAN, other);
    assertThat(actions(plan)).containsExactly(other);
    assertThat(plan.lacking()).isEmpty();
    PlannedPhase phase = plan.plan().phases().getFirst();
    assertThat(List.of(phase.waitsFor(), phase.opens(), phase.settles()))
        .containsExactly(Set.of("a"), Set.of("b"), Set.of("c"));
  }

  @Test
  void packagesComeOutOfFoldersThatAreTakenAwayAgain() {
    OfflinePlan plan =
        offline(
            DEBIAN,
            script("repository-apt.sh", Map.of("URIS", "https://x", "SUITE", "/")),
            packages("kubelet", "1.36.4"));

    assertThat(plan.lacking()).isEmpty();
    String folder = "/var/cache/kubeadm-wizard/packages";
    assertThat(actions(plan))
        .extracting(Action::id)
        .containsExactly("bring-packages", "packages", "take-away-packages");
    var bring = (BringFiles) actions(plan).getFirst();
    assertThat(bring.folder()).isEqualTo(folder);
    assertThat(bring.files())
        .containsExactly(
            new FileToBring(Path.of("/bundle/apt/k8s/Packages"), "apt/k8s/Packages", 10, SHA));
    assertThat(bring.unless()).isEqualTo(Map.of("PACKAGES", "kubelet=1.36.4"));
    assertThat(((EnsurePackages) actions(plan).get(1)).sources())
        .containsExactly(
            new PackageFolder(
                folder + "/apt/k8s", "/", List.of(), Optional.of(folder + "/apt/k8s/key")));
    assertThat(HostScript.of(actions(plan).get(2)).shown()).isEqualTo(Map.of("FOLDER", folder));
  }

  @Test
  void rpmPackagesComeOutOfFoldersAsWell() {
    var wanted =
        new EnsurePackages(
            "packages",
            TITLE,
            PackageTool.DNF,
            List.of(new PackageWish("kubelet", "1.36.4", true)));
    OfflinePlan plan =
        offline(ROCKY, script("repository-dnf.sh", Map.of("URIS", "https://x")), wanted);

    assertThat(plan.lacking()).isEmpty();
    String folder = "/var/cache/kubeadm-wizard/packages/rpm/k8s";
    assertThat(actions(plan))
        .extracting(Action::id)
        .containsExactly("bring-packages", "packages", "take-away-packages");
    HostScript script = HostScript.of(actions(plan).get(1));
    assertThat(script.script()).isEqualTo("packages-dnf.sh");
    assertThat(script.shown()).containsEntry("SOURCES", folder + "|||" + folder + "/key");
    assertThat(offline(new Target("rocky-9.6", "amd64"), wanted).lacking())
        .isEqualTo(lacks(Message.of("bundle.lacks.target", "rocky-9.6/amd64")));
  }

  @Test
  void programsComeByTheirDigest() {
    var download =
        script(
            "binaries.sh",
            Map.of("FILES", URL + "|@" + URL + ".sha256|/usr/bin/k|0755|", "FOLDERS", ""));
    var made = actions(offline(DEBIAN, download));
    String line = "file:/var/cache/kubeadm-wizard/id/programs/kubeadm|" + SHA + "|/usr/bin/k|0755|";
    assertThat(((BringFiles) made.getFirst()).unless()).isEqualTo(Map.of("PROGRAMS", line));
    assertThat(HostScript.of(made.get(1)).shown()).isEqualTo(Map.of("FILES", line, "FOLDERS", ""));
  }

  @Test
  void imagesAreLoadedUnderTheNamesThatTheKubeletAsksFor() {
    var pull =
        script(
            "images-pull.sh",
            Map.of("IMAGES", "registry.k8s.io/pause:3.10", "SOCKET", "unix:///run/c.sock"));
    var made = actions(offline(DEBIAN, pull));
    assertThat(((RunScript) made.get(1)).script()).isEqualTo("images-import.sh");
    assertThat(HostScript.of(made.get(1)).shown())
        .isEqualTo(
            Map.of(
                "FOLDER", "/var/cache/kubeadm-wizard/id/images/amd64",
                "IMAGES",
                    "registry.k8s.io/pause:3.10|application/vnd.oci.image.manifest.v1+json|sha256:"
                        + SHA
                        + "|7|sha256:"
                        + SHA,
                "SOCKET", "unix:///run/c.sock"));
    assertThat(((BringFiles) made.getFirst()).unless())
        .containsEntry("IMAGES", "registry.k8s.io/pause:3.10");
  }

  @Test
  void dockerIsToldTheLayersOfAnImageInTheirOrder(@TempDir Path directory) throws Exception {
    var pull =
        script(
            "images-pull.sh",
            Map.of(
                "IMAGES", "registry.k8s.io/pause:3.10", "SOCKET", "unix:///run/cri-dockerd.sock"));
    Path manifest = directory.resolve("images/amd64/blobs/sha256/" + SHA);
    Files.createDirectories(manifest.getParent());
    Files.writeString(
        manifest,
        """
        {"layers": [{"digest": "sha256:1"}, {"digest": "sha256:2"}, {"digest": "sha256:1"}],
         "config": {"digest": "sha256:c"}}
        """);

    OfflinePlan plan = offline(DEBIAN, directory, pull);

    assertThat(plan.lacking()).isEmpty();
    HostScript load = HostScript.of(actions(plan).get(1));
    assertThat(load.script()).isEqualTo("images-load.sh");
    assertThat(load.shown().get("IMAGES"))
        .startsWith("registry.k8s.io/pause:3.10|")
        .endsWith("|sha256:" + SHA + "|sha256:c|sha256:1 sha256:2 sha256:1");
    Files.delete(manifest);
    assertThat(offline(DEBIAN, directory, pull).lacking())
        .isEqualTo(lacks(Message.of("bundle.lacks.dockerImage", "registry.k8s.io/pause:3.10")));
  }

  @Test
  void whatTheHostsReachIsPulledAsEver() {
    String socket = "unix:///run/c.sock";
    var both =
        script(
            "images-pull.sh",
            Map.of("IMAGES", "r.lan:5000/app:1\nregistry.k8s.io/pause:3.10", "SOCKET", socket));
    var plan = offline(DEBIAN, both);
    assertThat(plan.lacking()).isEmpty();
    assertThat(actions(plan))
        .extracting(Action::id)
        .containsExactly("bring-carried-id", "carried-id", "take-away-carried-id", "id");
    var reached = Map.of("IMAGES", "r.lan:5000/app:1", "SOCKET", socket);
    assertThat(HostScript.of(actions(plan).getLast()).shown()).isEqualTo(reached);
    assertThat(actions(offline(DEBIAN, script("images-pull.sh", reached))))
        .extracting(action -> ((RunScript) action).script())
        .containsExactly("images-pull.sh");
  }

  @Test
  void everythingThatTheBundleLacksIsSaidForEachHost() {
    var arm = new Target("debian-13", "arm64");
    assertThat(offline(DEBIAN, packages("kubelet", "1.37.1")).lacking())
        .isEqualTo(lacks(Message.of("bundle.lacks.package", "kubelet 1.37.1", "debian-13/amd64")));
    assertThat(offline(arm, packages("kubelet", "1.36.4")).lacking())
        .isEqualTo(lacks(Message.of("bundle.lacks.target", "debian-13/arm64")));
    assertThat(
            offline(arm, script("images-pull.sh", Map.of("IMAGES", "registry.k8s.io/pause:3.10")))
                .lacking())
        .isEqualTo(lacks(Message.of("bundle.lacks.image", "registry.k8s.io/pause:3.10", "arm64")));
    assertThat(
            offline(DEBIAN, script("binaries.sh", Map.of("FILES", "https://y/z|@s|/p|0755|")))
                .lacking())
        .isEqualTo(lacks(Message.of("bundle.lacks.program", "https://y/z")));
  }

  @Test
  void aRepositoryOfRpmPackagesIsReadOffThePlan() {
    var repository =
        script(
            "repository-dnf.sh",
            Map.of("URIS", "https://x/$releasever/$basearch", "KEY_URL", "https://x/gpg"));
    assertThat(Needs.repository(repository))
        .contains(
            new Needs.RpmRepository(
                "https://x/$releasever/$basearch", false, List.of(), Optional.of("https://x/gpg")));
  }

  private static Map<HostName, List<Message>> lacks(Message what) {
    return Map.of(HOST, List.of(what));
  }

  @Test
  void whatAPlanFetchesIsWhatABundleIsMadeFor() {
    var repository =
        script(
            "repository-apt.sh",
            Map.of(
                "URIS",
                "https://x/deb",
                "SUITE",
                "trixie",
                "COMPONENTS",
                "stable",
                "KEY_URL",
                "https://x/gpg"));
    var phase =
        new PlannedPhase(
            "p",
            TITLE,
            PlannedPhase.Order.SIDE_BY_SIDE,
            Set.of(),
            Set.of(),
            Set.of(),
            List.of(
                new PlannedPhase.Lane(
                    HOST,
                    List.of(
                        repository,
                        packages("kubelet", "1.36.4"),
                        script(
                            "images-pull.sh",
                            Map.of("IMAGES", "nginx:1\nregistry.k8s.io/pause:3"))))));
    assertThat(Needs.of(new Plan(List.of(phase)), HOST))
        .isEqualTo(
            new Needs(
                List.of(
                    new Needs.Repository(
                        "https://x/deb",
                        "trixie",
                        List.of("stable"),
                        Optional.of("https://x/gpg"))),
                List.of(new PackageWish("kubelet", "1.36.4", true)),
                List.of(),
                List.of("docker.io/library/nginx:1", "registry.k8s.io/pause:3")));
  }
}
