package io.github.kubeadmwizard.facts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs the script on this machine. */
@EnabledOnOs(OS.LINUX)
final class FactsScriptTest {
  private static final Path SCRIPT =
      Path.of(System.getProperty("project.directory", "."), "installer-assets/scripts/facts.sh");

  @TempDir Path directory;

  @Test
  void readsThisMachineWhole() throws Exception {
    var host = ask(FactsQuestion.plain(), System.getenv("PATH"));
    assertThat(host.reading().complete()).isTrue();
    assertThat(host.reading().unparsed()).isEmpty();
    assertThat(host.os().isLinux()).isTrue();
    assertThat(host.machine().cpus()).hasValue(Runtime.getRuntime().availableProcessors());
    assertThat(host.machine().memory().orElseThrow().totalBytes()).isGreaterThan(1L << 28);
    assertThat(host.storage().at("/")).isPresent();
    assertThat(host.kernel().sysctl("net.ipv4.ip_forward")).isPresent();
  }

  @Test
  void endsWellWhereTheHostHasAlmostNoTools() throws Exception {
    var bash = Path.of("/bin/bash");
    Files.createSymbolicLink(directory.resolve("bash"), bash);
    var script = Files.readString(SCRIPT).replace("/usr/local/sbin /usr/local/bin /usr/sbin", "");
    var bare = script.replace("/usr/bin /sbin /bin", directory.toString());
    var host = FactsParser.parse(run(FactsQuestion.plain().ask(bare), directory.toString()));
    assertThat(host.reading().complete()).isTrue();
    assertThat(host.tools()).isEmpty();
    assertThat(host.os().isLinux()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          files dns        | 127.0.1.1 n7.lab n7%10.0.0.7 n7 # the card's | 127.0.1.1,10.0.0.7 | n7.lab
          files            | fe80::7 n7                                  | fe80::7            |
          dns files        | 10.0.0.7 n7                                 | 192.0.2.9          | got
          myhostname files | 10.0.0.7 n7                                 | 192.0.2.9          | got
          files dns        | 10.0.0.7 n71 n7.lab xn7                     | 192.0.2.9          | got
          files dns        | # 10.0.0.7 n7%10.0.0.8 n8 # n7              | 192.0.2.9          | got
          """)
  void asksForItsNameOnlyWhereTheFileOfHostsDoesNotSayIt(
      String order, String hosts, String addresses, @Nullable String fqdn) throws Exception {
    var getent =
        Files.writeString(directory.resolve("getent"), "#!/bin/sh\necho 192.0.2.9 STREAM got.it\n");
    assertThat(getent.toFile().setExecutable(true)).isTrue();
    var script =
        Files.readString(SCRIPT)
            .replace(
                "</etc/nsswitch.conf",
                "<" + file("nsswitch", "passwd: files\nhosts: " + order + "\n"))
            .replace("</etc/hosts", "<" + file("hosts", hosts.replace('%', '\n') + "\n"))
            .replace("/proc/sys/kernel/hostname", file("name", "n7\n").toString());
    String path = directory + ":" + System.getenv("PATH");
    var name = FactsParser.parse(run(FactsQuestion.plain().ask(script), path)).machine().hostname();
    assertThat(name.addresses()).containsExactly(addresses.split(","));
    assertThat(name.fqdn())
        .isEqualTo(Optional.ofNullable(fqdn).map(f -> f.replace("got", "got.it")));
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(directory.resolve(name), text);
  }

  @Test
  void looksInNoFolderTwice() throws Exception {
    Path real = Files.createDirectory(directory.resolve("real"));
    var tool = Files.writeString(real.resolve("crictl"), "#!/bin/sh\n");
    assertThat(tool.toFile().setExecutable(true)).isTrue();
    Path link = Files.createSymbolicLink(directory.resolve("link"), real);
    String script = Files.readString(SCRIPT) + "\nprintf '\\037folders\\037%s\\n' \"$PATH\"\n";
    String path = String.join(":", link.toString(), "/no/such", "/usr/bin", link.toString());
    String said = run(FactsQuestion.plain().ask(script), path);
    // One that is only reached by its other name is kept.
    assertThat(said).contains("\037folders\037" + link + ":/usr/bin:/usr/local/sbin:");
    assertThat(said.lines()).contains(link + "/crictl");
  }

  @Test
  void tellsWhoOwnsAPortThatIsNeeded() throws Exception {
    try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      int port = socket.getLocalPort();
      var script = Files.readString(SCRIPT);
      var text = "PORTS=" + port + "\n" + FactsQuestion.plain().ask(script);
      var host = FactsParser.parse(run(text, System.getenv("PATH")));
      assertThat(host.tools()).contains("ss");
      assertThat(host.network().listeners(ListeningPort.Protocol.TCP, port))
          .extracting(found -> found.address() + " " + found.pid())
          .containsExactly("127.0.0.1 " + OptionalInt.of((int) ProcessHandle.current().pid()));
    }
  }

  @Test
  void findsAPortThatNobodyNeedsToo() throws Exception {
    try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral("::1"))) {
      var host = ask(FactsQuestion.plain(), System.getenv("PATH"));
      assertThat(host.network().listeners(ListeningPort.Protocol.TCP, socket.getLocalPort()))
          .extracting(ListeningPort::address)
          .containsExactly("::1");
    }
  }

  /** As in a container that may not ask the kernel about sockets. */
  @Test
  void findsAPortWhereSsTellsNothing() throws Exception {
    var ss = Files.writeString(directory.resolve("ss"), "#!/bin/sh\nexit 1\n");
    assertThat(ss.toFile().setExecutable(true)).isTrue();
    try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      int port = socket.getLocalPort();
      var host = ask(FactsQuestion.plain(), directory + ":" + System.getenv("PATH"));
      assertThat(host.network().listeners(ListeningPort.Protocol.TCP, port))
          .extracting(found -> found.address() + " " + found.pid())
          .containsExactly("127.0.0.1 " + OptionalInt.empty());
    }
  }

  @Test
  void tellsHowProbesWent() throws Exception {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    answer(server, "/v2/", 401);
    answer(server, "/gone", 404);
    server.start();
    try {
      int port = server.getAddress().getPort();
      var registry = "http://127.0.0.1:" + port + "/v2/";
      var gone = "http://127.0.0.1:" + port + "/gone";
      var open = "127.0.0.1:" + port;
      var closed = "127.0.0.1:1";
      var nowhere = "it's-nowhere.invalid:22";
      var asked = List.of(registry, gone, open, closed, nowhere);
      var question =
          new FactsQuestion(
              asked, List.of("127.0.0.1"), Optional.empty(), List.of(), Duration.ofSeconds(20));
      var host = ask(question, System.getenv("PATH"));
      assertThat(host.probes())
          .extracting(probe -> probe.target() + " " + probe.result() + " " + probe.status())
          .containsExactlyInAnyOrder(
              registry + " OK OptionalInt[401]",
              gone + " HTTP OptionalInt[404]",
              open + " OK OptionalInt.empty",
              closed + " REFUSED OptionalInt.empty",
              nowhere + " DNS OptionalInt.empty");
    } finally {
      server.stop(0);
    }
  }

  /** A registry as those of the mirrors are: it wants a token, which it gives to anybody. */
  private static HttpServer registry(List<String> asked) throws IOException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    String base = "http://127.0.0.1:" + server.getAddress().getPort();
    server.createContext(
        "/auth",
        exchange -> {
          var scope = exchange.getRequestURI().getQuery();
          asked.add("token " + scope);
          String bearer =
              "  { \"expires_in\": 300, \"token\" : \"t.o-k_e/n+" + scope.length() + "=\" }";
          exchange.sendResponseHeaders(200, bearer.length());
          exchange.getResponseBody().write(bearer.getBytes(UTF_8));
          exchange.close();
        });
    server.createContext(
        "/v2/",
        exchange -> {
          var path = exchange.getRequestURI().getPath();
          var repository = path.replaceAll("^/v2/|/manifests/.*", "");
          var scope = "repository:" + repository + ":pull";
          var query = "service=reg.example:china east&scope=" + scope;
          var token = exchange.getRequestHeaders().getFirst("Authorization");
          var accept = String.valueOf(exchange.getRequestHeaders().getFirst("Accept"));
          asked.add(exchange.getRequestMethod() + " " + path + (token == null ? "" : " signed"));
          int status;
          if (!("Bearer t.o-k_e/n+" + query.length() + "=").equals(token)) {
            exchange
                .getResponseHeaders()
                .add(
                    "WWW-Authenticate",
                    "Bearer realm=\"%s/auth\",service=\"reg.example:china east\",scope=\"%s\""
                        .formatted(base, scope));
            status = 401;
          } else if (!accept.contains("application/vnd.oci.image.index.v1+json")
              || !accept.contains("manifest.list.v2+json")) {
            status = 406;
          } else {
            status = path.endsWith("/pause/manifests/3.10.2") ? 200 : 404;
          }
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
    return server;
  }

  /** Each tool alone, since hosts have one or the other, and small ones openssl. */
  @ParameterizedTest
  @ValueSource(strings = {"curl", "wget", "openssl"})
  void asksForImagesByTheirTagsAsARuntimeDoes(String tool) throws Exception {
    var asked = Collections.synchronizedList(new ArrayList<String>());
    var server = registry(asked);
    try {
      var base = "http://127.0.0.1:" + server.getAddress().getPort() + "/v2/";
      var there = base + "google_containers/pause/manifests/3.10.2";
      var gone = base + "google_containers/etcd/manifests/3.7.0-0";
      var closed = "http://127.0.0.1:1/v2/a/manifests/1";
      for (String beside : List.of("bash", "cat", "timeout")) {
        with(beside);
      }
      var host = ask(FactsQuestion.of(List.of(base, there, gone, closed), List.of()), with(tool));
      assertThat(host.probes())
          .extracting(probe -> probe.target() + " " + probe.result() + " " + probe.status())
          .containsExactlyInAnyOrder(
              base + " OK OptionalInt[401]",
              there + " OK OptionalInt[200]",
              gone + " HTTP OptionalInt[404]",
              closed + " REFUSED OptionalInt.empty");
      assertThat(asked)
          .contains(
              "HEAD /v2/google_containers/pause/manifests/3.10.2",
              "token service=reg.example:china east&scope=repository:google_containers/pause:pull",
              "HEAD /v2/google_containers/pause/manifests/3.10.2 signed",
              "HEAD /v2/google_containers/etcd/manifests/3.7.0-0 signed");
    } finally {
      server.stop(0);
    }
  }

  /** wget would take it from its environment or its arguments alone. */
  @Test
  void neverGivesWgetAProxysAccount() throws Exception {
    var asked = Collections.synchronizedList(new ArrayList<String>());
    var proxy = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    proxy.createContext(
        "/",
        exchange -> {
          var headers = exchange.getRequestHeaders();
          asked.add(headers.getFirst("User-agent") + " " + headers.getFirst("Proxy-authorization"));
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    proxy.start();
    try {
      var image = "http://registry.example.lan/v2/a/manifests/1";
      var question =
          new FactsQuestion(
              List.of("http://registry.example.lan/v2/", image),
              List.of(),
              Optional.of("http://127.0.0.1:" + proxy.getAddress().getPort()),
              List.of(),
              Duration.ofSeconds(10));
      with("base64");
      var host = ask("PROBE_ACCOUNT=ann:p%40ss\n", question, with("wget"));
      assertThat(host.probes())
          .extracting(probe -> probe.target() + " " + probe.result())
          .containsExactlyInAnyOrder("http://registry.example.lan/v2/ OK", image + " NO_TOOL");
      assertThat(asked).containsExactly("null Basic YW5uOnBAc3M=");
    } finally {
      proxy.stop(0);
    }
  }

  @Test
  void saysThatNothingCouldAskForAnImage() throws Exception {
    var image = "http://127.0.0.1:1/v2/a/manifests/1";
    var host = ask(FactsQuestion.of(List.of(image), List.of()), with("bash"));
    assertThat(host.probes()).extracting(Probe::result).containsExactly(Probe.Result.NO_TOOL);
  }

  @Test
  void manyImagesThatDoNotAnswerHoldNobodyUp() throws Exception {
    try (var silent = new ServerSocket(0, 200, InetAddress.ofLiteral("127.0.0.1"))) {
      var base = "http://127.0.0.1:" + silent.getLocalPort() + "/v2/a/manifests/";
      var images = IntStream.range(0, 100).mapToObj(i -> base + i).toList();
      var question =
          new FactsQuestion(images, List.of(), Optional.empty(), List.of(), Duration.ofSeconds(2));
      long from = System.nanoTime();
      var host = ask(question, System.getenv("PATH"));
      assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(Duration.ofSeconds(20));
      assertThat(host.probes())
          .hasSize(100)
          .allMatch(probe -> probe.result() == Probe.Result.TIMEOUT);
    }
  }

  /** A host that has this tool and no other. */
  private String with(String tool) throws IOException {
    Files.createSymbolicLink(directory.resolve(tool), Path.of("/usr/bin", tool));
    return directory.toString();
  }

  private static void answer(HttpServer server, String path, int status) {
    server.createContext(
        path,
        exchange -> {
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
  }

  /** With these tools alone: the script itself would look into the usual folders, too. */
  private HostFacts ask(FactsQuestion question, String path) throws Exception {
    return ask("", question, path);
  }

  private HostFacts ask(String before, FactsQuestion question, String path) throws Exception {
    var script = Files.readString(SCRIPT);
    var own =
        path.equals(directory.toString())
            ? script.replaceFirst(
                "for dir in .* /usr/local/sbin .*; do", "for dir in " + path + "; do")
            : script;
    return FactsParser.parse(run(before + question.ask(own), path));
  }

  private static String run(String text, String path) throws IOException, InterruptedException {
    var builder =
        new ProcessBuilder("/bin/bash", "-s").redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("PATH", path);
    var process = builder.start();
    process.outputWriter(UTF_8).append(text).close();
    var said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
    return said;
  }
}
