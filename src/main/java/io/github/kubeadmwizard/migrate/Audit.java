package io.github.kubeadmwizard.migrate;

import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.yaml.YamlNode;
import io.github.kubeadmwizard.yaml.YamlNode.Mapping;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * {@code auditPolicy} until v1alpha3: kubeadm made arguments and mounts of it, which now stand
 * there as such. Source: kubeadm v1alpha3, AuditPolicyConfiguration and its defaults.
 */
record Audit() implements Rule {
  private static final String LOG_DIRECTORY = "/var/log/kubernetes/audit";
  private static final String DAYS = "2";

  @Override
  public void read(YamlNode node, Origin from, Gathered out) {
    if (Scalars.isNothing(node)) {
      return;
    }
    if (!(node instanceof Mapping mapping)) {
      Scalars.unreadable(from, out);
      return;
    }
    var policy = field(mapping, "path", from, out);
    if (policy.isEmpty()) {
      out.drop(from, Message.of("migrate.auditWithoutPolicy"));
      return;
    }
    var logs = field(mapping, "logDir", from, out).orElse(LOG_DIRECTORY);
    var days = field(mapping, "logMaxAge", from, out).orElse(DAYS);
    argument(from, "audit-policy-file", policy.get(), out);
    argument(from, "audit-log-path", logs + "/audit.log", out);
    argument(from, "audit-log-maxage", days, out);
    volume(from, "audit", policy.get(), true, "File", out);
    volume(from, "audit-log", logs, false, "DirectoryOrCreate", out);
  }

  private static Optional<String> field(Mapping mapping, String name, Origin from, Gathered out) {
    return mapping.get(name).flatMap(node -> Scalars.text(node, from.inner(node.at(), name), out));
  }

  private static void argument(Origin from, String name, String value, Gathered out) {
    var tree = new LinkedHashMap<String, Object>(Map.of("name", name));
    tree.put("value", value);
    out.state(from, Paper.CLUSTER, "apiServer.extraArgs[]", tree, why());
  }

  private static void volume(
      Origin from, String name, String path, boolean readOnly, String type, Gathered out) {
    var volume = new LinkedHashMap<String, Object>();
    volume.put("name", name);
    volume.put("hostPath", path);
    volume.put("mountPath", path);
    volume.put("readOnly", readOnly);
    volume.put("pathType", type);
    out.state(from, Paper.CLUSTER, "apiServer.extraVolumes[]", volume, why());
  }

  private static Optional<Message> why() {
    return Optional.of(Message.of("migrate.audit"));
  }
}
