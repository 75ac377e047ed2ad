package io.github.kubeadmwizard.addons;

/**
 * Where pods of the host network reach the API server without a Service, that is, before kube-proxy
 * runs. The name has to be in the server's certificate: the control-plane endpoint and each control
 * plane's advertise address are.
 *
 * @param host an address, or a name that the nodes know (the kubelet gives pods of the host network
 *     a copy of the node's {@code /etc/hosts}); without brackets where it is IPv6
 * @param port such as 6443
 */
public record ApiServer(String host, int port) {
  public ApiServer {
    if (host.isBlank() || host.startsWith("[") || port < 1 || port > 65535) {
      throw new IllegalArgumentException("not the place of an API server: " + host + " " + port);
    }
  }
}
