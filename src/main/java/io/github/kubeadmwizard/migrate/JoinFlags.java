package io.github.kubeadmwizard.migrate;

import java.util.Map;
import java.util.TreeMap;

/** The flags that {@code kubeadm join} has or ever had. */
final class JoinFlags {
  private JoinFlags() {}

  static Map<String, Flag> all() {
    var flags = new TreeMap<String, Flag>();
    flags.put(
        "apiserver-advertise-address", Flag.with(Rules.address(Paper.JOIN, JoinFields.ADDRESS)));
    flags.put("apiserver-bind-port", Flag.with(Rules.number(Paper.JOIN, JoinFields.PORT)));
    flags.put("control-plane", Flag.alone(controlPlane()));
    flags.put("experimental-control-plane", Flag.alone(controlPlane()));
    flags.put("discovery-file", Flag.with(Rules.text(Paper.JOIN, JoinFields.KUBECONFIG)));
    flags.put("discovery-token", Flag.with(Rules.secret()));
    flags.put("tls-bootstrap-token", Flag.with(Rules.secret()));
    flags.put(
        "discovery-token-ca-cert-hash", Flag.with(Rules.texts(Paper.JOIN, JoinFields.HASHES)));
    flags.put("discovery-token-unsafe-skip-ca-verification", Flag.alone(JoinFields.unsafe()));
    InitFlags.shared(Paper.JOIN, flags);
    return flags;
  }

  private static Rule controlPlane() {
    return (node, from, out) ->
        Scalars.truth(node, from, out)
            .filter(joins -> joins)
            .ifPresent(_ -> out.state(from, Paper.JOIN, "controlPlane", Map.of()));
  }
}
