package io.github.kubeadmwizard.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.github.kubeadmwizard.engine.Action.PackageWish;
import io.github.kubeadmwizard.engine.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** RPM packages are collected from a server of our own. */
final class RpmBundleTest {
  private static final Target ROCKY = new Target("rocky-9.6", "amd64");
  private static final String CNI =
      "name=\"kubernetes-cni\" flags=\"GE\" epoch=\"0\" ver=\"1.2.0\"";

  @TempDir Path directory;
  private final Upstream upstream = new Upstream();

  @AfterEach
  void close() {
    upstream.close();
  }

  private void kubernetes(String... kubeletNeeds) {
    new RpmUpstream(upstream, "/v1.36/rpm")
        .with("kubelet", "1.36.4", "x86_64", kubeletNeeds)
        .with("kubelet", "1.36.4", "aarch64", kubeletNeeds)
        .with("kubelet", "1.36.5", "x86_64", kubeletNeeds)
        .with("kubernetes-cni", "1.9.1", "x86_64")
        .with("kubeadm", "1.36.4", "x86_64")
        .serve();
  }

  private void archive() {
    new RpmUpstream(upstream, "/rocky/9/BaseOS/x86_64/os").with("bash", "5", "x86_64").serve();
    new RpmUpstream(upstream, "/rocky/9/AppStream/x86_64/os")
        .with("conntrack-tools", "1.4", "x86_64", "name=\"/usr/bin/bash\"")
        .with("conntrack-tools", "1.9", "i686")
        .with("container-selinux", "2.2", "noarch")
        .serve();
  }

  private BundleMaking.Wish wish(PackageWish... wishes) {
    var kubernetes =
        new Needs.RpmRepository(
            upstream.base + "/v1.36/rpm/",
            false,
            List.of(),
            Optional.of(upstream.base + "/v1.36/rpm/key"));
    var archive =
        new Needs.RpmRepository(
            upstream.base + "/rocky",
            false,
            List.of("$releasever/BaseOS/$basearch/os", "$releasever/AppStream/$basearch/os"),
            Optional.empty());
    return wish(List.of(kubernetes), List.of(archive), wishes);
  }

  private static BundleMaking.Wish wish(
      List<Needs.Source> added, List<Needs.Source> archives, PackageWish... wishes) {
    var needs = new Needs(added, List.of(wishes), List.of(), List.of());
    return new BundleMaking.Wish(ROCKY, needs, archives);
  }

  private BundleMaking making() {
    return new BundleMaking(
        directory, Map.of(), _ -> Optional.empty(), BundleProgress.none(), Duration.ofMillis(10));
  }

  private Bundle made(BundleMaking.Wish wish) throws BundleFailure {
    try (var making = making()) {
      return making.make("1.36.4", List.of(wish), List.of(), List.of());
    }
  }

  private Problem failed(BundleMaking.Wish wish) {
    Problem[] problem = new Problem[1];
    assertThatThrownBy(() -> made(wish))
        .asInstanceOf(type(BundleFailure.class))
        .satisfies(failure -> problem[0] = failure.problem());
    assertThat(directory.resolve("bundle.json")).doesNotExist();
    return problem[0];
  }

  private static PackageWish kubelet() {
    return new PackageWish("kubelet", "1.36.4", true);
  }

  @Test
  void packagesLieInRepositoriesThatNameThemAlone() throws Exception {
    kubernetes("name=\"" + "conntrack-tools\"", CNI);
    archive();

    Bundle bundle = made(wish(kubelet(), PackageWish.of("container-selinux")));

    Bundle.Packages packages = bundle.packages().getFirst();
    assertThat(packages.target()).isEqualTo(ROCKY);
    assertThat(packages.assumed()).isEmpty();
    assertThat(packages.names())
        .containsExactly(
            "kubelet=1.36.4-1.el9",
            "container-selinux=2.2-1.el9",
            "conntrack-tools=1.4-1.el9",
            "kubernetes-cni=1.9.1-1.el9");
    String begin = "rpm/rocky-9.6-amd64/" + upstream.registry.replace(':', '-');
    assertThat(bundle.files())
        .extracting(file -> file.path().replace(begin, ""))
        .containsExactly(
            "-v1.36-rpm/Packages/kubelet-1.36.4-1.el9.x86_64.rpm",
            "-v1.36-rpm/Packages/kubernetes-cni-1.9.1-1.el9.x86_64.rpm",
            "-v1.36-rpm/repodata/primary.xml.gz",
            "-v1.36-rpm/repodata/repomd.xml",
            "-v1.36-rpm/kubeadm-wizard-key-key",
            "-rocky-9-AppStream-x86-64-os/Packages/container-selinux-2.2-1.el9.noarch.rpm",
            "-rocky-9-AppStream-x86-64-os/Packages/conntrack-tools-1.4-1.el9.x86_64.rpm",
            "-rocky-9-AppStream-x86-64-os/repodata/primary.xml.gz",
            "-rocky-9-AppStream-x86-64-os/repodata/repomd.xml");
    assertThat(packages.repositories())
        .extracting(Bundle.Repository::key)
        .containsExactly(
            Optional.of(begin + "-v1.36-rpm/kubeadm-wizard-key-key"), Optional.empty());
    var onDisk = new BundleDirectory(directory);
    assertThat(onDisk.read()).isEqualTo(bundle);
    assertThat(onDisk.verify(bundle, BundleProgress.none())).isEmpty();
  }

  @Test
  void theListOfAPartHasUpstreamsOwnWords() throws Exception {
    kubernetes(CNI);
    archive();
    Bundle.Repository kept = made(wish(kubelet())).packages().getFirst().repositories().getFirst();

    byte[] repomd = Files.readAllBytes(directory.resolve(kept.folder() + "/repodata/repomd.xml"));
    RpmMetadata.Listed listed = RpmMetadata.listed(repomd);
    Path list = directory.resolve(kept.folder()).resolve(listed.path());
    assertThat(Digest.of(list)).isEqualTo(listed.sha256());
    byte[] packed = Files.readAllBytes(list);
    var upstreams = upstream.files.get("/v1.36/rpm/repodata/primary.xml.gz");
    var all = RpmIndex.read(RpmMetadata.unpacked("x.gz", upstreams), Set.of("x86_64"));
    assertThat(RpmIndex.read(RpmMetadata.unpacked("x.gz", packed), Set.of("x86_64")))
        .isEqualTo(
            all.stream().filter(p -> p.label().matches("kubelet-1.36.4.*|.*-cni.*")).toList())
        .hasSize(2);
    assertThat(
            new String(RpmMetadata.unpacked("x.gz", packed).readAllBytes(), StandardCharsets.UTF_8))
        .contains("packages=\"2\"", "more &lt;than&gt; &amp; markup")
        .contains("<rpm:conflicts><rpm:entry name=\"other-kubelet\"></rpm:entry></rpm:conflicts>");
  }

  @Test
  void aSecondTryFetchesNoPackageAgain() throws Exception {
    kubernetes(CNI);
    archive();
    Bundle first = made(wish(kubelet()));
    upstream.asked.clear();
    assertThat(made(wish(kubelet()))).isEqualTo(first);
    assertThat(upstream.asked).noneMatch(path -> path.endsWith(".rpm"));
  }

  @Test
  void aListOrAPackageWithAnotherContentIsRefused() {
    kubernetes(CNI);
    archive();
    upstream.files.get("/v1.36/rpm/Packages/kubelet-1.36.4-1.el9.x86_64.rpm")[3]++;
    assertThat(failed(wish(kubelet())).id()).isEqualTo("bundle.otherContent");
    kubernetes(CNI);
    upstream.put("/v1.36/rpm/repodata/primary.xml.gz", "something else");
    assertThat(failed(wish(kubelet())).id()).isEqualTo("bundle.otherContent");
  }

  @Test
  void aDependencyThatNobodyOffersIsNamedBeforeAnythingIsCarriedAway() {
    kubernetes("name=\"libseccomp\" flags=\"GE\" epoch=\"0\" ver=\"2.5\"");
    archive();
    Problem problem = failed(wish(kubelet()));
    assertThat(problem.id()).isEqualTo("bundle.dependencyMissing");
    assertThat(problem.what().args())
        .containsExactly("libseccomp >= 2.5", "kubelet-1.36.4-1.el9.x86_64", "rocky-9.6/amd64");
    assertThat(upstream.asked).noneMatch(path -> path.endsWith(".rpm"));
  }

  @Test
  void anArchitectureThatARepositoryLacksIsSaid() {
    new RpmUpstream(upstream, "/v1.36/rpm").with("kubelet", "1.36.4", "aarch64").serve();
    archive();
    Problem problem = failed(wish(kubelet()));
    assertThat(problem.id()).isEqualTo("bundle.packageMissing");
    assertThat(problem.what().args()).containsExactly("kubelet 1.36.4", "rocky-9.6/amd64");
  }

  @Test
  void aKeyThatIsNoneAndAListThatIsNoneAreRefused() {
    kubernetes(CNI);
    archive();
    upstream.put("/v1.36/rpm/key", "<html>sign in first</html>");
    assertThat(failed(wish(kubelet())).id()).isEqualTo("bundle.keyNotAKey");
    upstream.put("/v1.36/rpm/repodata/repomd.xml", "<html>sign in first</html>");
    assertThat(failed(wish(kubelet())).id()).isEqualTo("bundle.listOdd");
  }

  @Test
  void nothingFromElsewhereIsReadIntoAList() throws Exception {
    Path secret = Files.writeString(directory.resolveSibling("secret"), "a secret");
    kubernetes(CNI);
    archive();
    new RpmUpstream(upstream, "/v1.36/rpm")
        .with("&here;", "1", "x86_64")
        .serve("<!DOCTYPE x [<!ENTITY here SYSTEM \"" + secret.toUri() + "\">]>");
    assertThat(failed(wish(kubelet())).id()).isEqualTo("bundle.listOdd");
    new RpmUpstream(upstream, "/v1.36/rpm")
        .with("kubelet", "1.36.4", "x86_64")
        .with("&more;", "1", "x86_64")
        .serve("<!DOCTYPE x [<!ENTITY more \"more and more\">]>");
    assertThat(failed(wish(kubelet())).id()).isEqualTo("bundle.listOdd");
  }

  @Test
  void theNewestPatchIsThatOfTheSource() throws Exception {
    kubernetes(CNI);
    try (var making = making()) {
      assertThat(making.newest("kubelet", "1.36", wish())).isEqualTo("1.36.5");
    }
  }

  @Test
  void mirrorsAreTriedOneAfterTheOther() throws Exception {
    kubernetes(CNI);
    archive();
    String lists = upstream.base + "/gone\n" + upstream.base + "/rocky/9/AppStream/x86_64/os/\n";
    upstream.put("/mirrors-x86_64", "# the mirrors\n" + lists);
    var list =
        new Needs.RpmRepository(
            upstream.base + "/mirrors-$basearch", true, List.of(), Optional.empty());

    Bundle bundle = made(wish(List.of(), List.of(list), PackageWish.of("container-selinux")));

    assertThat(bundle.packages().getFirst().names()).containsExactly("container-selinux=2.2-1.el9");
  }

  @Test
  void aMetalinkNamesMirrorsAsWell() throws IOException {
    String metalink =
        """
        <metalink xmlns="http://www.metalinker.org/"><files><file name="repomd.xml"><resources>
        <url protocol="rsync">rsync://m.example/f/repodata/repomd.xml</url>
        <url protocol="http">http://m.example/f/repodata/repomd.xml</url>
        <url protocol="https">https://m.example/f/repodata/repomd.xml</url>
        </resources></file></files></metalink>
        """;
    assertThat(RpmSources.mirrors(Upstream.bytes(metalink)))
        .hasToString("[https://m.example/f, http://m.example/f]");
  }
}
