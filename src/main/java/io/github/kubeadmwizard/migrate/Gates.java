package io.github.kubeadmwizard.migrate;

import io.github.kubeadmwizard.kubeadm.MinorNames.Gate;
import io.github.kubeadmwizard.kubeadm.MinorNames.GateOwner;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.yaml.YamlNode;
import io.github.kubeadmwizard.yaml.YamlNode.Entry;
import io.github.kubeadmwizard.yaml.YamlNode.Mapping;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Feature gates: a program that is told of one it does not know, or no longer lets be, stops. */
final class Gates {
  private static final String ECDSA = "PublicKeysECDSA";

  private Gates() {}

  /** kubeadm's own, as a mapping or as {@code A=true,B=false}. */
  static Rule kubeadm() {
    return rule(GateOwner.KUBEADM, Paper.CLUSTER, "featureGates");
  }

  /** Those of the kubelet or of kube-proxy. */
  static Rule components(Paper paper, String path) {
    return rule(GateOwner.COMPONENTS, paper, path);
  }

  private static Rule rule(GateOwner owner, Paper paper, String path) {
    return (node, from, out) -> {
      var kept = new LinkedHashMap<String, Object>();
      if (node instanceof Mapping mapping) {
        for (Entry entry : mapping.entries()) {
          var name = entry.key().text();
          var at = from.inner(entry.key().at(), name);
          Scalars.truth(entry.value(), at, out)
              .ifPresent(value -> keep(owner, name, value, at, out, kept));
        }
      } else {
        kept.putAll(pairs(owner, node, from, out));
      }
      if (!kept.isEmpty()) {
        out.state(from, paper, path, kept);
      }
    };
  }

  private static Map<String, Object> pairs(
      GateOwner owner, YamlNode node, Origin from, Gathered out) {
    var kept = new LinkedHashMap<String, Object>();
    for (String pair : Scalars.texts(node, from, out)) {
      var parts = pair.split("=", 2);
      var at = from.inner(from.at(), parts[0].strip());
      boolean value = parts.length < 2 || parts[1].strip().equalsIgnoreCase("true");
      keep(owner, parts[0].strip(), value, at, out, kept);
    }
    return kept;
  }

  private static void keep(
      GateOwner owner,
      String name,
      boolean value,
      Origin at,
      Gathered out,
      Map<String, Object> kept) {
    if (owner == GateOwner.KUBEADM && name.equals(ECDSA)) {
      ecdsa(value, at, out);
      return;
    }
    var gate = out.target().names().gate(owner, name);
    if (gate.takes(value)) {
      kept.put(name, value);
    } else {
      out.drop(at, refused(gate, name, out));
    }
  }

  private static Message refused(Gate gate, String name, Gathered out) {
    return gate == Gate.GONE
        ? Message.of("migrate.gateGone", name, out.target().minor())
        : Message.of("migrate.gateLocked", name, out.target().minor());
  }

  /** The gate became a field of its own. */
  private static void ecdsa(boolean value, Origin at, Gathered out) {
    if (value) {
      out.state(
          at,
          Paper.CLUSTER,
          "encryptionAlgorithm",
          "ECDSA-P256",
          Optional.of(Message.of("migrate.gateIsField", ECDSA)));
    } else {
      out.drop(at, Message.of("migrate.usual"));
    }
  }
}
