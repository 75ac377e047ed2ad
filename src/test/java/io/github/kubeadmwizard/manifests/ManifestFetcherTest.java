package io.github.kubeadmwizard.manifests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import io.github.kubeadmwizard.home.UserDirectories;
import io.github.kubeadmwizard.manifests.UpstreamManifest.PublishedFile;
import io.github.kubeadmwizard.text.Message;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ManifestFetcherTest {
  private static final String TEXT = "apiVersion: v1\nkind: Namespace\nmetadata: {name: a}\n";
  private static final String SUM = Sha256.of(bytes(TEXT));

  @TempDir private Path home;
  private HttpServer server;
  private String base = "";
  private final List<String> asked = new ArrayList<>();
  private final List<Message> said = new ArrayList<>();
  private Map<String, String> served = Map.of("net-v1.yaml", TEXT);

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String file = exchange.getRequestURI().getPath().replaceFirst("^.*/", "");
          asked.add(file);
          byte[] body = bytes(served.getOrDefault(file, "gone"));
          exchange.sendResponseHeaders(
              served.containsKey(file) ? 200 : file.equals("secret.yaml") ? 403 : 404, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    base = "http://127.0.0.1:" + server.getAddress().getPort() + "/files";
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static ManifestWish net(String sum, Optional<URI> address) {
    return new ManifestWish.OfUpstream(
        new UpstreamManifest(
            "net", "v1", List.of(new PublishedFile("net-v1.yaml", sum, address)), List.of()));
  }

  private static ManifestWish net() {
    return net(SUM, Optional.empty());
  }

  private ManifestFetcher fetcher() {
    var directories = UserDirectories.of(Map.of(), "Linux", home);
    return new ManifestFetcher(
        directories,
        new ManifestCache(directories.cache()),
        new Download(ProxySelector.of(null), Duration.ofSeconds(5)));
  }

  private Manifests fetch(ManifestWish wish, String place) throws ManifestUnavailable {
    return fetcher().fetch(List.of(wish), Optional.of(place).filter(p -> !p.isEmpty()), said::add);
  }

  private Message why(ManifestWish wish, String place) {
    var failed = catchThrowableOfType(ManifestUnavailable.class, () -> fetch(wish, place));
    assertThat(failed).isNotNull();
    return failed.problem().why();
  }

  private static Message of(String key, Object... args) {
    return Message.of("manifests." + key + ".why", args);
  }

  @Test
  void aSecondTimeNeedsNoNetwork() throws ManifestUnavailable, Manifest.NoObject {
    assertThat(fetch(net(), base).of("net")).isEqualTo(Manifest.read("net v1", TEXT));
    server.stop(0);
    assertThat(fetch(net(), base).of("net")).isEqualTo(Manifest.read("net v1", TEXT));
    assertThat(asked).containsExactly("net-v1.yaml");
    assertThat(said).containsExactly(Message.of("manifests.fetching", base + "/net-v1.yaml"));
  }

  @Test
  void whatWasKeptAndSpoiltIsFetchedAgain() throws ManifestUnavailable, IOException {
    fetch(net(), base);
    Path kept = home.resolve(".cache/kubeadm-wizard/manifests/" + SUM + ".yaml");
    Files.writeString(kept, "half");
    fetch(net(), base);
    assertThat(asked).hasSize(2);
    assertThat(kept).hasContent(TEXT);
    try (var files = Files.list(kept.getParent())) {
      assertThat(files).containsExactly(kept);
    }
  }

  @Test
  void anotherChecksumIsRefusedWithBothAndNotKept() {
    served = Map.of("net-v1.yaml", TEXT + "# changed\n");
    assertThat(why(net(), base))
        .isEqualTo(
            of(
                "checksum",
                "net",
                "v1",
                base + "/net-v1.yaml",
                SUM,
                Sha256.of(bytes(TEXT + "# changed\n"))));
    assertThat(home.resolve(".cache")).doesNotExist();
  }

  @Test
  void upstreamsOwnAddressIsAskedWhereNoPlaceIsNamed() throws ManifestUnavailable {
    fetch(net(SUM, Optional.of(URI.create(base + "/net-v1.yaml"))), "");
    assertThat(asked).containsExactly("net-v1.yaml");
    assertThat(why(net(Sha256.of(bytes("x")), Optional.empty()), ""))
        .isEqualTo(of("notPublished", "net", "v1", "net-v1.yaml"));
  }

  @Test
  void aDirectoryHasTheSameFiles() throws ManifestUnavailable, IOException {
    Path directory = Files.createDirectory(home.resolve("mine"));
    assertThat(why(net(), directory + "x"))
        .isEqualTo(of("noDirectory", directory + "x", "net-v1.yaml"));
    assertThat(why(net(), directory.toString()))
        .isEqualTo(of("noFile", directory + "/net-v1.yaml"));
    Files.writeString(directory.resolve("net-v1.yaml"), TEXT);
    assertThat(fetch(net(), "~/mine").of("net").objects()).hasSize(1);
    assertThat(asked).isEmpty();
  }

  @Test
  void aServerThatHasItNotOrGivesItNotIsToldApart() {
    served = Map.of();
    assertThat(why(net(), base)).isEqualTo(of("notFound", base + "/net-v1.yaml"));
    assertThat(why(new ManifestWish.OfTheUser(base + "/secret.yaml"), ""))
        .isEqualTo(of("refused", base + "/secret.yaml", "403"));
  }

  @Test
  void aServerThatIsNotThereIsUnreachable() {
    server.stop(0);
    assertThat(why(net(), base))
        .isEqualTo(of("unreachable", base + "/net-v1.yaml", Message.of("manifests.cause.refused")));
    assertThat(why(net(), "http://no-such-name.invalid/"))
        .isEqualTo(
            of(
                "unreachable",
                "http://no-such-name.invalid/net-v1.yaml",
                Message.of("manifests.cause.name")));
  }

  @Test
  void theUsersOwnFileIsReadAsItIs() throws ManifestUnavailable, IOException {
    Path own = Files.writeString(home.resolve("own.yaml"), TEXT);
    assertThat(fetch(new ManifestWish.OfTheUser("~/own.yaml"), "").of("~/own.yaml").objects())
        .hasSize(1);
    Files.writeString(own, "a: b");
    assertThat(why(new ManifestWish.OfTheUser("~/own.yaml"), ""))
        .isEqualTo(of("noObject", "~/own.yaml", "1"));
    Files.writeString(own, "# nothing\n");
    assertThat(why(new ManifestWish.OfTheUser("~/own.yaml"), ""))
        .isEqualTo(of("empty", "~/own.yaml"));
    Files.writeString(own, "a: [\n");
    assertThat(why(new ManifestWish.OfTheUser("~/own.yaml"), "").key())
        .isEqualTo("manifests.notYaml.why");
    Files.write(own, new byte[] {(byte) 0xff, 0});
    assertThat(why(new ManifestWish.OfTheUser("~/own.yaml"), ""))
        .isEqualTo(of("notText", "~/own.yaml"));
  }

  @Test
  void aManifestOfSeveralFilesIsOneWithTheObjectsOfAllInOrder() throws Exception {
    String other = TEXT.replace("a}", "b}");
    served = Map.of("net-v1.yaml", TEXT, "more.yaml", other);
    var files =
        List.of(
            new PublishedFile("net-v1/net-v1.yaml", SUM, Optional.empty()),
            new PublishedFile("net-v1/more.yaml", Sha256.of(bytes(other)), Optional.empty()));
    var wish = new ManifestWish.OfUpstream(new UpstreamManifest("net", "v1", files, List.of()));
    var manifest = fetcher().fetch(List.of(wish), Optional.of(base), said::add).of("net");
    assertThat(manifest.objects())
        .extracting(object -> ObjectName.of(object).orElseThrow().name())
        .containsExactly("a", "b");
    assertThat(said)
        .containsExactly(
            Message.of("manifests.fetching", base + "/net-v1/net-v1.yaml"),
            Message.of("manifests.fetching", base + "/net-v1/more.yaml"));
  }
}
