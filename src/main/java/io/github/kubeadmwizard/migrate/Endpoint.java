package io.github.kubeadmwizard.migrate;

import io.github.kubeadmwizard.cluster.Cidr;
import io.github.kubeadmwizard.cluster.HostForms;
import java.util.regex.Pattern;

/**
 * Where the API is reached, as {@code host[:port]}.
 *
 * @param host without brackets
 * @param port kubeadm's own where none is said
 */
record Endpoint(String host, int port) {
  static final int USUAL_PORT = 6443;
  private static final Pattern FORM =
      Pattern.compile("(?:\\[([^]]+)]|([^:\\[\\]]+))(?::(\\d{1,5}))?");

  static boolean isValid(String text) {
    var form = FORM.matcher(text);
    return form.matches()
        && (form.group(1) == null ? HostForms.isHost(form.group(2)) : Cidr.isAddress(form.group(1)))
        && (form.group(3) == null || HostForms.isPort(form.group(3)));
  }

  /**
   * @throws IllegalArgumentException where the text has another form
   */
  static Endpoint parse(String text) {
    var form = FORM.matcher(text);
    if (!form.matches() || !isValid(text)) {
      throw new IllegalArgumentException("not an endpoint: " + text);
    }
    return new Endpoint(
        form.group(1) == null ? form.group(2) : form.group(1),
        form.group(3) == null ? USUAL_PORT : Integer.parseInt(form.group(3)));
  }

  /** Whether a name stands there rather than an address. */
  boolean isName() {
    return !Cidr.isAddress(host);
  }
}
