package io.github.kubeadmwizard.engine;

import static io.github.kubeadmwizard.engine.ScriptRoot.befores;
import static io.github.kubeadmwizard.engine.ScriptRoot.digest;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.github.kubeadmwizard.engine.HostSpeech.SaidChanged;
import io.github.kubeadmwizard.engine.HostSpeech.SaidFailed;
import io.github.kubeadmwizard.engine.HostSpeech.SaidUnchanged;
import io.github.kubeadmwizard.engine.HostSpeech.SaidValue;
import io.github.kubeadmwizard.engine.HostSpeech.SaidWouldChange;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Programs as files from a server of its own, by a real bash in a root of its own. */
@Timeout(120)
@EnabledOnOs(OS.LINUX)
final class BinariesScriptTest {
  private static final String PAGE = "\n<!DOCTYPE html>\n<html><body>Sign in</body></html>\n";
  private static final String RUNC = "/opencontainers/runc/releases/download/v1.5.2/";

  @TempDir private Path root;
  @TempDir private Path work;
  private final Map<String, byte[]> served = new TreeMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private HttpServer server;
  private ScriptRoot host;
  private String base;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String path = exchange.getRequestURI().getPath();
          asked.add(path);
          byte[] body = served.getOrDefault(path, new byte[0]);
          int length = body.length == 0 ? -1 : body.length; // -1: none
          exchange.sendResponseHeaders(served.containsKey(path) ? 200 : 404, length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    host = new ScriptRoot(root, work, "");
    base = "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void aProgramComesOnceAndTheLedgerSaysWhatWasThere() throws Exception {
    serve("/kubeadm", "one");
    serve("/kubeadm.sha256", digest("one"));
    host.put("usr/local/bin/kubeadm", "the user's own");
    var wish = files(base + "/kubeadm|@" + base + "/kubeadm.sha256|/usr/local/bin/kubeadm|0755|");

    assertThat(host.look("binaries.sh", wish)).isEqualTo(List.of(new SaidWouldChange()));
    assertThat(asked).isEmpty();
    var said = host.run("binaries.sh", wish);
    assertThat(said.getLast()).isEqualTo(new SaidChanged());
    assertThat(befores(said))
        .anySatisfy(before ->
            assertThat(before)
                .startsWith("file {backup=files/0001, existed=true,")
                .contains("path=/usr/local/bin/kubeadm", "wrote=" + digest("one")));
    assertThat(host.text("usr/local/bin/kubeadm")).isEqualTo("one");
    assertThat(mode("usr/local/bin/kubeadm")).isEqualTo("rwxr-xr-x");
    assertThat(asked).containsExactly("/kubeadm.sha256", "/kubeadm");

    assertThat(host.run("binaries.sh", wish)).isEqualTo(List.of(new SaidUnchanged()));
    assertThat(asked).hasSize(2);
  }

  @Test
  void whatWasChangedByHandComesAnew() throws Exception {
    serve("/kubeadm", "one");
    serve("/kubeadm.sha256", digest("one") + "\n");
    var wish = files(base + "/kubeadm|@" + base + "/kubeadm.sha256|/bin/kubeadm|0755|");
    host.run("binaries.sh", wish);
    host.put("bin/kubeadm", "two");
    assertThat(host.look("binaries.sh", wish)).isEqualTo(List.of(new SaidWouldChange()));
    assertThat(host.run("binaries.sh", wish).getLast()).isEqualTo(new SaidChanged());
    assertThat(host.text("bin/kubeadm")).isEqualTo("one");

    Files.setPosixFilePermissions(
        root.resolve("bin/kubeadm"), PosixFilePermissions.fromString("rw-r--r--"));
    asked.clear();
    assertThat(host.run("binaries.sh", wish).getLast()).isEqualTo(new SaidChanged());
    assertThat(mode("bin/kubeadm")).isEqualTo("rwxr-xr-x");
    assertThat(asked).as("its content is right").containsExactly("/kubeadm.sha256");
  }

  @Test
  void theRightLineOfASignedListIsTakenForTheHostsArchitecture() throws Exception {
    serve(RUNC + "runc.amd64", "for amd64");
    serve(RUNC + "runc.arm64", "for arm64");
    serve(
        RUNC + "runc.sha256sum",
        "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\n"
            + (digest("for amd64") + " *runc.amd64\n")
            + (digest("for arm64").toUpperCase(java.util.Locale.ROOT) + " *runc.arm64\r\n")
            + (digest("sources") + " *runc.tar.xz\n")
            + "-----BEGIN PGP SIGNATURE-----\n\niQIzBAEBCAAdFiEE\n-----END PGP SIGNATURE-----\n");
    String list = "|@" + base + RUNC + "runc.sha256sum|";
    host.run("binaries.sh", files(base + RUNC + "runc.amd64" + list + "/a/runc|0755|"));
    host.run("binaries.sh", files(base + RUNC + "runc.arm64" + list + "/b/runc|0755|"));
    assertThat(List.of(host.text("a/runc"), host.text("b/runc")))
        .containsExactly("for amd64", "for arm64");
  }

  @Test
  void anArchiveGivesOneProgramOrAllAndNothingElse() throws Exception {
    archive("/all.tgz", Map.of("bin/one", "1", "bin/two", "2"));
    serve("/all.tgz.sha256", digestOf("/all.tgz") + "  ./release/all.tgz\n");
    String from = base + "/all.tgz|@" + base + "/all.tgz.sha256|";
    var all = files(from + "/usr/local|0755|*");
    assertThat(host.run("binaries.sh", all).getLast()).isEqualTo(new SaidChanged());
    assertThat(List.of(host.text("usr/local/bin/one"), host.text("usr/local/bin/two")))
        .containsExactly("1", "2");
    assertThat(root.resolve("usr/local/README.md")).doesNotExist();

    var one = files(from + "/opt/uno|0755|bin/one");
    assertThat(host.run("binaries.sh", one).getLast()).isEqualTo(new SaidChanged());
    assertThat(host.text("opt/uno")).isEqualTo("1");

    asked.clear();
    assertThat(host.run("binaries.sh", all)).isEqualTo(List.of(new SaidUnchanged()));
    assertThat(host.run("binaries.sh", one)).isEqualTo(List.of(new SaidUnchanged()));
    assertThat(asked).isEmpty();
    Files.delete(root.resolve("usr/local/bin/two"));
    assertThat(host.run("binaries.sh", all).getLast()).isEqualTo(new SaidChanged());

    var missing = files(from + "/opt/three|0755|bin/three");
    assertThat(host.run("binaries.sh", missing).getLast())
        .isEqualTo(new SaidFailed("host.archiveLacks", List.of(base + "/all.tgz", "bin/three")));
  }

  @Test
  void whatCannotBeProvenIsRefusedAndNothingIsWritten() throws Exception {
    serve("/p", "one");
    serve("/p.sha256", digest("two") + "  p\n");
    serve("/page.sha256", PAGE);
    serve("/empty.sha256", "\n");
    serve("/others.sha256", digest("one") + "  q\n" + digest("two") + "  r\n");
    serve("/two.sha256", digest("one") + "\n" + digest("two") + "\n");
    serve("/html", PAGE);
    assertThat(refusal("/p", "/p.sha256"))
        .isEqualTo(failed("host.checksumWrong", "/p", digest("two"), digest("one")));
    assertThat(refusal("/p", "/page.sha256"))
        .isEqualTo(failed("host.checksumsNotThere", "/page.sha256", base + "/p"));
    assertThat(refusal("/p", "/empty.sha256"))
        .isEqualTo(failed("host.checksumsNotThere", "/empty.sha256", base + "/p"));
    assertThat(refusal("/p", "/others.sha256"))
        .isEqualTo(failed("host.checksumNotListed", "/others.sha256", "p"));
    assertThat(refusal("/p", "/two.sha256"))
        .isEqualTo(failed("host.checksumNotListed", "/two.sha256", "p"));
    assertThat(refusal("/p", "/gone.sha256"))
        .isEqualTo(failed("host.fetchMissing", "/gone.sha256"));
    serve("/gone.sha256", digest("one"));
    assertThat(refusal("/gone", "/gone.sha256")).isEqualTo(failed("host.fetchMissing", "/gone"));
    assertThat(refusal("/html", "/gone.sha256")).isEqualTo(failed("host.downloadIsPage", "/html"));
    assertThat(root).isEmptyDirectory();
  }

  @Test
  void foldersThatTheProgramExpectsAreMade() throws Exception {
    serve("/p", "one");
    var wish = new TreeMap<>(files(base + "/p|" + digest("one") + "|/bin/p|0755|"));
    wish.put("FOLDERS", "/etc/kubernetes/manifests");
    var said = host.run("binaries.sh", wish);
    assertThat(befores(said)).contains("directory {existed=false, path=/etc/kubernetes/manifests}");
    assertThat(root.resolve("etc/kubernetes/manifests")).isEmptyDirectory();
    assertThat(host.run("binaries.sh", wish)).isEqualTo(List.of(new SaidUnchanged()));
  }

  @Test
  void theNewestPatchIsWhatTheSourceSays() throws Exception {
    var wish = source("file", "", base + "/release/stable-1.36.txt");
    var unknown =
        List.of(new SaidFailed("install.versionUnknown", List.of("1.36", wish.get("BASE"))));
    assertThat(host.run("resolve-version.sh", wish)).isEqualTo(unknown);
    serve("/release/stable-1.36.txt", PAGE);
    assertThat(host.run("resolve-version.sh", wish)).isEqualTo(unknown);
    serve("/release/stable-1.36.txt", "v1.36.4");
    assertThat(host.run("resolve-version.sh", wish))
        .satisfiesExactly(
            said ->
                assertThat(said)
                    .isInstanceOfSatisfying(
                        SaidValue.class,
                        value -> {
                          assertThat(value.name()).isEqualTo("kubernetes-version");
                          assertThat(value.value().reveal()).isEqualTo("1.36.4");
                        }),
            said -> assertThat(said).isEqualTo(new SaidUnchanged()));
  }

  private static Map<String, String> source(String kind, String patch, String base) {
    return Map.of("MINOR", "1.36", "PATCH", patch, "KIND", kind, "BASE", base);
  }

  private void packages(String... versions) throws Exception {
    var deb = new StringBuilder("Package: kubelet\nVersion: 1.36.9-1.1\n\n");
    var rpm = new StringBuilder("<name>kubelet</name>\n<version epoch=\"0\" ver=\"1.36.9\"/>\n");
    for (String version : versions) {
      deb.append("Package: kubeadm\nArchitecture: amd64\nVersion: " + version + "-1.1\n\n");
      rpm.append("<name>kubeadm</name>\n<version epoch=\"0\" ver=\"" + version + "\"/>\n");
    }
    serve("/v1.36/deb/Packages", deb.toString());
    serve("/v1.36/rpm/repodata/repomd.xml", "<location href=\"repodata/x-primary.xml.gz\"/>\n");
    var zipped = new java.io.ByteArrayOutputStream();
    try (var gzip = new java.util.zip.GZIPOutputStream(zipped)) {
      gzip.write(rpm.toString().getBytes(StandardCharsets.UTF_8));
    }
    served.put("/v1.36/rpm/repodata/x-primary.xml.gz", zipped.toByteArray());
  }

  @Test
  void aPatchThatTheSourceLacksIsToldWithTheNewestThatItHas() throws Exception {
    packages("1.36.2", "1.36.10", "1.36.4", "1.35.99");
    for (String kind : List.of("deb", "rpm")) {
      assertThat(host.run("resolve-version.sh", source(kind, "1.36.1", base)))
          .isEqualTo(
              List.of(new SaidFailed("install.patchUnknown", List.of("1.36.1", "1.36.10", base))));
      assertThat(version(source(kind, "1.36.4", base))).isEqualTo("1.36.4");
      assertThat(version(source(kind, "", base))).isEqualTo("1.36.10");
    }
    assertThat(host.run("resolve-version.sh", source("deb", "1.36.9", base)).getLast())
        .as("a kubelet alone is not enough")
        .isInstanceOf(SaidFailed.class);
  }

  private String version(Map<String, String> wish) throws Exception {
    var said = host.run("resolve-version.sh", wish);
    assertThat(said.getLast()).isEqualTo(new SaidUnchanged());
    return ((SaidValue) said.getFirst()).value().reveal();
  }

  private HostSpeech refusal(String file, String checksums) throws Exception {
    return host.run(
            "binaries.sh", files(base + file + "|@" + base + checksums + "|/usr/bin/p|0755|"))
        .getLast();
  }

  private SaidFailed failed(String key, String address, String... more) {
    var values = new java.util.ArrayList<>(List.of(base + address));
    values.addAll(List.of(more));
    return new SaidFailed(key, values);
  }

  private static Map<String, String> files(String line) {
    return Map.of("FILES", line);
  }

  private void serve(String path, String text) {
    served.put(path, text.getBytes(StandardCharsets.UTF_8));
  }

  /** An archive with these programs, and with a page that is none. */
  private void archive(String path, Map<String, String> programs) throws Exception {
    Path tree = Files.createDirectories(work.resolve("tree"));
    Files.writeString(tree.resolve("README.md"), "read me");
    for (var program : programs.entrySet()) {
      Path file = tree.resolve(program.getKey());
      Files.createDirectories(file.getParent());
      Files.writeString(file, program.getValue());
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    Path archive = work.resolve("archive.tgz");
    var tar = new ProcessBuilder("tar", "-czf", archive.toString(), "-C", tree.toString(), ".");
    assertThat(tar.start().waitFor()).isZero();
    served.put(path, Files.readAllBytes(archive));
  }

  private String digestOf(String path) throws Exception {
    byte[] sum = java.security.MessageDigest.getInstance("SHA-256").digest(served.get(path));
    return java.util.HexFormat.of().formatHex(sum);
  }

  private String mode(String path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(root.resolve(path)));
  }
}
