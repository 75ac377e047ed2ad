package io.github.kubeadmwizard.facts;

import java.util.List;

/**
 * A line of /etc/hosts.
 *
 * @param address IPv4 or IPv6
 * @param names at least one
 */
public record HostsEntry(String address, List<String> names) {
  public HostsEntry {
    names = List.copyOf(names);
  }
}
