package io.github.kubeadmwizard.facts;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/** Reads processors, memory, identity and names. */
final class MachineReader {
  // systemd-detect-virt --list, the containers among them
  private static final Set<String> CONTAINERS =
      Set.of(
          "openvz",
          "lxc",
          "lxc-libvirt",
          "systemd-nspawn",
          "docker",
          "podman",
          "rkt",
          "proot",
          "pouch",
          "container-other",
          "wsl");

  private MachineReader() {}

  static Machine read(FactsOutput out) {
    var virtualization = virtualization(out);
    return new Machine(
        cpus(out),
        memory(out),
        out.all("kernel", "hardware").flatMap(head -> head.field(1).stream()).findFirst(),
        out.field("machine-id", 0),
        out.field("product-uuid", 0).map(text -> text.toLowerCase(Locale.ROOT)),
        virtualization,
        out.has("container") || virtualization.filter(CONTAINERS::contains).isPresent(),
        hostname(out));
  }

  private static OptionalInt cpus(FactsOutput out) {
    var online = out.field("cpus", 0);
    if (online.isPresent()) {
      return count(online.get());
    }
    var listed = out.lines("/proc/cpuinfo").stream().filter(l -> l.startsWith("processor")).count();
    return listed == 0 ? OptionalInt.empty() : OptionalInt.of((int) listed);
  }

  /** Processors in a list such as 0-3,6. */
  private static OptionalInt count(String list) {
    int sum = 0;
    for (var range : list.split(",", -1)) {
      var ends = Stream.of(range.split("-", 2)).map(Text::small).toList();
      if (ends.stream().anyMatch(OptionalInt::isEmpty)) {
        return OptionalInt.empty();
      }
      sum += ends.getLast().getAsInt() - ends.getFirst().getAsInt() + 1;
    }
    return OptionalInt.of(sum);
  }

  private static Optional<Memory> memory(FactsOutput out) {
    var total = kilobytes(out, "MemTotal");
    return total.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Memory(total.getAsLong() * 1024, kilobytes(out, "MemAvailable").orElse(0) * 1024));
  }

  private static OptionalLong kilobytes(FactsOutput out, String name) {
    return out.all("memory", name)
        .flatMap(head -> head.field(1).stream())
        .findFirst()
        .map(Text::number)
        .orElse(OptionalLong.empty());
  }

  private static Optional<String> virtualization(FactsOutput out) {
    var manager = Text.assignments(out.text("manager"));
    var name = Text.value(manager, "Virtualization").or(() -> out.field("container", 0));
    boolean bare = manager.containsKey("Virtualization");
    return name.isEmpty() && bare ? Optional.of("none") : name;
  }

  private static Hostname hostname(FactsOutput out) {
    var name = out.field("hostname", 0);
    var answers = out.text("own-name").stream().map(Text::words).toList();
    var addresses = answers.stream().filter(a -> !a.isEmpty()).map(List::getFirst).distinct();
    var canonical =
        answers.stream().filter(a -> a.size() > 2).map(a -> a.get(2)).filter(MachineReader::isFull);
    var inHosts =
        NetworkReader.hosts(out).stream()
            .map(HostsEntry::names)
            .filter(names -> name.filter(names::contains).isPresent())
            .flatMap(List::stream)
            .filter(full -> isFull(full) && name.filter(n -> full.startsWith(n + ".")).isPresent());
    return new Hostname(name, Stream.concat(canonical, inHosts).findFirst(), addresses.toList());
  }

  private static boolean isFull(String name) {
    return name.indexOf('.') > 0;
  }
}
