package io.github.kubeadmwizard.manifests;

import io.github.kubeadmwizard.text.Message;
import java.net.ConnectException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** Why a transfer failed; Java's HTTP client wraps that several times, and often says nothing. */
final class Cause {
  private Cause() {}

  static Message of(Throwable failure) {
    if (is(failure, UnresolvedAddressException.class)) {
      return Message.of("manifests.cause.name");
    }
    if (is(failure, HttpTimeoutException.class) || is(failure, TimeoutException.class)) {
      return Message.of("manifests.cause.time");
    }
    if (is(failure, SSLException.class)) {
      return Message.of("manifests.cause.tls", said(failure));
    }
    return is(failure, ConnectException.class)
        ? Message.of("manifests.cause.refused")
        : Message.of("manifests.cause.other", said(failure));
  }

  private static boolean is(Throwable failure, Class<? extends Throwable> kind) {
    return chain(failure).anyMatch(kind::isInstance);
  }

  private static Stream<Throwable> chain(Throwable failure) {
    return Stream.iterate(failure, one -> one != null, Throwable::getCause).limit(10);
  }

  /** The innermost that says something. */
  private static String said(Throwable failure) {
    return chain(failure)
        .filter(one -> one.getMessage() != null && !one.getMessage().isBlank())
        .reduce((_, inner) -> inner)
        .map(Throwable::getMessage)
        .orElse(failure.getClass().getSimpleName());
  }
}
