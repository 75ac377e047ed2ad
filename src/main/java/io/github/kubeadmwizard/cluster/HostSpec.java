package io.github.kubeadmwizard.cluster;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A machine and the part it plays.
 *
 * @param name the node's name in Kubernetes; empty: the host's own name
 * @param address where SSH goes: name or IP address
 * @param port SSH port, 1 to 65535
 * @param user the login user; root needs no sudo
 * @param key private key file, {@code ~} allowed; empty: see {@code agent}
 * @param agent whether the SSH agent signs in; with neither a password is asked for
 * @param roles at least one
 * @param nodeIP address (or two, by comma, for dual stack) that the kubelet reports; empty: the one
 *     that routes to the other nodes
 * @param advertiseAddress the API server's address on a control plane; empty: nodeIP
 * @param setHostname whether the host is renamed to the node's name
 * @param labels added to the node
 * @param taints added to what the role brings, never instead of it
 */
public record HostSpec(
    Optional<String> name,
    String address,
    int port,
    String user,
    Optional<String> key,
    boolean agent,
    Set<Role> roles,
    Optional<String> nodeIP,
    Optional<String> advertiseAddress,
    boolean setHostname,
    SortedMap<String, String> labels,
    List<TaintSpec> taints) {
  /** Where sshd listens unless the user says otherwise. */
  public static final int DEFAULT_PORT = 22;

  /** Who signs in unless the user says otherwise. */
  public static final String DEFAULT_USER = "root";

  public HostSpec {
    roles = Set.copyOf(roles);
    labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
    taints = List.copyOf(taints);
  }

  /** How the host is called in plans, logs and secrets: its name, else its address. */
  public String label() {
    return name.orElse(address);
  }

  /** Whether it carries the control plane. */
  public boolean isControlPlane() {
    return roles.contains(Role.CONTROL_PLANE);
  }

  /** Whether ordinary pods may run on it. */
  public boolean isWorker() {
    return roles.contains(Role.WORKER);
  }

  /** The same machine under this node name; empty: its own host name. */
  public HostSpec withName(Optional<String> other) {
    return new HostSpec(
        other,
        address,
        port,
        user,
        key,
        agent,
        roles,
        nodeIP,
        advertiseAddress,
        setHostname,
        labels,
        taints);
  }

  /** The same part for another machine, or the same by another way. */
  public HostSpec at(String otherAddress, int otherPort, String otherUser) {
    return new HostSpec(
        name,
        otherAddress,
        otherPort,
        otherUser,
        key,
        agent,
        roles,
        nodeIP,
        advertiseAddress,
        setHostname,
        labels,
        taints);
  }

  /**
   * The same machine with another sign-in: by a key file, by the agent, or by what ssh would try.
   */
  public HostSpec signingIn(Optional<String> otherKey, boolean byAgent) {
    return new HostSpec(
        name,
        address,
        port,
        user,
        otherKey,
        byAgent,
        roles,
        nodeIP,
        advertiseAddress,
        setHostname,
        labels,
        taints);
  }

  /** The same machine in these roles. */
  public HostSpec withRoles(Set<Role> others) {
    return new HostSpec(
        name,
        address,
        port,
        user,
        key,
        agent,
        others,
        nodeIP,
        advertiseAddress,
        setHostname,
        labels,
        taints);
  }

  /** The same machine with these addresses of its own. */
  public HostSpec withAddresses(Optional<String> ip, Optional<String> advertise) {
    return new HostSpec(
        name, address, port, user, key, agent, roles, ip, advertise, setHostname, labels, taints);
  }

  /** The same machine, renamed to its node name or not. */
  public HostSpec renamed(boolean rename) {
    return new HostSpec(
        name,
        address,
        port,
        user,
        key,
        agent,
        roles,
        nodeIP,
        advertiseAddress,
        rename,
        labels,
        taints);
  }

  /** The same machine with these labels. */
  public HostSpec withLabels(SortedMap<String, String> others) {
    return new HostSpec(
        name,
        address,
        port,
        user,
        key,
        agent,
        roles,
        nodeIP,
        advertiseAddress,
        setHostname,
        others,
        taints);
  }

  /** The same machine with these taints beside those of its role. */
  public HostSpec withTaints(List<TaintSpec> others) {
    return new HostSpec(
        name,
        address,
        port,
        user,
        key,
        agent,
        roles,
        nodeIP,
        advertiseAddress,
        setHostname,
        labels,
        others);
  }

  /** A machine with nothing said of it but how to reach it. */
  public static HostSpec of(String address, int port, String user, Set<Role> roles) {
    return new HostSpec(
        Optional.empty(),
        address,
        port,
        user,
        Optional.empty(),
        false,
        roles,
        Optional.empty(),
        Optional.empty(),
        false,
        new TreeMap<>(),
        List.of());
  }
}
