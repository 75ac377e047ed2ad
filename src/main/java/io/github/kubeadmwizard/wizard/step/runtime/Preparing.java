package io.github.kubeadmwizard.wizard.step.runtime;

import io.github.kubeadmwizard.cluster.HostSpec;
import io.github.kubeadmwizard.cluster.PrepareSpec;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.wizard.step.choice.Basis;
import io.github.kubeadmwizard.wizard.step.choice.Entry;
import io.github.kubeadmwizard.wizard.step.choice.Forms;
import io.github.kubeadmwizard.wizard.step.choice.Pairs;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What is done to the hosts only on wish. */
public final class Preparing {
  private final Basis basis;
  private final Entry timeServers;
  private final Pairs bound;

  Preparing(Basis basis) {
    this.basis = basis;
    timeServers =
        new Entry(
            Forms.list("prepare.timeServers"),
            text ->
                change(was ->
                    new PrepareSpec(
                        Forms.items(text),
                        was.selinux(),
                        was.bindAddress(),
                        was.kubectlCompletion(),
                        was.disableBrokenRepositories())));
    bound = new Pairs(this::takeBound, (_, pair) -> wrong(pair));
  }

  void follow() {
    timeServers.follow(String.join(", ", chosen().timeServers()));
    bound.follow(
        chosen().bindAddress().entrySet().stream()
            .map(one ->
                new Pairs.Pair(
                    one.getKey(), one.getValue().card() + " " + one.getValue().address()))
            .toList());
  }

  /** Time servers, as they are typed. */
  public Entry timeServers() {
    return timeServers;
  }

  /** Hosts with a card and the address that it is to carry. */
  public Pairs bound() {
    return bound;
  }

  /** The hosts that an address can be bound on. */
  public List<String> hosts() {
    return basis.spec().hosts().stream().map(HostSpec::label).toList();
  }

  /** The choices. */
  public PrepareSpec chosen() {
    return basis.spec().prepare();
  }

  /** What becomes of SELinux. */
  public void selinux(PrepareSpec.Selinux other) {
    change(was ->
        new PrepareSpec(
            was.timeServers(),
            other,
            was.bindAddress(),
            was.kubectlCompletion(),
            was.disableBrokenRepositories()));
  }

  /** Whether bash completes kubectl's commands on control planes. */
  public void kubectlCompletion(boolean wanted) {
    change(was ->
        new PrepareSpec(
            was.timeServers(),
            was.selinux(),
            was.bindAddress(),
            wanted,
            was.disableBrokenRepositories()));
  }

  /** Whether package sources that do not answer are switched off. */
  public void disableBroken(boolean wanted) {
    change(was ->
        new PrepareSpec(
            was.timeServers(), was.selinux(), was.bindAddress(), was.kubectlCompletion(), wanted));
  }

  /** How many differ from what is done unasked. */
  int differing() {
    var usual = PrepareSpec.DEFAULT;
    return (int)
        Stream.of(
                chosen().timeServers().equals(usual.timeServers()),
                chosen().selinux() == usual.selinux(),
                chosen().bindAddress().isEmpty(),
                chosen().kubectlCompletion() == usual.kubectlCompletion(),
                chosen().disableBrokenRepositories() == usual.disableBrokenRepositories())
            .filter(same -> !same)
            .count();
  }

  private void takeBound(List<Pairs.Pair> pairs) {
    SortedMap<String, PrepareSpec.BindAddress> right = new TreeMap<>();
    pairs.stream()
        .filter(pair -> wrong(pair).isEmpty())
        .forEach(pair -> right.put(pair.name(), address(pair)));
    change(was ->
        new PrepareSpec(
            was.timeServers(),
            was.selinux(),
            right,
            was.kubectlCompletion(),
            was.disableBrokenRepositories()));
  }

  private static PrepareSpec.BindAddress address(Pairs.Pair pair) {
    String[] both = pair.value().split("\\s+", -1);
    return new PrepareSpec.BindAddress(both[0], both[1]);
  }

  private Optional<Message> wrong(Pairs.Pair pair) {
    if (!hosts().contains(pair.name())) {
      return Optional.of(Message.of("choices.runtime.bind.noHost", pair.name()));
    }
    if (pair.value().split("\\s+", -1).length != 2) {
      return Optional.of(Message.of("choices.runtime.bind.form"));
    }
    var address = address(pair);
    return Forms.wrong(
        "prepare.bindAddress",
        Map.of(pair.name(), Map.of("interface", address.card(), "address", address.address())));
  }

  private void change(UnaryOperator<PrepareSpec> change) {
    basis.draft().change(spec -> spec.with(change.apply(spec.prepare())));
  }
}
