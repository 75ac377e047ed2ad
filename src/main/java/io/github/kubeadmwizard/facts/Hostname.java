package io.github.kubeadmwizard.facts;

import java.util.List;
import java.util.Optional;

/**
 * What the host is called.
 *
 * @param name as the kernel has it: the node's name unless the user gives another
 * @param fqdn the name with its domain, where one is found
 * @param addresses what the name resolves to on the host itself, by hosts file or DNS
 */
public record Hostname(Optional<String> name, Optional<String> fqdn, List<String> addresses) {
  public Hostname {
    addresses = List.copyOf(addresses);
  }
}
