package io.github.kubeadmwizard.facts;

import java.util.List;
import java.util.Optional;

/**
 * /etc/resolv.conf. A name server on the loopback, given to pods, makes CoreDNS ask itself.
 *
 * @param nameservers in their order
 * @param search domains
 * @param target where the file points to, if it is a link
 * @param stub whether the name servers are systemd-resolved's own stub
 * @param upstream name servers of /run/systemd/resolve/resolv.conf, which kubeadm gives to the
 *     kubelet instead where systemd-resolved is active
 */
public record Resolver(
    List<String> nameservers,
    List<String> search,
    Optional<String> target,
    boolean stub,
    List<String> upstream) {
  public Resolver {
    nameservers = List.copyOf(nameservers);
    search = List.copyOf(search);
    upstream = List.copyOf(upstream);
  }
}
