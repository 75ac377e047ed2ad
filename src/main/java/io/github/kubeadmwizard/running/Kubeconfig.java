package io.github.kubeadmwizard.running;

import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.pki.CertificateFacts;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.yaml.PlainTree;
import io.github.kubeadmwizard.yaml.YamlException;
import io.github.kubeadmwizard.yaml.YamlWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A kubeconfig as plain values. The names in it are made to fit this computer: kubeadm calls every
 * cluster and user alike, and they would hide each other after a merge. Source: client-go, api/v1
 * types.
 */
public final class Kubeconfig {
  private static final String CERTIFICATE = "client-certificate-data";

  private final Map<String, Object> tree;

  private Kubeconfig(Map<String, Object> tree) {
    this.tree = tree;
  }

  /** A kubeconfig that cannot be used, or must not be written over. */
  public static final class Unusable extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Message what;

    Unusable(Message what) {
      super(what.key());
      this.what = what;
    }

    public Message what() {
      return what;
    }
  }

  /**
   * The administrator's kubeconfig of a cluster, for use on this computer.
   *
   * @param text {@code /etc/kubernetes/admin.conf}
   * @param name of the context, the cluster and, with {@code -admin}, the user
   */
  public static Kubeconfig of(String text, ClusterSpec spec, String name) throws Unusable {
    return of(text, spec, name, name + "-admin", Optional.empty());
  }

  /**
   * The kubeconfig that kubeadm made for another person, for use on another computer.
   *
   * @param text as kubeadm printed it
   */
  public static Kubeconfig of(String text, ClusterSpec spec, AccessWish wish) throws Unusable {
    String name = spec.name();
    return of(text, spec, name, name + "-" + wish.person(), wish.namespace());
  }

  private static Kubeconfig of(
      String text, ClusterSpec spec, String name, String user, Optional<String> namespace)
      throws Unusable {
    Map<String, Object> admin = parsed(text);
    var cluster = new LinkedHashMap<>(inner(first(admin, "clusters"), "cluster"));
    if (spec.network().endpoint().isEmpty()) {
      throughAddress(cluster, spec.firstControlPlane().address());
    }
    var tree = new LinkedHashMap<String, Object>();
    tree.put("apiVersion", "v1");
    tree.put("kind", "Config");
    tree.put("clusters", List.of(named(name, "cluster", cluster)));
    tree.put("users", List.of(named(user, "user", inner(first(admin, "users"), "user"))));
    var context = new LinkedHashMap<String, Object>();
    context.put("cluster", name);
    context.put("user", user);
    namespace.ifPresent(its -> context.put("namespace", its));
    tree.put("contexts", List.of(named(name, "context", context)));
    tree.put("current-context", name);
    return new Kubeconfig(tree);
  }

  /**
   * The endpoint's name is one of our own that only the nodes' hosts files know: this computer goes
   * to the address that it signs in at, and still expects the certificate of the name.
   */
  private static void throughAddress(Map<String, Object> cluster, String address) {
    URI server = URI.create(String.valueOf(cluster.get("server")));
    if (server.getHost() == null || server.getHost().equals(address)) {
      return;
    }
    String host = address.contains(":") ? "[" + address + "]" : address;
    cluster.put("server", "https://" + host + ":" + server.getPort());
    cluster.put("tls-server-name", server.getHost());
  }

  /**
   * This one's entries among those of another, which keeps its current context if it has one.
   *
   * @throws Unusable if the other is no kubeconfig, or has a context of this name that leads to
   *     another cluster
   */
  public Kubeconfig mergedInto(String other) throws Unusable {
    if (other.isBlank()) {
      return this;
    }
    Map<String, Object> theirs = parsed(other);
    refuseAnotherCluster(theirs);
    var merged = new LinkedHashMap<>(theirs);
    merged.putIfAbsent("apiVersion", "v1");
    merged.putIfAbsent("kind", "Config");
    for (String list : List.of("clusters", "users", "contexts")) {
      merged.put(list, merged(list(theirs, list), list(tree, list)));
    }
    if (String.valueOf(merged.getOrDefault("current-context", "")).isBlank()) {
      merged.put("current-context", String.valueOf(tree.get("current-context")));
    }
    return new Kubeconfig(merged);
  }

  private void refuseAnotherCluster(Map<String, Object> theirs) throws Unusable {
    Map<String, Object> ours = first(tree, "clusters");
    String name = String.valueOf(ours.get("name"));
    Optional<Map<String, Object>> same =
        list(theirs, "clusters").stream().filter(c -> name.equals(c.get("name"))).findFirst();
    Object server = inner(ours, "cluster").get("server");
    if (same.isPresent()
        && !inner(same.get(), "cluster").getOrDefault("server", "").equals(server)) {
      throw new Unusable(Message.of("running.kubeconfig.otherCluster", name));
    }
  }

  private static List<Map<String, Object>> merged(
      List<Map<String, Object>> theirs, List<Map<String, Object>> ours) {
    var names = ours.stream().map(entry -> entry.get("name")).toList();
    var merged = new ArrayList<Map<String, Object>>();
    theirs.stream().filter(entry -> !names.contains(entry.get("name"))).forEach(merged::add);
    merged.addAll(ours);
    return merged;
  }

  /** When the certificate that it signs in with ends; empty where it has none. */
  public Optional<Instant> ends() {
    return list(tree, "users").stream()
        .flatMap(user -> Optional.ofNullable(inner(user, "user").get(CERTIFICATE)).stream())
        .findFirst()
        .flatMap(data -> CertificateFacts.first(decoded(String.valueOf(data))))
        .map(CertificateFacts::notAfter);
  }

  private static String decoded(String base64) {
    try {
      return new String(Base64.getDecoder().decode(base64), StandardCharsets.US_ASCII);
    } catch (IllegalArgumentException _) {
      return "";
    }
  }

  /** The text of the file. */
  public String yaml() {
    return YamlWriter.write(tree);
  }

  private static Map<String, Object> parsed(String text) throws Unusable {
    try {
      return PlainTree.read(text);
    } catch (YamlException _) {
      throw new Unusable(Message.of("running.kubeconfig.notOne"));
    }
  }

  private static Map<String, Object> named(String name, String key, Map<String, Object> value) {
    var entry = new LinkedHashMap<String, Object>();
    entry.put("name", name);
    entry.put(key, value);
    return entry;
  }

  private static Map<String, Object> first(Map<String, Object> config, String list)
      throws Unusable {
    return list(config, list).stream()
        .findFirst()
        .orElseThrow(() -> new Unusable(Message.of("running.kubeconfig.notOne")));
  }

  private static List<Map<String, Object>> list(Map<String, Object> config, String key) {
    return config.get(key) instanceof List<?> items
        ? items.stream()
            .filter(Map.class::isInstance)
            .map(item -> strings((Map<?, ?>) item))
            .toList()
        : List.of();
  }

  private static Map<String, Object> inner(Map<String, Object> entry, String key) {
    return entry.get(key) instanceof Map<?, ?> map ? strings(map) : Map.of();
  }

  private static Map<String, Object> strings(Map<?, ?> map) {
    var strings = new LinkedHashMap<String, Object>();
    map.forEach((key, value) -> strings.put(String.valueOf(key), value));
    return strings;
  }
}
