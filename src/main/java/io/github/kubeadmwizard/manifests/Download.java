package io.github.kubeadmwizard.manifests;

import java.io.IOException;
import java.io.InputStream;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Files over HTTP, through this computer's proxy where it has one, within a time. */
public final class Download {
  private static final Duration TO_CONNECT = Duration.ofSeconds(15);
  private static final int MOST_BYTES = 8 * 1024 * 1024; // what YamlReader takes
  private static final int OK = 200;

  private final ProxySelector proxies;
  private final Duration deadline;

  /**
   * @param deadline for one file as a whole
   */
  public Download(ProxySelector proxies, Duration deadline) {
    this.proxies = proxies;
    this.deadline = deadline;
  }

  /** The server answered with another status than 200. */
  static final class Refused extends IOException {
    private static final long serialVersionUID = 1L;
    private final int status;

    Refused(int status) {
      super("HTTP " + status);
      this.status = status;
    }

    int status() {
      return status;
    }
  }

  /**
   * The file at this address.
   *
   * @throws Refused if the server has it not, or does not give it
   * @throws IOException if the server cannot be reached, is too slow, or sends far too much
   */
  byte[] get(URI address) throws IOException {
    var request = HttpRequest.newBuilder(address).timeout(deadline).GET().build();
    var client =
        HttpClient.newBuilder()
            .proxy(proxies)
            .connectTimeout(TO_CONNECT)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    var asked =
        client
            .sendAsync(request, BodyHandlers.ofInputStream())
            .thenApplyAsync(Download::read, client.executor().orElse(Runnable::run));
    try {
      return asked.get(deadline.toMillis(), TimeUnit.MILLISECONDS).get();
    } catch (TimeoutException e) {
      throw new IOException("no answer within " + deadline.toSeconds() + " s", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      client.shutdownNow();
    }
  }

  /** What reading gave; exceptions of reading are values until they are asked for. */
  private interface Result {
    byte[] get() throws IOException;
  }

  private static Result read(HttpResponse<InputStream> response) {
    try (InputStream body = response.body()) {
      if (response.statusCode() != OK) {
        return () -> {
          throw new Refused(response.statusCode());
        };
      }
      byte[] bytes = body.readNBytes(MOST_BYTES + 1);
      return () -> {
        if (bytes.length > MOST_BYTES) {
          throw new IOException("more than " + MOST_BYTES + " bytes");
        }
        return bytes;
      };
    } catch (IOException e) {
      return () -> {
        throw e;
      };
    }
  }
}
