package io.github.kubeadmwizard.running;

import io.github.kubeadmwizard.text.Message;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A person who is to be let into a cluster, by a certificate of her own that ends.
 *
 * @param person the user's name in the cluster: the certificate's common name
 * @param groups the certificate's organizations
 * @param role a ClusterRole, such as {@code view}
 * @param namespace where the role holds; empty: in the whole cluster
 */
public record AccessWish(
    String person,
    List<String> groups,
    String role,
    Optional<String> namespace,
    Lifetime lifetime) {
  /** Roles that every cluster has, from the least to everything. Source: Kubernetes, RBAC. */
  public static final List<String> USUAL_ROLES = List.of("view", "edit", "admin", "cluster-admin");

  /** Short, since a certificate cannot be called back. */
  public static final Lifetime USUAL = new Lifetime("24h");

  private static final Duration LEAST = Duration.ofMinutes(10);
  private static final Duration MOST = Duration.ofDays(365);
  private static final Pattern LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
  private static final Pattern PERSON = Pattern.compile("[a-z0-9]([a-z0-9.-]{0,40}[a-z0-9])?");
  private static final Pattern ROLE = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.:_-]{0,120})");
  private static final Pattern GROUP = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.:_@-]{0,62})");

  public AccessWish {
    groups = List.copyOf(groups);
    if (wrongPerson(person).isPresent()
        || wrongRole(role).isPresent()
        || namespace.flatMap(AccessWish::wrongNamespace).isPresent()
        || groups.stream().anyMatch(group -> wrongGroup(group).isPresent())) {
      throw new IllegalArgumentException("not a wish for access");
    }
  }

  /** What is wrong with a name: it becomes part of objects' names, and a label. */
  public static Optional<Message> wrongPerson(String name) {
    return PERSON.matcher(name).matches()
        ? Optional.empty()
        : Optional.of(Message.of("running.access.wrongPerson", name));
  }

  /** What is wrong with the name of a ClusterRole. */
  public static Optional<Message> wrongRole(String name) {
    return ROLE.matcher(name).matches()
        ? Optional.empty()
        : Optional.of(Message.of("running.access.wrongRole", name));
  }

  /** What is wrong with the name of a namespace. */
  public static Optional<Message> wrongNamespace(String name) {
    return LABEL.matcher(name).matches()
        ? Optional.empty()
        : Optional.of(Message.of("running.access.wrongNamespace", name));
  }

  /** What is wrong with a group: those of the system itself, such as system:masters, are no way. */
  public static Optional<Message> wrongGroup(String name) {
    return GROUP.matcher(name).matches()
            && !name.startsWith("system:")
            && !name.startsWith("kubeadm:")
        ? Optional.empty()
        : Optional.of(Message.of("running.access.wrongGroup", name));
  }

  /** The lifetime that this text says; empty where it is none, or one that is not offered. */
  public static Optional<Lifetime> lifetime(String text) {
    return Lifetime.parse(text, LEAST, MOST);
  }

  /** Where the role holds, as one says it. */
  public Message place() {
    return namespace
        .map(name -> Message.of("running.access.inNamespace", name))
        .orElse(Message.of("running.access.inCluster"));
  }
}
