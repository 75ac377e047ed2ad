package io.github.kubeadmwizard.migrate;

import io.github.kubeadmwizard.kubeadm.MinorNames.GateOwner;
import io.github.kubeadmwizard.text.Message;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Optional;

/** The value of an argument, without the parts of it that a program of today refuses. */
record ArgumentValue(String program, String name, Origin from, Gathered out) {

  /** What is left of it; empty where nothing is, which is said. */
  Optional<String> kept(String value) {
    return switch (name) {
      case "feature-gates" -> gates(value);
      case "enable-admission-plugins", "disable-admission-plugins" -> plugins(value);
      case "cloud-provider" -> cloud(value);
      default -> Optional.of(value);
    };
  }

  private Optional<String> gates(String value) {
    var kept = new ArrayList<String>();
    for (String pair : parts(value)) {
      var words = pair.split("=", 2);
      boolean on = words.length < 2 || words[1].strip().equalsIgnoreCase("true");
      var gate = out.target().names().gate(GateOwner.COMPONENTS, words[0].strip());
      boolean group = words[0].strip().startsWith("All"); // AllAlpha, AllBeta: in no list
      if (group || gate.takes(on)) {
        kept.add(pair.strip());
      } else {
        out.drop(from, Message.of("migrate.gateGone", words[0].strip(), out.target().minor()));
      }
    }
    return joined(kept);
  }

  private Optional<String> plugins(String value) {
    var kept = new ArrayList<String>();
    for (String plugin : parts(value)) {
      if (out.target().names().hasAdmissionPlugin(plugin)) {
        kept.add(plugin);
      } else {
        out.drop(from, Message.of("migrate.pluginGone", plugin, out.target().minor()));
      }
    }
    return joined(kept);
  }

  /** The providers inside Kubernetes are gone; a program of their own does their work. */
  private Optional<String> cloud(String value) {
    if (value.isEmpty() || value.equals("external")) {
      return Optional.of(value);
    }
    out.drop(from, Message.of("migrate.cloudProvider", value));
    return Optional.empty();
  }

  private static Iterable<String> parts(String value) {
    return Arrays.stream(value.split(",")).map(String::strip).filter(p -> !p.isEmpty()).toList();
  }

  private static Optional<String> joined(ArrayList<String> kept) {
    return kept.isEmpty() ? Optional.empty() : Optional.of(String.join(",", kept));
  }
}
