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
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

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

  private static void answer(HttpServer server, String path, int status) {
    server.createContext(
        path,
        exchange -> {
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
  }

  private static HostFacts ask(FactsQuestion question, String path) throws Exception {
    return FactsParser.parse(run(question.ask(Files.readString(SCRIPT)), path));
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
