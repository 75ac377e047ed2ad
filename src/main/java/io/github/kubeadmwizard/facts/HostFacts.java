package io.github.kubeadmwizard.facts;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What one host said of itself, at one moment. What could not be read is empty, never guessed;
 * {@link Reading} says what was not understood and whether the end was reached.
 *
 * @param os distribution
 * @param machine processors, memory, names and identity
 * @param kernel release, cgroups, modules, sysctls, build options
 * @param init systemd or what else runs as process 1
 * @param storage space by path, swap, block devices
 * @param network cards, routes, ports, name resolution
 * @param clock the time at reading, and who keeps it right
 * @param firewall what filters packets
 * @param security SELinux and AppArmor
 * @param runtimes container runtimes
 * @param kubernetes kubeadm, kubelet, kubectl and their settings
 * @param leftovers what an earlier cluster left
 * @param packages package tool, its locks, sources and the packages that matter here
 * @param login who reads, through whom, and the proxy settings of the host
 * @param tools names of programs found in PATH, of those that matter here
 * @param probes answers of the addresses that the caller asked to be tried
 * @param peers how the kernel would route to the other nodes
 * @param reading completeness of this record
 */
public record HostFacts(
    Os os,
    Machine machine,
    Kernel kernel,
    InitSystem init,
    Storage storage,
    Network network,
    Clock clock,
    Firewall firewall,
    Security security,
    Runtimes runtimes,
    Kubernetes kubernetes,
    Leftovers leftovers,
    Packages packages,
    Login login,
    SortedSet<String> tools,
    List<Probe> probes,
    List<PeerRoute> peers,
    Reading reading) {
  public HostFacts {
    tools = Collections.unmodifiableSortedSet(new TreeSet<>(tools));
    probes = List.copyOf(probes);
    peers = List.copyOf(peers);
  }

  /** A host of which nothing is known. */
  public static HostFacts unknown() {
    return Unknown.host();
  }

  /** These facts with one part replaced. */
  public HostFacts with(FactsPart part) {
    return new HostFacts(
        part instanceof Os p ? p : os,
        part instanceof Machine p ? p : machine,
        part instanceof Kernel p ? p : kernel,
        part instanceof InitSystem p ? p : init,
        part instanceof Storage p ? p : storage,
        part instanceof Network p ? p : network,
        part instanceof Clock p ? p : clock,
        part instanceof Firewall p ? p : firewall,
        part instanceof Security p ? p : security,
        part instanceof Runtimes p ? p : runtimes,
        part instanceof Kubernetes p ? p : kubernetes,
        part instanceof Leftovers p ? p : leftovers,
        part instanceof Packages p ? p : packages,
        part instanceof Login p ? p : login,
        tools,
        probes,
        peers,
        part instanceof Reading p ? p : reading);
  }

  /** These facts with other programs in PATH. */
  public HostFacts withTools(SortedSet<String> others) {
    return lists(others, probes, peers);
  }

  /** These facts with other answers of probes. */
  public HostFacts withProbes(List<Probe> others) {
    return lists(tools, others, peers);
  }

  /** These facts with other routes to the other nodes. */
  public HostFacts withPeers(List<PeerRoute> others) {
    return lists(tools, probes, others);
  }

  /** These facts with a swap partition in use as well, turned on by fstab. */
  public HostFacts withSwap(String device) {
    return with(storage.withSwap(Swap.fromFstab(device)));
  }

  private HostFacts lists(SortedSet<String> t, List<Probe> pr, List<PeerRoute> pe) {
    return new HostFacts(
        os,
        machine,
        kernel,
        init,
        storage,
        network,
        clock,
        firewall,
        security,
        runtimes,
        kubernetes,
        leftovers,
        packages,
        login,
        t,
        pr,
        pe,
        reading);
  }
}
