package io.github.kubeadmwizard.wizard.step.cni;

import io.github.kubeadmwizard.addons.PodNetwork;
import io.github.kubeadmwizard.cluster.CniSpec;
import io.github.kubeadmwizard.cluster.HostSpec;
import io.github.kubeadmwizard.facts.HostFacts;
import io.github.kubeadmwizard.facts.Leftovers;
import io.github.kubeadmwizard.network.AddressSpace;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.wizard.step.choice.Basis;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the choice means where these hosts are a cluster already: its network is not changed by
 * choosing another.
 */
final class LivingChoice {
  private LivingChoice() {}

  /** Empty where the first control plane is none yet, or has no pod network. */
  static Optional<CniGround.Remark> of(Basis basis) {
    List<HostFacts> members =
        basis.spec().hosts().stream()
            .flatMap(host -> basis.factsOf(host).stream())
            .filter(facts -> facts.kubernetes().apiServer().isPresent())
            .filter(facts -> !known(facts.leftovers()).isEmpty())
            .toList();
    boolean ours =
        basis.spec().controlPlanes().stream()
            .findFirst()
            .flatMap(basis::factsOf)
            .filter(members::contains)
            .isPresent();
    if (!ours) {
      return Optional.empty();
    }
    String runs =
        members.stream()
            .map(facts -> told(basis, facts))
            .distinct()
            .sorted()
            .collect(Collectors.joining(", "));
    CniSpec cni = basis.spec().cni();
    String chosen =
        PodNetwork.of(basis.spec()).configuration().orElse("")
            + (cni.name() == CniSpec.Name.FLANNEL
                ? " " + cni.backend().orElse(CniModel.VXLAN)
                : "");
    String hosts =
        basis.spec().hosts().stream()
            .filter(host -> basis.factsOf(host).filter(members::contains).isPresent())
            .map(HostSpec::label)
            .collect(Collectors.joining(", "));
    return Optional.of(
        runs.equals(chosen) || runs.equals(chosen.replaceFirst(" .*$", "")) // it tells no way
            ? new CniGround.Remark(Message.of("choices.cni.living.same", hosts), true)
            : new CniGround.Remark(Message.of("choices.cni.living.other", hosts, runs), false));
  }

  private static List<String> known(Leftovers left) {
    return left.cniConfigs().stream().filter(PodNetwork.configurations()::contains).toList();
  }

  /** The file of the plugin, of Flannel also its way. */
  private static String told(Basis basis, HostFacts facts) {
    List<String> files = known(facts.leftovers());
    String file = String.join(" ", files);
    return files.stream().anyMatch(one -> one.contains("flannel"))
        ? file + way(basis, facts)
        : file;
  }

  private static String way(Basis basis, HostFacts facts) {
    String ways = String.join("+", facts.leftovers().flannelWays());
    if (!ways.isEmpty()) {
      return " " + ways;
    }
    boolean plain =
        facts.network().routes().stream()
            .anyMatch(route -> AddressSpace.leadsToSomePods(route, basis.spec()));
    return plain ? " " + CniModel.HOST_GW : "";
  }
}
