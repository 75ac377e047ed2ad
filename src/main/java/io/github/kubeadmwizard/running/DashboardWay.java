package io.github.kubeadmwizard.running;

import io.github.kubeadmwizard.text.Secret;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/**
 * The way to a dashboard of a cluster.
 *
 * @param address of its Service, within the cluster
 * @param ready whether a pod of it answers
 * @param token to sign in with
 * @param ends when the token does
 */
public record DashboardWay(String address, int port, boolean ready, Secret token, Instant ends) {

  /** From what {@code dashboard.sh} prints; empty where that is something else. */
  static Optional<DashboardWay> of(List<String> lines) {
    String[] place = lines.isEmpty() ? new String[0] : lines.getFirst().split(" ");
    if (lines.size() < 3 || place.length != 3 || !place[1].matches("[0-9]{1,5}")) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new DashboardWay(
              place[0],
              Integer.parseInt(place[1]),
              place[2].equals("1"),
              Secret.of(lines.get(1)),
              Instant.parse(lines.get(2))));
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }
}
