package io.github.kubeadmwizard.bundle;

import io.github.kubeadmwizard.manifests.EnvironmentProxies;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Asks servers. Redirections are followed here and not by the client: what proves who we are goes
 * to nobody but the server that asked for it.
 */
final class Web implements AutoCloseable {
  private static final int REDIRECTIONS = 6;
  private static final int TRIES = 4;
  private static final Duration ANSWER = Duration.ofSeconds(60);

  private final HttpClient client;
  private final Duration pause;

  /**
   * @param pause between tries
   */
  Web(Duration pause) {
    this.pause = pause;
    client =
        HttpClient.newBuilder()
            .proxy(new EnvironmentProxies(System.getenv(), ProxySelector.getDefault()))
            .connectTimeout(Duration.ofSeconds(20))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  /** An answer, its body not yet read; close it. */
  record Answer(int status, Map<String, String> headers, InputStream body, URI from)
      implements AutoCloseable {
    /** The value of a header, by its name in lower case. */
    Optional<String> header(String name) {
      return Optional.ofNullable(headers.get(name));
    }

    @Override
    public void close() throws IOException {
      body.close();
    }
  }

  /**
   * Asks once for each try that a broken line or a server in trouble makes worthwhile.
   *
   * @throws BundleFailure if no answer comes
   */
  Answer get(URI uri, Map<String, String> headers) throws BundleFailure {
    for (int tries = 1; ; tries++) {
      try {
        Answer answer = followed(uri, headers);
        if (tries == TRIES || (answer.status() != 429 && answer.status() < 500)) {
          return answer;
        }
        answer.close();
      } catch (IOException e) {
        if (tries == TRIES) {
          throw unreachable(uri, e);
        }
      }
      rest(uri, tries);
    }
  }

  /** The body as a text, or empty where there is no such thing; other answers are failures. */
  Optional<byte[]> bytes(URI uri) throws BundleFailure {
    try (Answer answer = get(uri, Map.of())) {
      if (answer.status() == 404 || answer.status() == 403 || answer.status() == 410) {
        return Optional.empty();
      }
      if (answer.status() != 200) {
        throw refused(uri, answer.status());
      }
      return Optional.of(answer.body().readAllBytes());
    } catch (IOException e) {
      throw unreachable(uri, e);
    }
  }

  private Answer followed(URI uri, Map<String, String> headers) throws IOException {
    URI at = uri;
    Map<String, String> sent = headers;
    for (int i = 0; i < REDIRECTIONS; i++) {
      HttpResponse<InputStream> response = once(at, sent);
      Optional<String> next = response.headers().firstValue("location");
      if (response.statusCode() / 100 != 3 || next.isEmpty()) {
        var all = new TreeMap<String, String>();
        response.headers().map().forEach((name, values) -> all.put(name, values.getFirst()));
        return new Answer(response.statusCode(), all, response.body(), at);
      }
      response.body().close();
      URI to = at.resolve(next.get());
      if (!String.valueOf(to.getAuthority()).equals(at.getAuthority())) {
        sent = new TreeMap<>(sent);
        sent.remove("Authorization");
      }
      at = to;
    }
    throw new IOException("redirected more than " + REDIRECTIONS + " times");
  }

  private HttpResponse<InputStream> once(URI uri, Map<String, String> headers) throws IOException {
    var request = HttpRequest.newBuilder(uri).timeout(ANSWER).GET();
    headers.forEach(request::header);
    try {
      return client.send(request.build(), BodyHandlers.ofInputStream());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  void rest(URI uri, int tries) throws BundleFailure {
    try {
      Thread.sleep(pause.multipliedBy(tries));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unreachable(uri, new IOException("interrupted", e));
    }
  }

  static BundleFailure unreachable(URI uri, IOException e) {
    String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    return BundleFailure.because(e, "bundle.unreachable", host(uri), uri.toString(), why);
  }

  static BundleFailure refused(URI uri, int status) {
    return BundleFailure.of("bundle.refused", host(uri), uri.toString(), status);
  }

  static String host(URI uri) {
    return String.valueOf(uri.getHost());
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
