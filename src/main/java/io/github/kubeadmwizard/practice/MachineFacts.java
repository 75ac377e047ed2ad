package io.github.kubeadmwizard.practice;

import io.github.kubeadmwizard.assets.Assets;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * Answers the facts script for a practice machine: the recording of a real one, with what this one
 * has become. Lines of the same form as {@code facts.sh} prints.
 */
final class MachineFacts {
  private static final String US = "\u001f";

  private final PracticeMachine machine;
  private final List<String> lines = new ArrayList<>();

  private MachineFacts(PracticeMachine machine) {
    this.machine = machine;
  }

  /**
   * The output of the script, without its last line, which says when it ended.
   *
   * @param now the time of day, as this program knows it
   */
  static List<String> of(PracticeMachine machine, Question question, Instant now) {
    var facts = new MachineFacts(machine);
    facts.head("begin", "1", facts.stamp(now));
    if (question.disks()) {
      facts.lines.addAll(MachineDisks.lines(machine));
    }
    question.probes().forEach(target -> facts.head("try", target));
    question.peers().forEach(peer -> facts.head("peer", peer));
    facts.recorded();
    facts.identity();
    new MachineServices(machine).lines(facts.lines::addAll);
    facts.swap();
    facts.names();
    facts.routes(question.peers());
    new NodeFacts(machine).lines(facts.lines::addAll);
    question.probes().forEach(facts::answer);
    return facts.lines;
  }

  /** The last line. */
  static String end(PracticeMachine machine, Instant now, long millis) {
    return US + String.join(US, "end", Long.toString(millis), new MachineFacts(machine).stamp(now));
  }

  static String head(String name, List<String> fields) {
    return US + name + US + String.join(US, fields);
  }

  private void head(String name, String... fields) {
    lines.add(head(name, List.of(fields)));
  }

  private String stamp(Instant now) {
    var there = now.minus(machine.behind);
    return String.format(Locale.ROOT, "%d.%06d", there.getEpochSecond(), there.getNano() / 1000);
  }

  /** The recording, with this machine's modules and kernel parameters in place of its own. */
  private void recorded() {
    String text = Assets.text("practice/facts.txt") + machine.system;
    for (String line : filled(text).lines().toList()) {
      String[] fields = line.split(US, -1);
      if (line.startsWith(US + "module" + US) && machine.modules.contains(fields[2])) {
        head("module", fields[2], "loaded");
      } else if (!line.startsWith(US + "sysctl" + US) || !machine.sysctls.containsKey(fields[2])) {
        lines.add(line);
      }
    }
    // the text ends within the list of packages
    machine.packages.forEach((name, version) ->
        lines.add(
            name
                + " "
                + version
                + (machine.held.contains(name) ? " hold" : " install")
                + " ok installed"));
    machine.sysctls.forEach((name, value) -> head("sysctl", name, value));
    machine.modules.stream()
        .filter(module -> !text.contains(US + "module" + US + module + US))
        .forEach(module -> head("module", module, "loaded"));
  }

  private String filled(String text) {
    String address = machine.host.address();
    String number = String.format(Locale.ROOT, "%02x", Math.abs(address.hashCode() % 256));
    return text.replace("@ADDRESS@", address)
        .replace("@NETWORK@", address.substring(0, Math.max(0, address.lastIndexOf('.'))))
        .replace("@MAC@", mac(address))
        .replace("@NUMBER@", number)
        .replace("@USER@", PracticeHost.USER)
        .replace("@KERNEL@", kernel());
  }

  private String kernel() {
    String mark = US + "kernel" + US + "release" + US;
    return machine
        .system
        .lines()
        .filter(line -> line.startsWith(mark))
        .map(line -> line.substring(mark.length()))
        .findFirst()
        .orElse("");
  }

  /** Of the range that QEMU gives its machines. */
  private static String mac(String address) {
    int hash = address.hashCode();
    return String.format(
        Locale.ROOT, "52:54:00:%02x:%02x:%02x", hash >> 16 & 255, hash >> 8 & 255, hash & 255);
  }

  private void identity() {
    var host = machine.host;
    var id = UUID.nameUUIDFromBytes(host.address().getBytes(StandardCharsets.UTF_8)).toString();
    head("cpus", host.cpus() == 1 ? "0" : "0-" + (host.cpus() - 1));
    head("memory", "MemTotal", Long.toString(host.memoryMib() * 1024L));
    head("memory", "MemAvailable", Long.toString(host.memoryMib() * 1024L * 4 / 5));
    head("machine-id", id.replace("-", ""));
    head("product-uuid", id);
    head("hostname", machine.hostname);
    head("text", "own-name");
    lines.add(host.address() + "     STREAM " + machine.hostname);
  }

  private void swap() {
    head("file", "/proc/swaps");
    lines.add("Filename\t\t\t\tType\t\tSize\t\tUsed\t\tPriority");
    if (machine.swap) {
      long kilobytes = machine.host.memoryMib() * 1024L / 2;
      lines.add("/dev/zram0                              partition\t" + kilobytes + "\t0\t100");
      head("zram-config", "/etc/default/zramswap");
    }
  }

  private void names() {
    head("file", "/etc/hosts");
    lines.add("127.0.0.1 localhost");
    lines.add("::1 localhost ip6-localhost");
    lines.add(machine.host.address() + " " + machine.hostname);
    machine.names.forEach((address, names) -> lines.add(address + " " + String.join(" ", names)));
  }

  private void routes(List<String> peers) {
    head("text", "peers");
    for (String peer : peers) {
      lines.add(peer + " dev eth0 src " + machine.host.address() + " uid 0 ");
      lines.add("    cache ");
    }
  }

  /** Everything answers; what it says depends on the target alone. */
  private void answer(String target) {
    int millis = 40 + Math.abs((target + machine.host.address()).hashCode() % 180);
    if (target.startsWith("http")) {
      String status = target.endsWith("/v2/") ? "401" : "200";
      String seconds = String.format(Locale.ROOT, "0.%03d000", millis);
      head("probe", target, "curl", "0", status, seconds, "");
    } else {
      head("probe", target, "tcp", "", "", Integer.toString(millis), "open ");
    }
  }
}
