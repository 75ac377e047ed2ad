package io.github.kubeadmwizard.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.github.kubeadmwizard.engine.Action.PackageWish;
import io.github.kubeadmwizard.engine.Problem;
import io.github.kubeadmwizard.json.JsonTree;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bundle is made from a server of our own. */
final class BundleMakingTest {
  private static final Target DEBIAN = new Target("debian-13", "amd64");
  private static final byte[] LAYER = Upstream.bytes("the layer that both have");

  @TempDir Path directory;
  private final Upstream upstream = new Upstream();

  @AfterEach
  void close() {
    upstream.close();
  }

  private BundleMaking making() {
    return new BundleMaking(
        directory,
        Map.of("registry.example", upstream.base),
        _ -> Optional.empty(),
        BundleProgress.none(),
        Duration.ofMillis(10));
  }

  private Bundle made(BundleMaking.Wish... wishes) throws BundleFailure {
    try (var making = making()) {
      return making.make("1.36.4", List.of(wishes), List.of(), List.of("r.lan"));
    }
  }

  private Problem failed(BundleMaking.Wish... wishes) {
    Problem[] problem = new Problem[1];
    assertThatThrownBy(() -> made(wishes))
        .asInstanceOf(type(BundleFailure.class))
        .satisfies(failure -> problem[0] = failure.problem());
    return problem[0];
  }

  private static BundleMaking.Wish images(String architecture, String... names) {
    return new BundleMaking.Wish(
        new Target("debian-13", architecture),
        new Needs(List.of(), List.of(), List.of(), List.of(names)),
        List.of());
  }

  private BundleMaking.Wish packages(PackageWish... wishes) {
    var kubernetes =
        new Needs.Repository(
            upstream.base + "/kubernetes/deb/",
            "/",
            List.of(),
            Optional.of(upstream.base + "/kubernetes/deb/key"));
    var archive =
        new Needs.Repository(
            upstream.base + "/debian", "trixie", List.of("main", "universe"), Optional.empty());
    return new BundleMaking.Wish(
        DEBIAN,
        new Needs(List.of(kubernetes), List.of(wishes), List.of(), List.of()),
        List.of(archive));
  }

  @Test
  void packagesKeepUpstreamsListsAndKeysAndPaths() throws Exception {
    upstream.repository("/kubernetes/deb", "", "", "kubelet", "1.36.4-1.1");
    upstream.repository("/debian", "dists/trixie/", "", "conntrack", "1:1.4.8-2");

    Bundle bundle =
        made(packages(new PackageWish("kubelet", "1.36.4", true), PackageWish.of("conntrack")));

    Bundle.Packages packages = bundle.packages().getFirst();
    assertThat(packages.target()).isEqualTo(DEBIAN);
    assertThat(packages.names()).containsExactly("kubelet=1.36.4-1.1", "conntrack=1:1.4.8-2");
    String host = upstream.registry.replace(':', '-');
    String flat = "apt/" + host + "-kubernetes-deb";
    assertThat(packages.repositories())
        .extracting(
            Bundle.Repository::folder,
            Bundle.Repository::suite,
            Bundle.Repository::components,
            Bundle.Repository::key)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                flat, "/", List.of(), Optional.of(flat + "/kubeadm-wizard-key-key")),
            org.assertj.core.groups.Tuple.tuple(
                "apt/" + host + "-debian", "trixie", List.of("main"), Optional.empty()));
    assertThat(bundle.files())
        .extracting(file -> file.path().replace("apt/" + host, ""))
        .containsExactly(
            "-kubernetes-deb/InRelease",
            "-kubernetes-deb/Packages",
            "-kubernetes-deb/kubeadm-wizard-key-key",
            "-kubernetes-deb/pool/kubelet_1.36.4-1.1_amd64.deb",
            "-debian/dists/trixie/InRelease",
            "-debian/dists/trixie/main/binary-amd64/Packages",
            "-debian/pool/conntrack_1%3a1.4.8-2_amd64.deb");
    assertThat(directory.resolve("apt/" + host + "-debian/dists/trixie/InRelease"))
        .hasBinaryContent(upstream.files.get("/debian/dists/trixie/InRelease"));
    var onDisk = new BundleDirectory(directory);
    assertThat(onDisk.read()).isEqualTo(bundle);
    assertThat(onDisk.verify(bundle, BundleProgress.none())).isEmpty();
  }

  @Test
  void anIndexThatItsListDoesNotKnowIsRefused() {
    upstream.repository("/kubernetes/deb", "", "", "kubelet", "1.36.4-1.1");
    upstream.put("/kubernetes/deb/Packages", "Package: evil\n");
    assertThat(failed(packages(PackageWish.of("kubelet"))).id()).isEqualTo("bundle.otherContent");
    assertThat(directory.resolve("bundle.json")).doesNotExist();
  }

  @Test
  void aPackageThatNobodyHasIsNamed() {
    upstream.repository("/kubernetes/deb", "", "", "kubelet", "1.36.4-1.1");
    upstream.repository("/debian", "dists/trixie/", "", "conntrack", "1:1.4.8-2");
    Problem problem = failed(packages(new PackageWish("kubelet", "1.37.1", true)));
    assertThat(problem.id()).isEqualTo("bundle.packageMissing");
    assertThat(problem.what().args()).containsExactly("kubelet 1.37.1", "debian-13/amd64");
  }

  @Test
  void theNewestPatchIsThatOfTheSource() throws Exception {
    upstream.repository("/kubernetes/deb", "", "", "kubeadm", "1.36.4-1.1");
    try (var making = making()) {
      assertThat(making.newest("kubeadm", "1.36", packages())).isEqualTo("1.36.4");
    }
  }

  @Test
  void anImageOfTheArchitectureIsSignedInForAndTheTokenStaysThere() throws Exception {
    upstream.image("team/app", "v1", LAYER, "amd64", "arm64");

    Bundle bundle = made(images("arm64", "registry.example/team/app:v1"));

    Bundle.Image image = bundle.images().getFirst();
    assertThat(image.name()).isEqualTo("registry.example/team/app:v1");
    assertThat(image.architecture()).isEqualTo("arm64");
    assertThat(image.mediaType()).isEqualTo("application/vnd.oci.image.manifest.v1+json");
    assertThat(image.blobs()).hasSize(4).allMatch(b -> b.path().startsWith("images/arm64/blobs/"));
    assertThat(image.digest()).isEqualTo("sha256:" + image.blobs().getFirst().sha256());
    Path layer = directory.resolve("images/arm64/blobs/sha256/" + Digest.of(LAYER));
    assertThat(layer).hasBinaryContent(LAYER);
    var index = JsonTree.of(Files.readString(directory.resolve("images/arm64/index.json")));
    var named = index.at("manifests").items().getFirst();
    assertThat(named.at("annotations", "io.containerd.image.name").text())
        .contains("registry.example/team/app:v1");
    assertThat(named.at("digest").text()).contains(image.digest());
  }

  @Test
  void anImageByDigestKeepsWhatTheDigestIsOf() throws Exception {
    String digest = upstream.image("team/app", "v1", LAYER, "amd64", "arm64");
    Bundle.Image image =
        made(images("amd64", "registry.example/team/app:v1@" + digest)).images().getFirst();
    assertThat(image.name()).isEqualTo("registry.example/team/app@" + digest);
    assertThat(image.digest()).isEqualTo(digest);
    assertThat(image.mediaType()).isEqualTo("application/vnd.oci.image.index.v1+json");
    assertThat(image.blobs()).hasSize(5);
  }

  @Test
  void imagesThatTheHostsReachStayOut() throws Exception {
    upstream.image("team/app", "v1", LAYER, "amd64");
    Bundle bundle = made(images("amd64", "r.lan/app:1", "registry.example/team/app:v1"));
    assertThat(bundle.images())
        .extracting(Bundle.Image::name)
        .containsExactly("registry.example/team/app:v1");
    assertThat(new BundleDirectory(directory).read().reached()).containsExactly("r.lan");
  }

  @Test
  void imagesShareLayersAndASecondTryFetchesNothingAgain() throws Exception {
    upstream.image("team/one", "v1", LAYER, "amd64");
    upstream.image("team/two", "v1", LAYER, "amd64");
    var wish = images("amd64", "registry.example/team/one:v1", "registry.example/team/two:v1");

    Bundle first = made(wish);

    String layer = "sha256:" + Digest.of(LAYER);
    assertThat(upstream.asked)
        .filteredOn(path -> path.contains("/cdn/") && path.endsWith(layer))
        .hasSize(1);
    upstream.asked.clear();
    assertThat(made(wish)).isEqualTo(first);
    assertThat(upstream.asked).noneMatch(path -> path.contains("/blobs/"));
  }

  @Test
  void whatBrokeOffIsGoneOnWith() throws Exception {
    byte[] large = new byte[400_000];
    upstream.image("team/app", "v1", large, "amd64");
    String layer = "sha256:" + Digest.of(large);
    upstream.fragile.put("/cdn/" + layer, true);

    made(images("amd64", "registry.example/team/app:v1"));

    assertThat(upstream.asked)
        .filteredOn(path -> path.startsWith("/cdn/") && path.contains(layer))
        .last()
        .asString()
        .endsWith(layer + " bytes=200000-");
  }

  @Test
  void aBlobWithAnotherContentIsRefused() {
    upstream.image("team/app", "v1", LAYER, "amd64");
    String layer = "sha256:" + Digest.of(LAYER);
    upstream.put("/cdn/" + layer, "the layer that nobody has");
    assertThat(failed(images("amd64", "registry.example/team/app:v1")).id())
        .isEqualTo("bundle.otherContent");
  }

  @Test
  void anArchitectureThatAnImageLacksIsSaid() {
    upstream.image("team/app", "v1", LAYER, "amd64");
    Problem problem = failed(images("arm64", "registry.example/team/app:v1"));
    assertThat(problem.id()).isEqualTo("bundle.imageArchitecture");
    assertThat(problem.what().args()).containsExactly("registry.example/team/app:v1", "arm64");
  }

  @Test
  void programsComeByTheChecksumBesideThem() throws Exception {
    upstream.put("/release/v1/kubeadm", "a program");
    upstream.put("/release/v1/kubeadm.sha256", Digest.of(Upstream.bytes("a program")) + "\n");
    String url = upstream.base + "/release/v1/kubeadm";
    var line =
        new Needs.ProgramLine(url, "@" + url + ".sha256", "/usr/local/bin/kubeadm", "0755", "");
    var wish =
        new BundleMaking.Wish(
            DEBIAN, new Needs(List.of(), List.of(), List.of(line), List.of()), List.of());

    BundleFile file = made(wish).programs().getFirst().file();

    assertThat(directory.resolve(file.path())).hasContent("a program");
    upstream.put("/release/v1/kubeadm.sha256", "0".repeat(64));
    Files.delete(directory.resolve(file.path()));
    assertThat(failed(wish).id()).isEqualTo("bundle.otherContent");
  }

  @Test
  void aDirectoryOfTheUsersOwnIsLeftAlone() throws Exception {
    Files.writeString(directory.resolve("letters.txt"), "mine");
    assertThat(failed(images("amd64")).id()).isEqualTo("bundle.notEmpty");
    assertThat(directory).isDirectoryNotContaining(file -> !file.endsWith("letters.txt"));
  }

  @Test
  void everyDamageIsNamed() throws Exception {
    upstream.image("team/app", "v1", LAYER, "amd64");
    Bundle bundle = made(images("amd64", "registry.example/team/app:v1"));
    List<BundleFile> files = bundle.files();
    Files.delete(directory.resolve(files.get(0).path()));
    Files.writeString(directory.resolve(files.get(1).path()), "short");
    byte[] other = Files.readAllBytes(directory.resolve(files.get(2).path()));
    other[0]++;
    Files.write(directory.resolve(files.get(2).path()), other);
    Files.writeString(
        directory.resolve("bundle.json"), Files.readString(directory.resolve("bundle.json")) + " ");

    assertThat(new BundleDirectory(directory).verify(bundle, BundleProgress.none()))
        .extracting(flaw -> flaw.path() + " " + flaw.what().key())
        .containsExactly(
            "bundle.json bundle.flaw.content",
            files.get(0).path() + " bundle.flaw.missing",
            files.get(1).path() + " bundle.flaw.size",
            files.get(2).path() + " bundle.flaw.content");
    assertThat(new BundleDirectory(directory).missing(bundle)).hasSize(2);
  }
}
