package io.github.kubeadmwizard.migrate;

import io.github.kubeadmwizard.migrate.Change.Kind;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.yaml.Position;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes kubeadm's documents of today (v1beta4) out of what the old text states. */
final class ToKubeadm {
  /** What kubeadm itself prints as an example; no cluster accepts it. */
  private static final String NO_TOKEN = "abcdef.0123456789abcdef";

  private static final String NO_HASH = "sha256:" + "0".repeat(64);
  private static final String NO_ENDPOINT = "kube-apiserver:6443";

  private final Target target;
  private final List<Statement> statements;
  private final List<Change> changes;

  ToKubeadm(Target target, List<Statement> statements, List<Change> soFar) {
    this.target = target;
    this.statements = statements;
    changes = new ArrayList<>(soFar);
  }

  /**
   * Makes the files.
   *
   * @param init whether the old text makes a cluster
   * @return the files; {@link #changes} tells about them afterwards
   */
  List<KubeadmFile> files(boolean init) {
    var files = new ArrayList<KubeadmFile>();
    statements.forEach(this::tell);
    if (init) {
      files.add(new KubeadmFile("kubeadm-init.yaml", initDocuments(), Optional.empty()));
    }
    int joins =
        statements.stream()
            .filter(s -> s.paper() == Paper.JOIN)
            .mapToInt(s -> s.number() + 1)
            .max()
            .orElse(0);
    for (int number = 0; number < joins; number++) {
      String name = number == 0 ? "kubeadm-join.yaml" : "kubeadm-join-" + (number + 1) + ".yaml";
      files.add(join(name, number));
    }
    return List.copyOf(files);
  }

  List<Change> changes() {
    return changes.stream().sorted(Change.IN_ORDER).toList();
  }

  private void tell(Statement statement) {
    var to = statement.paper().kind() + "." + statement.shown();
    boolean same = statement.from().path().equals(statement.shown());
    if (same && statement.why().isEmpty()) {
      return;
    }
    changes.add(
        new Change(
            statement.from().at(),
            statement.from().path(),
            statement.why().isPresent() ? Kind.CHANGED : Kind.MOVED,
            Optional.of(to),
            statement.why().orElse(Message.of("migrate.moved"))));
  }

  private List<Map<String, Object>> initDocuments() {
    var documents = new ArrayList<Map<String, Object>>();
    for (Paper paper : List.of(Paper.INIT, Paper.CLUSTER, Paper.KUBELET, Paper.KUBE_PROXY)) {
      var tree = document(paper, 0);
      if (paper == Paper.CLUSTER && !tree.containsKey("kubernetesVersion")) {
        tree.put("kubernetesVersion", target.full());
        needed(Kind.ASSUMED, "ClusterConfiguration.kubernetesVersion", "migrate.needsVersion");
      }
      if (tree.size() > 2) {
        documents.add(tree);
      }
    }
    return documents;
  }

  private Map<String, Object> document(Paper paper, int number) {
    var tree = new LinkedHashMap<String, Object>();
    tree.put("apiVersion", paper.apiVersion());
    tree.put("kind", paper.kind());
    tree.putAll(
        Papers.tree(
            statements.stream().filter(s -> s.paper() == paper && s.number() == number).toList()));
    return tree;
  }

  private KubeadmFile join(String name, int number) {
    var tree = document(Paper.JOIN, number);
    var discovery = new LinkedHashMap<String, Object>();
    if (tree.get("discovery") instanceof Map<?, ?> said) {
      said.forEach((key, value) -> discovery.put(key.toString(), value));
    }
    if (discovery.containsKey("file")) {
      return new KubeadmFile(name, List.of(tree), Optional.empty());
    }
    var token = new LinkedHashMap<String, Object>();
    if (discovery.get("bootstrapToken") instanceof Map<?, ?> said) {
      said.forEach((key, value) -> token.put(key.toString(), value));
    }
    token.put("token", NO_TOKEN);
    needed(Kind.NEEDED, "JoinConfiguration.discovery.bootstrapToken.token", "migrate.needsToken");
    if (token.putIfAbsent("caCertHashes", List.of(NO_HASH)) == null) {
      needed(Kind.NEEDED, "JoinConfiguration." + JoinFields.HASHES, "migrate.needsHash");
    }
    if (token.putIfAbsent("apiServerEndpoint", NO_ENDPOINT) == null) {
      needed(Kind.NEEDED, "JoinConfiguration." + JoinFields.ENDPOINT, "migrate.needsEndpoint");
    }
    discovery.put("bootstrapToken", token);
    tree.put("discovery", discovery);
    return new KubeadmFile(name, List.of(tree), Optional.of(Message.of("migrate.joinFile")));
  }

  private void needed(Kind kind, String path, String words) {
    changes.add(
        new Change(Position.START, "", kind, Optional.of(path), new Message(words, List.of())));
  }
}
