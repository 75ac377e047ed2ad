package io.github.kubeadmwizard.running;

import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.engine.RunValues;
import io.github.kubeadmwizard.text.Secret;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The line with which a machine joins, as it was made.
 *
 * @param line a secret
 * @param controlPlane whether it joins as one
 * @param ends when nobody can join by it any more
 * @param hosts what the machine's hosts file needs first, where the cluster's name is one of our
 *     own that only its nodes know
 */
public record JoinCommand(Secret line, boolean controlPlane, Instant ends, Optional<String> hosts) {
  private static final Pattern SERVER = Pattern.compile("kubeadm join ([^ ]+):[0-9]+ .*");

  /** Out of what {@link JoinPlans#make} gave; empty where it gave nothing. */
  public static Optional<JoinCommand> of(
      ClusterSpec spec, JoinWish wish, RunValues values, Instant now) {
    Instant ends =
        values
            .get(JoinPlans.ENDS)
            .map(Secret::reveal)
            .map(Instant::parse)
            .orElse(now.plus(wish.lifetime().duration()));
    return values
        .get(JoinPlans.COMMAND)
        .map(line -> new JoinCommand(line, wish.controlPlane(), ends, hosts(spec, line)));
  }

  private static Optional<String> hosts(ClusterSpec spec, Secret line) {
    String address = spec.firstControlPlane().address();
    return Optional.of(SERVER.matcher(line.reveal()))
        .filter(form -> spec.network().endpoint().isEmpty() && form.matches())
        .map(form -> form.group(1))
        .filter(name -> !name.equals(address) && !name.startsWith("["))
        .map(name -> address + " " + name);
  }
}
