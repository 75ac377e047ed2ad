package io.github.kubeadmwizard.migrate;

import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.text.Words;
import io.github.kubeadmwizard.yaml.Commented;
import io.github.kubeadmwizard.yaml.YamlWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A file that kubeadm reads today; init and each join have one of their own.
 *
 * @param name such as {@code kubeadm-init.yaml}
 * @param documents in kubeadm's order, plain trees with {@code apiVersion} and {@code kind}
 * @param note what there is to say at its head
 */
public record KubeadmFile(
    String name, List<Map<String, Object>> documents, Optional<Message> note) {
  public KubeadmFile {
    documents = List.copyOf(documents);
  }

  /** The file. */
  public String text(Words words) {
    var all = new ArrayList<Object>(documents);
    note.ifPresent(said -> all.set(0, new Commented(words.say(said), all.getFirst())));
    return YamlWriter.writeAll(all);
  }
}
