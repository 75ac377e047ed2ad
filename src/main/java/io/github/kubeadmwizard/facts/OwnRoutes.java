package io.github.kubeadmwizard.facts;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The routes of the computer that this program runs on, so that pods do not get addresses that it
 * reaches elsewhere, such as through a VPN. On Linux the kernel's main table; rules that lead to
 * other tables are not followed. Any thread but JavaFX's: elsewhere a program of the system is
 * asked.
 */
public final class OwnRoutes implements Supplier<List<Route>> {
  private static final Duration FRESH = Duration.ofSeconds(10);
  private static final int PATIENCE = 5; // seconds

  private final String system;
  private List<Route> known = List.of();
  private long readAt = System.nanoTime() - FRESH.toNanos();

  /**
   * @param system Java's {@code os.name}
   */
  public OwnRoutes(String system) {
    this.system = system.toLowerCase(Locale.ROOT);
  }

  /** As they were at most ten seconds ago; empty where they cannot be read. */
  @Override
  public synchronized List<Route> get() {
    if (System.nanoTime() - readAt >= FRESH.toNanos()) {
      known = read();
      readAt = System.nanoTime();
    }
    return known;
  }

  private List<Route> read() {
    if (system.startsWith("linux")) {
      return Stream.concat(
              lines(Path.of("/proc/net/route")).flatMap(HexRoute::ipv4),
              lines(Path.of("/proc/net/ipv6_route")).flatMap(HexRoute::ipv6))
          .toList();
    }
    if (system.startsWith("mac")) {
      return PrintedRoutes.ofNetstat(said("/usr/sbin/netstat", "-rn"));
    }
    return system.startsWith("windows")
        ? PrintedRoutes.ofRoutePrint(said("route", "print"))
        : List.of();
  }

  private static Stream<String> lines(Path file) {
    try {
      return Files.readAllLines(file).stream();
    } catch (IOException notThere) {
      return Stream.empty();
    }
  }

  private static List<String> said(String... command) {
    Path told = null;
    try {
      told = Files.createTempFile("routes", ".txt");
      var process =
          new ProcessBuilder(command)
              .redirectOutput(told.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      process.getOutputStream().close();
      if (!process.waitFor(PATIENCE, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return List.of();
      }
      return new String(Files.readAllBytes(told), Charset.defaultCharset()).lines().toList();
    } catch (IOException notThere) {
      return List.of();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return List.of();
    } finally {
      forget(told);
    }
  }

  private static void forget(@Nullable Path file) {
    try {
      if (file != null) {
        Files.deleteIfExists(file);
      }
    } catch (IOException stays) {
      file.toFile().deleteOnExit();
    }
  }
}
