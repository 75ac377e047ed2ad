package io.github.kubeadmwizard.imports;

import io.github.kubeadmwizard.cluster.Cidr;
import io.github.kubeadmwizard.cluster.HostSpec;
import io.github.kubeadmwizard.cluster.SshSpec;
import io.github.kubeadmwizard.text.Message;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The hosts found so far, and what was wrong; no host comes in twice. */
final class Gathering {
  /** Nodes that a cluster may have. Source: Kubernetes, "Considerations for large clusters". */
  private static final int MOST = 5000;

  private static final int MOST_SHOWN = 5;

  private final Setting setting;
  private final List<HostSpec> hosts = new ArrayList<>();
  private final List<BadLine> bad = new ArrayList<>();
  private final List<BadLine> notes = new ArrayList<>();
  private final Set<String> places = new HashSet<>();
  private final Set<String> names = new HashSet<>();
  private boolean full;

  Gathering(Setting setting) {
    this.setting = setting;
    setting.already().forEach(this::remember);
  }

  Setting setting() {
    return setting;
  }

  private void remember(HostSpec host) {
    places.add(place(host));
    host.name().ifPresent(names::add);
  }

  private static String place(HostSpec host) {
    var address = host.address();
    var same =
        address.contains(":") && Cidr.isAddress(address)
            ? new Cidr(address, 128).address()
            : address.toLowerCase(Locale.ROOT);
    return same + " " + host.port();
  }

  /** Whether a host at the same place is in the list already. */
  boolean has(HostSpec host) {
    return places.contains(place(host));
  }

  void add(int line, String text, Entry entry) {
    addAll(line, text, List.of(entry.host(setting)));
  }

  /** Adds the hosts of one range; those that are there already are told in one go. */
  void addAll(int line, String text, List<HostSpec> found) {
    var twice = new ArrayList<String>();
    for (var host : found) {
      if (has(host)) {
        twice.add(host.address());
      } else if (host.name().isPresent() && names.contains(host.name().get())) {
        bad(line, text, Message.of("imports.bad.nameTwice", host.name().get()));
      } else if (hosts.size() + setting.already().size() >= MOST) {
        tooMany(line, text);
        return;
      } else {
        remember(host);
        hosts.add(host);
      }
    }
    if (!twice.isEmpty()) {
      bad(line, text, Message.of("imports.bad.twice", few(twice)));
    }
  }

  private void tooMany(int line, String text) {
    if (!full) {
      bad(line, text, Message.of("imports.bad.tooMany", MOST));
    }
    full = true;
  }

  private static List<String> few(List<String> many) {
    var few = new ArrayList<>(many.subList(0, Math.min(many.size(), MOST_SHOWN)));
    if (many.size() > MOST_SHOWN) {
      few.add("…");
    }
    return few;
  }

  void bad(int line, String text, Message why) {
    bad.add(new BadLine(line, Shown.masked(text), why));
  }

  void note(int line, String text, Message what) {
    notes.add(new BadLine(line, Shown.masked(text), what));
  }

  List<HostSpec> hosts() {
    return List.copyOf(hosts);
  }

  HostList list() {
    return list(Optional.empty());
  }

  HostList list(Optional<SshSpec.Bastion> bastion) {
    var byLine = Comparator.comparingInt(BadLine::line);
    bad.sort(byLine);
    notes.sort(byLine);
    return new HostList(hosts, bad, notes, bastion);
  }
}
