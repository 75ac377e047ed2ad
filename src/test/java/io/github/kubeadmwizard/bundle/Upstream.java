package io.github.kubeadmwizard.bundle;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.kubeadmwizard.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/**
 * The internet of these tests: a registry that wants a token, and files with their lists. It can
 * break off in the middle of an answer.
 */
final class Upstream implements AutoCloseable {
  private static final String MANIFEST = "application/vnd.oci.image.manifest.v1+json";
  private static final String INDEX = "application/vnd.oci.image.index.v1+json";

  final Map<String, byte[]> files = new ConcurrentHashMap<>();
  final Map<String, String> types = new ConcurrentHashMap<>();
  final List<String> asked = new CopyOnWriteArrayList<>();

  /** Paths whose answer breaks off once, after half of it. */
  final Map<String, Boolean> fragile = new ConcurrentHashMap<>();

  final String registry;
  final String base;
  private final HttpServer server;

  Upstream() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
    registry = "127.0.0.1:" + server.getAddress().getPort();
    base = "http://" + registry;
  }

  void put(String path, String text) {
    files.put(path, bytes(text));
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getRawPath();
    String range = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Range")).orElse("");
    asked.add(path + (range.isEmpty() ? "" : " " + range));
    if (path.equals("/token")) {
      send(exchange, 200, bytes("{\"token\":\"let-me-in\"}"));
    } else if (path.startsWith("/v2/") && !isLetIn(exchange)) {
      exchange
          .getResponseHeaders()
          .add(
              "WWW-Authenticate",
              "Bearer realm=\"" + base + "/token\",service=\"tests\",scope=\"repository:x:pull\"");
      send(exchange, 401, new byte[0]);
    } else if (path.startsWith("/v2/") && path.contains("/blobs/")) {
      // elsewhere, where the token must not come along
      exchange
          .getResponseHeaders()
          .add("Location", base.replace("127.0.0.1", "localhost") + path.replace("/v2/", "/cdn/"));
      send(exchange, 307, new byte[0]);
    } else {
      file(exchange, path, range);
    }
  }

  private static boolean isLetIn(HttpExchange exchange) {
    return "Bearer let-me-in".equals(exchange.getRequestHeaders().getFirst("Authorization"));
  }

  private void file(HttpExchange exchange, String path, String range) throws IOException {
    byte[] content = files.get(path.replaceFirst("^/cdn/.*/blobs/", "/cdn/").replace("%25", "%"));
    if (content == null) {
      send(exchange, 404, new byte[0]);
    } else if (exchange.getRequestHeaders().containsKey("Authorization")
        && path.startsWith("/cdn/")) {
      send(exchange, 400, bytes("two ways to sign in"));
    } else if (fragile.remove(path.replaceFirst("^/cdn/.*/blobs/", "/cdn/")) != null) {
      exchange.sendResponseHeaders(200, content.length);
      exchange.getResponseBody().write(content, 0, content.length / 2);
      exchange.getResponseBody().flush();
      exchange.close();
    } else {
      Optional.ofNullable(types.get(path))
          .ifPresent(type -> exchange.getResponseHeaders().add("Content-Type", type));
      int from = range.isEmpty() ? 0 : Integer.parseInt(range.replaceAll("\\D", ""));
      byte[] rest = java.util.Arrays.copyOfRange(content, from, content.length);
      send(exchange, from == 0 ? 200 : 206, rest);
    }
  }

  private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  /** A blob, and its descriptor. */
  private Map<String, Object> blob(String type, byte[] content) {
    String digest = "sha256:" + Digest.of(content);
    files.put("/cdn/" + digest, content);
    return Map.of("mediaType", type, "digest", digest, "size", content.length);
  }

  /** An image for these architectures, each with a layer of its own and a common one. */
  String image(String name, String tag, byte[] common, String... architectures) {
    var manifests = new ArrayList<Map<String, Object>>();
    for (String architecture : architectures) {
      var layers =
          List.of(
              blob("application/vnd.oci.image.layer.v1.tar+gzip", common),
              blob("application/vnd.oci.image.layer.v1.tar+gzip", bytes(name + architecture)));
      var manifest = new TreeMap<String, Object>();
      manifest.put("schemaVersion", 2);
      manifest.put("mediaType", MANIFEST);
      manifest.put(
          "config",
          blob(
              "application/vnd.oci.image.config.v1+json",
              bytes("{\"architecture\":\"" + architecture + "\"}")));
      manifest.put("layers", layers);
      byte[] text = bytes(Json.line(manifest));
      String digest = document(name, text, MANIFEST);
      manifests.add(
          Map.of(
              "mediaType",
              MANIFEST,
              "digest",
              digest,
              "size",
              text.length,
              "platform",
              Map.of("os", "linux", "architecture", architecture)));
    }
    var index = new TreeMap<String, Object>();
    index.put("schemaVersion", 2);
    index.put("manifests", manifests);
    byte[] text = bytes(Json.line(index));
    files.put("/v2/" + name + "/manifests/" + tag, text);
    types.put("/v2/" + name + "/manifests/" + tag, INDEX);
    return document(name, text, INDEX);
  }

  private String document(String name, byte[] text, String type) {
    String digest = "sha256:" + Digest.of(text);
    files.put("/v2/" + name + "/manifests/" + digest, text);
    types.put("/v2/" + name + "/manifests/" + digest, type);
    return digest;
  }

  /** A repository with one package of this name and version, and what it depends on. */
  void repository(String at, String lists, String prefix, String name, String version) {
    byte[] deb = bytes("the package " + name);
    String file = prefix + "pool/" + name + "_" + version.replace(":", "%3a") + "_amd64.deb";
    files.put(at + "/" + file, deb);
    byte[] index =
        bytes(
            """
            Package: %s
            Version: %s
            Architecture: amd64
            Filename: %s
            Size: %d
            SHA256: %s

            """
                .formatted(name, version, file, deb.length, Digest.of(deb)));
    String path = lists.isEmpty() ? "Packages" : "main/binary-amd64/Packages";
    files.put(at + "/" + lists + path, index);
    String release =
        "Suite: x\nMD5Sum:\n 00 1 x\nSHA256:\n "
            + Digest.of(index)
            + " "
            + index.length
            + " "
            + path
            + "\n";
    files.put(at + "/" + lists + "InRelease", bytes(release));
    files.put(at + "/key", bytes("a key"));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
