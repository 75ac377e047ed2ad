package io.github.kubeadmwizard.facts;

import java.util.OptionalInt;

/**
 * The answer of an address that the caller asked to be tried.
 *
 * @param target as asked: an http or https address, or host:port
 * @param result how it went
 * @param status HTTP status; empty where it did not come so far
 * @param millis how long it took
 * @param detail the tool's own words where it failed; empty where there are none
 */
public record Probe(String target, Result result, OptionalInt status, long millis, String detail) {

  /** How a try went. */
  public enum Result {
    /** It answered; for registries 401 counts as an answer. */
    OK,
    /** The name does not resolve. */
    DNS,
    /** Nobody listens there. */
    REFUSED,
    /** No route to it. */
    UNREACHABLE,
    /** No answer in time. */
    TIMEOUT,
    /** The certificate or the handshake failed. */
    TLS,
    /** It answered with an HTTP error, see status. */
    HTTP,
    /** The proxy did not answer or refused. */
    PROXY,
    /** No tool on the host could try it. */
    NO_TOOL,
    /** Failed for another reason, see detail. */
    FAILED
  }

  /** Whether it answered as it should. */
  public boolean isOk() {
    return result == Result.OK;
  }
}
