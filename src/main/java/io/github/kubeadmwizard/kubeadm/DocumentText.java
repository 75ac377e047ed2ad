package io.github.kubeadmwizard.kubeadm;

import io.github.kubeadmwizard.kubeadm.tree.ConfigDocument;
import io.github.kubeadmwizard.kubeadm.tree.Trees;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.text.Words;
import io.github.kubeadmwizard.yaml.Commented;
import io.github.kubeadmwizard.yaml.YamlWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Documents as the YAML that kubeadm reads, with a comment where a choice wants explaining. */
public final class DocumentText {
  /** What a field is for, by kind and path within the document. */
  private static final Map<String, Message> COMMENTS =
      Map.ofEntries(
          comment("nodeRegistration.criSocket", Message.of("kubeadm.comment.criSocket")),
          comment("nodeRegistration.taints", Message.of("kubeadm.comment.taints")),
          comment(
              "nodeRegistration.kubeletExtraArgs", Message.of("kubeadm.comment.kubeletExtraArgs")),
          comment("nodeRegistration.ignorePreflightErrors", Message.of("kubeadm.comment.ignored")),
          comment("localAPIEndpoint", Message.of("kubeadm.comment.localAPIEndpoint")),
          comment("discovery.bootstrapToken.token", Message.of("kubeadm.comment.token")),
          comment(
              "discovery.bootstrapToken.caCertHashes", Message.of("kubeadm.comment.caCertHashes")),
          comment("controlPlane.certificateKey", Message.of("kubeadm.comment.certificateKey")),
          comment("kubernetesVersion", Message.of("kubeadm.comment.kubernetesVersion")),
          comment("controlPlaneEndpoint", Message.of("kubeadm.comment.endpoint")),
          comment("networking.podSubnet", Message.of("kubeadm.comment.podSubnet")),
          comment("networking.serviceSubnet", Message.of("kubeadm.comment.serviceSubnet")),
          comment("apiServer.certSANs", Message.of("kubeadm.comment.certSANs")),
          comment("imageRepository", Message.of("kubeadm.comment.imageRepository")),
          comment("proxy", Message.of("kubeadm.comment.proxy")),
          comment("cgroupDriver", Message.of("kubeadm.comment.cgroupDriver")),
          comment("mode", Message.of("kubeadm.comment.mode")));

  private DocumentText() {}

  /** The documents as one file. */
  public static String of(List<? extends ConfigDocument> documents, Words words) {
    return YamlWriter.writeAll(
        documents.stream().map(d -> commented("", Trees.document(d), words)).toList());
  }

  private static Object commented(String path, Map<?, ?> tree, Words words) {
    var result = new LinkedHashMap<String, Object>();
    tree.forEach((key, value) -> {
      String place = path.isEmpty() ? key.toString() : path + "." + key;
      Object inner = value instanceof Map<?, ?> map ? commented(place, map, words) : value;
      var comment = COMMENTS.get(place);
      result.put(
          key.toString(), comment == null ? inner : new Commented(words.say(comment), inner));
    });
    return result;
  }

  private static Map.Entry<String, Message> comment(String path, Message words) {
    return Map.entry(path, words);
  }
}
