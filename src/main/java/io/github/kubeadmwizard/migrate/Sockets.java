package io.github.kubeadmwizard.migrate;

import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.yaml.YamlNode;
import java.util.Optional;

/** The socket of the container runtime: a plain path in earlier days, an address now. */
record Sockets(Paper paper) implements Rule {
  static final String PATH = "nodeRegistration.criSocket";
  private static final String SCHEME = "unix://";

  @Override
  public void read(YamlNode node, Origin from, Gathered out) {
    Scalars.text(node, from, out).ifPresent(text -> read(text, from, out));
  }

  private void read(String text, Origin from, Gathered out) {
    var path = text.startsWith(SCHEME) ? text.substring(SCHEME.length()) : text;
    if (path.endsWith("/dockershim.sock") || path.endsWith("/docker.sock")) {
      var now = SCHEME + "/run/cri-dockerd.sock";
      out.state(from, paper, PATH, now, Optional.of(Message.of("migrate.dockershim", now)));
    } else if (!path.startsWith("/")) {
      out.drop(from, Message.of("migrate.socket", text));
    } else {
      var now = SCHEME + path;
      Optional<Message> why =
          now.equals(text) ? Optional.empty() : Optional.of(Message.of("migrate.socketScheme"));
      out.state(from, paper, PATH, now, why);
    }
  }
}
