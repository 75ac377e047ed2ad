package io.github.kubeadmwizard.export;

import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.cluster.HostSpec;
import io.github.kubeadmwizard.engine.Action;
import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.engine.Plan;
import io.github.kubeadmwizard.kubeadm.DocumentText;
import io.github.kubeadmwizard.kubeadm.InitFacts;
import io.github.kubeadmwizard.kubeadm.JoinSecrets;
import io.github.kubeadmwizard.kubeadm.KubeadmDocuments;
import io.github.kubeadmwizard.kubeadm.NodeIdentity;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.text.Words;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Writes an installation down: {@code kubeadm.yaml}, a join file for every other node, the
 * manifests that are applied, and the runbook.
 *
 * @param words the language of the comments
 * @param scripts the text of a host script by its file name
 */
public record Export(Words words, UnaryOperator<String> scripts) {

  /**
   * The files by their relative path. None holds a secret: where one belongs, a placeholder stands.
   *
   * @param init of the first control plane
   * @param others the identity of every joining host, by {@link HostSpec#label()}
   */
  public SortedMap<String, String> files(
      ClusterSpec spec, InitFacts init, Map<HostName, NodeIdentity> others, Plan plan) {
    var files = new TreeMap<String, String>();
    files.put("kubeadm.yaml", kubeadmYaml(spec, init));
    spec.joining()
        .forEach(host -> {
          var node = others.get(new HostName(host.label()));
          if (node == null) {
            throw new IllegalArgumentException("no identity for " + host.label());
          }
          files.put("join-" + node.nodeName() + ".yaml", joinYaml(spec, host, node));
        });
    files.putAll(manifests(plan));
    files.putAll(new Runbook(words, scripts).files(plan));
    return files;
  }

  /** What is applied to the cluster, as files to read. */
  private static SortedMap<String, String> manifests(Plan plan) {
    var manifests = new TreeMap<String, String>();
    plan.phases().stream()
        .flatMap(phase -> phase.lanes().stream())
        .flatMap(lane -> lane.actions().stream())
        .forEach(action -> {
          if (action instanceof Action.ApplyManifest(_, _, String name, String yaml)) {
            manifests.put("manifests/" + name + ".yaml", yaml);
          }
        });
    return manifests;
  }

  /** The file for {@code kubeadm init}. */
  public String kubeadmYaml(ClusterSpec spec, InitFacts init) {
    return comment(Message.of("kubeadm.export.init", spec.name()))
        + DocumentText.of(KubeadmDocuments.forInit(spec, init).documents(), words);
  }

  private String joinYaml(ClusterSpec spec, HostSpec host, NodeIdentity node) {
    String first = spec.firstControlPlane().label();
    var head = new StringBuilder(comment(Message.of("kubeadm.export.join", node.nodeName())));
    head.append(comment(Message.of("kubeadm.export.joinToken", JoinSecrets.TOKEN, first)));
    head.append("#   kubeadm token create --ttl 1h\n");
    head.append(comment(Message.of("kubeadm.export.joinHash", JoinSecrets.CA_CERT_HASH, first)));
    head.append(
        "#   openssl x509 -pubkey -in /etc/kubernetes/pki/ca.crt | openssl pkey -pubin -outform der"
            + " | sha256sum | sed 's/^/sha256:/;s/ .*//'\n");
    if (host.isControlPlane()) {
      head.append(
          comment(Message.of("kubeadm.export.joinKey", JoinSecrets.CERTIFICATE_KEY, first)));
      head.append("#   kubeadm init phase upload-certs --upload-certs\n");
    }
    var document = KubeadmDocuments.forJoin(spec, host, node, JoinSecrets.PLACEHOLDERS);
    return head + DocumentText.of(List.of(document), words);
  }

  private String comment(Message message) {
    return "# " + words.say(message) + "\n";
  }
}
