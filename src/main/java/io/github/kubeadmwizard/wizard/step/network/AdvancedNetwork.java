package io.github.kubeadmwizard.wizard.step.network;

import io.github.kubeadmwizard.cluster.NetworkSpec.KubeProxyMode;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.ui.Parts;
import io.github.kubeadmwizard.wizard.step.choice.ArgumentsTable;
import io.github.kubeadmwizard.wizard.step.choice.Columns;
import io.github.kubeadmwizard.wizard.step.choice.EntryField;
import io.github.kubeadmwizard.wizard.step.choice.Folded;
import io.github.kubeadmwizard.wizard.step.choice.PairsTable;
import io.github.kubeadmwizard.wizard.step.choice.Pick;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** The folded part on kube-proxy, DNS and the programs of the control plane. */
final class AdvancedNetwork {
  private final Parts parts;
  private final NetworkModel model;
  private final List<EntryField> fields;
  private final PairsTable volumes;
  private final List<ArgumentsTable> arguments;
  private final Folded folded;

  AdvancedNetwork(Parts parts, NetworkModel model) {
    this.parts = parts;
    this.model = model;
    ApiSettings api = model.api();
    fields = fields(api);
    volumes =
        new PairsTable(
            parts,
            api.volumes(),
            new PairsTable.Heads(
                Message.of("choices.network.volume.name"),
                "audit",
                Message.of("choices.network.volume.paths"),
                "/etc/kubernetes/audit:/etc/kubernetes/audit:ro",
                Message.of("choices.network.volume.add")),
            List::of,
            "volumes");
    arguments = api.arguments().stream().map(one -> new ArgumentsTable(parts, one)).toList();
    folded =
        new Folded(
                parts,
                Message.of("choices.advanced"),
                Message.of("choices.network.advanced.inside"),
                "network-advanced")
            .differing(model.changes(), model::differing)
            .add(Columns.of(proxy(), fields.get(0).node(), fields.get(1).node()))
            .add(Columns.of(fields.get(2).node(), fields.get(3).node()))
            .add(
                new VBox(
                    8,
                    Parts.label(parts.say(Message.of("choices.network.volumes")), "field-name"),
                    parts.hint(Message.of("choices.network.volumes.hint")),
                    volumes.node()));
    arguments.forEach(table -> folded.add(table.node()));
  }

  private List<EntryField> fields(ApiSettings api) {
    return List.of(
        new EntryField(parts, Message.of("choices.network.domain"), model.domain(), "dns-domain")
            .mono()
            .hint(parts.hint(Message.of("choices.network.domain.hint"))),
        new EntryField(parts, Message.of("choices.network.bindPort"), api.bindPort(), "bind-port")
            .mono()
            .prompt("6443")
            .hint(parts.hint(Message.of("choices.network.bindPort.hint"))),
        new EntryField(parts, Message.of("choices.network.names"), api.names(), "cert-sans")
            .mono()
            .prompt("k8s.example.org, 203.0.113.7")
            .hint(parts.hint(Message.of("choices.network.names.hint"))),
        new EntryField(parts, Message.of("choices.network.etcdData"), api.dataDir(), "etcd-data")
            .mono()
            .prompt("/var/lib/etcd")
            .hint(parts.hint(Message.of("choices.network.etcdData.hint"))));
  }

  private Node proxy() {
    Label hint = parts.hint(Message.of("choices.network.iptables"));
    model.changes().when(parts.inUse()).subscribe(_ -> hint.setText(parts.say(proxyHint())));
    return new Pick<>(
            parts,
            Message.of("choices.network.proxy"),
            List.of(KubeProxyMode.values()),
            mode -> Message.of("choices.plain", mode.name().toLowerCase(java.util.Locale.ROOT)),
            model::proxy,
            "kube-proxy")
        .following(model.changes(), () -> model.chosen().kubeProxy())
        .hint(hint)
        .node();
  }

  private Message proxyHint() {
    return switch (model.chosen().kubeProxy()) {
      case IPTABLES -> Message.of("choices.network.iptables");
      case NFTABLES -> {
        var old = model.tooOldForNftables();
        yield old.isEmpty()
            ? Message.of("choices.network.nftables")
            : Message.of("choices.network.nftables.old", old);
      }
      case IPVS -> Message.of("choices.network.ipvs");
    };
  }

  /** Goes to the first thing that is wrong; false where nothing is. */
  boolean leadToWrong() {
    var wrong = fields.stream().filter(EntryField::isWrong).findFirst();
    wrong.ifPresent(EntryField::lead);
    return wrong.isPresent()
        || volumes.lead()
        || arguments.stream().anyMatch(ArgumentsTable::leadToWrong);
  }

  Node node() {
    return folded.node();
  }
}
