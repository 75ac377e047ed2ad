package io.github.kubeadmwizard.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeSet;

/**
 * Makes {@link HostFacts} of what {@code installer-assets/scripts/facts.sh} printed. It takes any
 * text: what it does not find stays unknown, what it does not understand is in {@link
 * Reading#unparsed()}.
 */
public final class FactsParser {
  private FactsParser() {}

  /** The facts in this output; never throws, whatever the text. */
  public static HostFacts parse(String output) {
    var out = new FactsOutput(output);
    var units = new Units(out);
    var programs = new Programs(out);
    var os = OsReader.read(out);
    return HostFacts.unknown()
        .with(os)
        .with(MachineReader.read(out))
        .with(KernelReader.read(out))
        .with(InitReader.read(out, units))
        .with(StorageReader.read(out, units))
        .with(NetworkReader.read(out, units))
        .with(ClockReader.read(out, units))
        .with(FirewallReader.read(out, units))
        .with(SecurityReader.read(out))
        .with(RuntimesReader.read(out, units, programs))
        .with(KubernetesReader.read(out, units, programs))
        .with(LeftoversReader.read(out))
        .with(PackagesReader.read(out, os))
        .with(LoginReader.read(out))
        .withTools(new TreeSet<>(programs.names()))
        .withProbes(ProbeReader.read(out))
        .withPeers(RouteReader.peers(out))
        .with(reading(out)); // last: the others tell what they did not understand
  }

  private static Reading reading(FactsOutput out) {
    long millis = out.field("end", 0).map(Text::small).orElse(OptionalInt.empty()).orElse(0);
    var late = out.all("late").map(head -> "late: " + head.field(0).orElse("")).toList();
    var odd = new ArrayList<>(out.odd());
    odd.addAll(late);
    return new Reading(out.has("begin") && out.has("end"), millis, List.copyOf(odd));
  }
}
