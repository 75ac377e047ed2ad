package io.github.kubeadmwizard.imports;

import io.github.kubeadmwizard.cluster.HostSpec;
import io.github.kubeadmwizard.text.Words;
import java.util.List;
import java.util.Locale;

/** A list as lines that a test can show whole. */
final class Listing {
  private static final Words WORDS = new Words(Locale.ENGLISH);

  private Listing() {}

  static List<String> hosts(HostList list) {
    return list.hosts().stream().map(Listing::host).toList();
  }

  private static String host(HostSpec host) {
    return (host.user() + "@" + host.address() + " " + host.port())
        + (host.isControlPlane() ? " control-plane" : "")
        + (host.isWorker() ? " worker" : "")
        + host.name().map(n -> " name=" + n).orElse("")
        + host.key().map(k -> " key=" + k).orElse("")
        + host.nodeIP().map(ip -> " ip=" + ip).orElse("")
        + (host.agent() ? " agent" : "");
  }

  static List<String> bad(HostList list) {
    return list.bad().stream().map(Listing::line).toList();
  }

  static List<String> notes(HostList list) {
    return list.notes().stream().map(Listing::line).toList();
  }

  private static String line(BadLine line) {
    return line.line() + " | " + line.text() + " | " + line.why().key() + " " + shown(line);
  }

  private static String shown(BadLine line) {
    return line.why().args().toString();
  }

  static List<String> sentences(HostList list) {
    return list.bad().stream().map(bad -> WORDS.say(bad.why())).toList();
  }
}
