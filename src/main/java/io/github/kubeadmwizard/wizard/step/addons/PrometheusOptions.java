package io.github.kubeadmwizard.wizard.step.addons;

import io.github.kubeadmwizard.cluster.AddonSpec;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.ui.Parts;
import io.github.kubeadmwizard.wizard.step.choice.Columns;
import io.github.kubeadmwizard.wizard.step.choice.EntryField;
import io.github.kubeadmwizard.wizard.step.choice.Pick;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.Node;

/** How much of kube-prometheus there is, and what it keeps. */
final class PrometheusOptions {
  private final EntryField retention;
  private final EntryField storageClass;
  private final EntryField storageSize;
  private final List<Node> nodes;

  PrometheusOptions(Parts parts, AddonsModel model) {
    var choice = model.prometheus();
    var replicas =
        new Pick<>(
                parts,
                Message.of("choices.addons.prometheus.replicas"),
                IntStream.rangeClosed(1, AddonSpec.Prometheus.MOST_REPLICAS).boxed().toList(),
                many -> Message.of("choices.plain", String.valueOf(many)),
                choice::replicas,
                "prometheus-replicas")
            .following(model.changes(), () -> choice.now().replicas());
    retention =
        new EntryField(
                parts,
                Message.of("choices.addons.prometheus.retention"),
                choice.retention(),
                "prometheus-retention")
            .mono()
            .prompt(AddonSpec.Prometheus.USUAL_RETENTION);
    storageClass =
        new EntryField(
                parts,
                Message.of("choices.addons.prometheus.class"),
                choice.storageClass(),
                "prometheus-class")
            .mono()
            .prompt("local-path");
    storageSize =
        new EntryField(
                parts,
                Message.of("choices.addons.prometheus.size"),
                choice.storageSize(),
                "prometheus-size")
            .mono()
            .prompt(AddonSpec.Prometheus.USUAL_SIZE);
    nodes =
        List.of(
            Columns.of(replicas.node(), retention.node()),
            Columns.of(storageClass.node(), storageSize.node()),
            parts.hint(Message.of("choices.addons.prometheus.hint")),
            parts.hint(Message.of("choices.addons.prometheus.grafana")));
  }

  List<Node> nodes() {
    return nodes;
  }

  List<EntryField> fields() {
    return List.of(retention, storageClass, storageSize);
  }
}
