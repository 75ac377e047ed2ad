package io.github.kubeadmwizard.engine;

import io.github.kubeadmwizard.text.Message;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One step on one host, as data; an {@link Executor} gives it meaning. Every action first looks
 * whether it is done already, so that a second run changes nothing.
 */
public sealed interface Action {

  /** Stable within its phase, such as {@code swap-off}; lower-case letters, digits and dashes. */
  String id();

  /** What it does, for the user. */
  Message title();

  /**
   * Whether Stop may end it in the middle; otherwise it is let finish (and survives a lost line).
   */
  default boolean mayBeInterrupted() {
    return true;
  }

  /** How long it may take before it counts as failed. */
  default Duration deadline() {
    return Duration.ofMinutes(5);
  }

  /**
   * Runs a script of ours.
   *
   * @param script file under {@code installer-assets/scripts/}, such as {@code kubeadm-init.sh}
   * @param vars its variables, by upper-case name
   * @param gives names of the run values that it makes
   */
  record RunScript(
      String id,
      Message title,
      String script,
      SortedMap<String, Var> vars,
      Set<String> gives,
      boolean mayBeInterrupted,
      Duration deadline)
      implements Action {
    public RunScript {
      vars = copy(vars);
      gives = Set.copyOf(gives);
    }

    /** A script that gives nothing, may be interrupted and has five minutes. */
    public static RunScript of(String id, Message title, String script, Map<String, Var> vars) {
      return new RunScript(
          id, title, script, new TreeMap<>(vars), Set.of(), true, Duration.ofMinutes(5));
    }

    /** The same, with run values that it makes. */
    public RunScript giving(String... names) {
      return new RunScript(id, title, script, vars, Set.of(names), mayBeInterrupted, deadline);
    }

    /** The same, with more variables. */
    public RunScript with(Map<String, Var> more) {
      var all = new TreeMap<>(vars);
      all.putAll(more);
      return new RunScript(id, title, script, all, gives, mayBeInterrupted, deadline);
    }

    /** The same, let finish when it has begun, within this time. */
    public RunScript uninterrupted(Duration within) {
      return new RunScript(id, title, script, vars, gives, false, within);
    }

    /** The same, within this time. */
    public RunScript within(Duration time) {
      return new RunScript(id, title, script, vars, gives, mayBeInterrupted, time);
    }
  }

  /**
   * Writes a file whole, if it differs in content, mode or owner.
   *
   * @param path absolute
   * @param mode octal, such as {@code 0644}
   * @param content the whole file
   */
  record WriteFile(String id, Message title, String path, String mode, Var content)
      implements Action {}

  /**
   * Installs packages.
   *
   * @param packages in the package manager's own names
   * @param wayOut variables that name a proxy; empty where the way is direct
   * @param sources the only sources that may be used for it, which lie on the host; none: those
   *     that the host has
   */
  record EnsurePackages(
      String id,
      Message title,
      PackageTool tool,
      List<PackageWish> packages,
      SortedMap<String, Var> wayOut,
      List<PackageFolder> sources)
      implements Action {
    public EnsurePackages {
      packages = List.copyOf(packages);
      wayOut = copy(wayOut);
      sources = List.copyOf(sources);
    }

    /** From the sources that the host has, which are reached directly. */
    public EnsurePackages(String id, Message title, PackageTool tool, List<PackageWish> packages) {
      this(id, title, tool, packages, new TreeMap<>(), List.of());
    }

    /** The same, from these sources and no other. */
    public EnsurePackages from(List<PackageFolder> only) {
      return new EnsurePackages(id, title, tool, packages, wayOut, only);
    }

    @Override
    public boolean mayBeInterrupted() {
      return false;
    }

    @Override
    public Duration deadline() {
      return Duration.ofMinutes(30);
    }
  }

  /** The package manager's family. */
  enum PackageTool {
    APT,
    DNF,
    YUM
  }

  /**
   * A package that is wanted.
   *
   * @param name such as {@code kubelet}
   * @param version exact version or version prefix as {@code 1.36.4}; null means the newest
   * @param hold whether it is kept from automatic upgrades afterwards
   */
  record PackageWish(String name, @Nullable String version, boolean hold) {
    /** The newest, and free to be upgraded. */
    public static PackageWish of(String name) {
      return new PackageWish(name, null, false);
    }
  }

  /**
   * A systemd unit in a wanted state.
   *
   * @param unit such as {@code containerd.service}
   * @param enabled whether it starts with the machine
   * @param running whether it is started; false leaves it as it is, for a kubelet that kubeadm
   *     starts
   * @param newerThan files; the unit is restarted when one of them changed after it started
   */
  record EnsureService(
      String id,
      Message title,
      String unit,
      boolean enabled,
      boolean running,
      List<String> newerThan)
      implements Action {
    public EnsureService {
      newerThan = List.copyOf(newerThan);
    }
  }

  /**
   * Loads kernel modules now and at every start.
   *
   * @param modules such as {@code br_netfilter}
   * @param file drop-in under {@code /etc/modules-load.d}, absolute
   */
  record LoadModules(String id, Message title, List<String> modules, String file)
      implements Action {
    public LoadModules {
      modules = List.copyOf(modules);
    }
  }

  /**
   * Sets kernel parameters now and at every start.
   *
   * @param values by name, such as {@code net.ipv4.ip_forward}
   * @param file drop-in under {@code /etc/sysctl.d}, absolute
   */
  record SetSysctls(String id, Message title, SortedMap<String, String> values, String file)
      implements Action {
    public SetSysctls {
      values = copy(values);
    }
  }

  /** Turns swap off, now and after every boot, in every form that it has (fstab, units, zram). */
  record SwapOff(String id, Message title) implements Action {}

  /**
   * Names in {@code /etc/hosts}, within a marked block of ours.
   *
   * @param names host names by address
   */
  record HostsEntries(String id, Message title, SortedMap<String, List<String>> names)
      implements Action {
    public HostsEntries {
      names = copy(names);
    }
  }

  /**
   * Opens what this host needs in the firewall that is active; never turns one off.
   *
   * @param tool the active one
   * @param rules what is let in
   * @param trusted address ranges (pods, services) whose forwarded traffic is let through
   */
  record OpenFirewall(
      String id, Message title, FirewallTool tool, List<FirewallRule> rules, List<String> trusted)
      implements Action {
    public OpenFirewall {
      rules = List.copyOf(rules);
      trusted = List.copyOf(trusted);
    }
  }

  /** The firewall that is in use on a host. */
  enum FirewallTool {
    FIREWALLD,
    UFW,
    NFTABLES
  }

  /**
   * Lets traffic in.
   *
   * @param from address or range; empty means from everywhere
   * @param protocol {@code tcp}, {@code udp}, or an IP protocol's name such as {@code ipip}
   * @param ports port or range such as {@code 2379-2380}; empty for protocols without ports
   * @param why what it is for, in the field's terms
   */
  record FirewallRule(String from, String protocol, String ports, String why) {}

  /**
   * Applies objects to the cluster from the host that has the administrator's kubeconfig, by
   * server-side apply.
   *
   * @param name for the user and the ledger, such as {@code flannel}
   * @param yaml the documents
   */
  record ApplyManifest(String id, Message title, String name, String yaml) implements Action {}

  /**
   * Brings files of this machine to the host, over the connection that is there, each checked by
   * its digest. What is there already is not brought again; what was cut off is gone on with.
   *
   * @param folder where to, absolute; made where it is not there
   * @param files what
   * @param unless variables of {@code bring-files.sh} that say what makes it needless, such as the
   *     packages that will come out of these files
   */
  record BringFiles(
      String id,
      Message title,
      String folder,
      List<FileToBring> files,
      SortedMap<String, String> unless)
      implements Action {
    public BringFiles {
      files = List.copyOf(files);
      unless = copy(unless);
    }

    /** Over a slow line this takes long; whether it goes on at all the connection itself knows. */
    @Override
    public Duration deadline() {
      return Duration.ofHours(12);
    }
  }

  /**
   * Restarts the machine and waits until it answers again.
   *
   * @param why the reason, for the user
   * @param until parameters of the running kernel, by blanks, that make it needless when they are
   *     all there; empty: nothing does
   */
  record Reboot(String id, Message title, Message why, Optional<String> until) implements Action {
    @Override
    public boolean mayBeInterrupted() {
      return false;
    }

    /** The firmware of a large server alone takes minutes. */
    @Override
    public Duration deadline() {
      return Duration.ofMinutes(15);
    }
  }

  /**
   * Waits until a script of ours says yes (result {@code unchanged}); the script reports what it
   * waits for by {@code kw_waiting} lines and returns as soon as the cause is there.
   *
   * @param script file under {@code installer-assets/scripts/}
   * @param vars its variables
   * @param deadline when it counts as failed
   */
  record WaitUntil(
      String id, Message title, String script, SortedMap<String, Var> vars, Duration deadline)
      implements Action {
    public WaitUntil {
      vars = copy(vars);
    }
  }

  /**
   * Tries from the user's own computer, not from the host, whether something answers by HTTP. That
   * nothing does is an answer, too: the action gives it and does not fail.
   *
   * @param address of the host, as this computer reaches it
   * @param port may be known only during the run
   * @param gives name of the run value: {@code ok} and the answer's last line, or {@code silent}
   *     and why
   */
  record ReachFromHere(String id, Message title, String address, Var port, String gives)
      implements Action {}

  private static <K extends Comparable<K>, V> SortedMap<K, V> copy(SortedMap<K, V> map) {
    return java.util.Collections.unmodifiableSortedMap(new TreeMap<>(map));
  }
}
