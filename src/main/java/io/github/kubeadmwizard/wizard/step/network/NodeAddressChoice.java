package io.github.kubeadmwizard.wizard.step.network;

import io.github.kubeadmwizard.cluster.HostSpec;
import io.github.kubeadmwizard.facts.NodeAddresses;
import io.github.kubeadmwizard.wizard.step.choice.Basis;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which of its addresses each host uses in the cluster. */
public final class NodeAddressChoice {
  private final Basis basis;

  NodeAddressChoice(Basis basis) {
    this.basis = basis;
  }

  /**
   * An address of a card; the automatic choice has no address of its own.
   *
   * @param address empty: found by itself
   * @param shown the address that it comes to, as far as that is known
   * @param card that carries it
   */
  public record Address(Optional<String> address, String shown, Optional<String> card) {}

  /** The hosts. */
  public List<HostSpec> hosts() {
    return basis.spec().hosts();
  }

  /** What a host can report as its own address. */
  public List<Address> addresses(HostSpec host) {
    return choices(host, host.nodeIP(), automatic(host));
  }

  /** Where a control plane's API server can listen. */
  public List<Address> advertised(HostSpec host) {
    String usual = host.nodeIP().map(text -> text.split(",", -1)[0]).orElse(automatic(host));
    return choices(host, host.advertiseAddress(), usual);
  }

  private String automatic(HostSpec host) {
    var plain = host.withAddresses(Optional.empty(), host.advertiseAddress());
    return basis
        .factsOf(host)
        .map(facts -> NodeAddresses.of(plain, facts).getFirst())
        .orElse(host.address());
  }

  private List<Address> choices(HostSpec host, Optional<String> chosen, String automatic) {
    var choices = new ArrayList<Address>();
    choices.add(new Address(Optional.empty(), automatic, card(host, automatic)));
    basis
        .factsOf(host)
        .ifPresent(facts ->
            facts.network().nics().stream()
                .filter(nic -> !facts.leftovers().cniLinks().contains(nic.name()))
                .forEach(nic ->
                    nic.addresses()
                        .forEach(address ->
                            choices.add(
                                new Address(
                                    Optional.of(address.address()),
                                    address.address(),
                                    Optional.of(nic.name()))))));
    chosen
        .filter(text -> choices.stream().noneMatch(one -> one.address().equals(chosen)))
        .ifPresent(text -> choices.add(new Address(chosen, text, Optional.empty())));
    return List.copyOf(choices);
  }

  private Optional<String> card(HostSpec host, String address) {
    return basis
        .factsOf(host)
        .flatMap(facts -> facts.network().nicOf(address))
        .map(nic -> nic.name());
  }

  /** The host reports this address. */
  public void use(HostSpec host, Optional<String> address) {
    change(host, now -> now.withAddresses(address, now.advertiseAddress()));
  }

  /** The host's API server listens there. */
  public void advertise(HostSpec host, Optional<String> address) {
    change(host, now -> now.withAddresses(now.nodeIP(), address));
  }

  private void change(HostSpec host, java.util.function.UnaryOperator<HostSpec> change) {
    basis
        .draft()
        .change(spec ->
            spec.withHosts(
                spec.hosts().stream()
                    .map(one -> one.label().equals(host.label()) ? change.apply(one) : one)
                    .toList()));
  }

  /** How many hosts do not use what is found by itself. */
  int chosen() {
    return (int)
        hosts().stream()
            .filter(host -> host.nodeIP().isPresent() || host.advertiseAddress().isPresent())
            .count();
  }
}
