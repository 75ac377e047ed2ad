package io.github.kubeadmwizard.facts;

import io.github.kubeadmwizard.facts.FactsOutput.Head;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What the script says in bulk (lines of many files, paths of tools, targets of links), as the
 * single heads that the readers know.
 */
final class BulkHeads {
  // "PATH:LINE"; udev's files have a colon in their name
  private static final Pattern LINE =
      Pattern.compile("^(/run/udev/data/b\\d+:\\d+|/[^:]*):(.*)$", Pattern.DOTALL);
  private static final Pattern MEMORY = Pattern.compile("^(Mem\\w+): *(\\d+) kB");
  private static final String SYSCTLS = "/proc/sys/";
  private static final String KERNEL = "kernel";

  /** Files that hold one fact, by the head that it becomes. */
  private static final Map<String, List<String>> SINGLE =
      Map.ofEntries(
          Map.entry("/proc/sys/kernel/osrelease", List.of(KERNEL, "release")),
          Map.entry("/proc/sys/kernel/ostype", List.of(KERNEL, "kind")),
          Map.entry("/proc/sys/kernel/arch", List.of(KERNEL, "hardware")),
          Map.entry("/proc/cmdline", List.of(KERNEL, "cmdline")),
          Map.entry("/proc/sys/kernel/hostname", List.of("hostname")),
          Map.entry("/sys/devices/system/cpu/online", List.of("cpus")),
          Map.entry("/etc/machine-id", List.of("machine-id")),
          Map.entry("/sys/class/dmi/id/product_uuid", List.of("product-uuid")),
          Map.entry("/proc/1/comm", List.of("init")),
          Map.entry("/run/systemd/container", List.of("container")),
          Map.entry("/sys/fs/selinux/enforce", List.of("selinux")),
          Map.entry("/sys/module/apparmor/parameters/enabled", List.of("apparmor")));

  private final List<Head> said;
  private final Consumer<String> odd;
  private final List<Head> heads = new ArrayList<>();
  private final Map<String, List<String>> files = new LinkedHashMap<>();

  private BulkHeads(List<Head> said, Consumer<String> odd) {
    this.said = said;
    this.odd = odd;
  }

  /**
   * The heads that stand for what was said in bulk.
   *
   * @param odd takes lines that are not understood
   */
  static List<Head> of(List<Head> said, Consumer<String> odd) {
    var bulk = new BulkHeads(said, odd);
    bulk.all("lines").forEach(head -> head.body().forEach(bulk::line));
    bulk.files.forEach(bulk::file);
    DiskFiles.heads(bulk.files, bulk.all("disk-part")).forEach(bulk.heads::add);
    bulk.all("links").forEach(bulk::links);
    bulk.all("text").stream()
        .filter(head -> head.fields().equals(List.of("tools")))
        .forEach(head -> head.body().forEach(bulk::tool));
    return bulk.heads;
  }

  private List<Head> all(String name) {
    return said.stream().filter(head -> head.name().equals(name)).toList();
  }

  private void line(String text) {
    var found = LINE.matcher(text);
    if (found.matches()) {
      files.computeIfAbsent(found.group(1), _ -> new ArrayList<>()).add(found.group(2));
    } else if (!text.isBlank()) {
      odd.accept(text);
    }
  }

  private void file(String path, List<String> lines) {
    var single = SINGLE.get(path);
    if (single != null) {
      var fields = new ArrayList<>(single.subList(1, single.size()));
      fields.add(lines.getFirst());
      add(single.getFirst(), fields);
    } else if (path.startsWith(SYSCTLS)) {
      var name = path.substring(SYSCTLS.length()).replace('/', '.');
      add("sysctl", List.of(name, lines.getFirst().replace('\t', ' ')));
    } else if (lines.getFirst().startsWith("CONFIG_")) {
      heads.add(new Head("text", List.of("kernel-config"), lines));
    } else {
      whole(path, lines);
    }
  }

  private void whole(String path, List<String> lines) {
    switch (path) {
      case "/proc/self/mountinfo" -> heads.add(new Head("text", List.of("mounts"), lines));
      case "/proc/meminfo" -> lines.forEach(this::memory);
      case "/etc/passwd" -> lines.forEach(line -> add("user", List.of(line)));
      default -> heads.add(new Head("file", List.of(path), lines));
    }
  }

  private void memory(String line) {
    var found = MEMORY.matcher(line);
    if (found.find()) {
      add("memory", List.of(found.group(1), found.group(2)));
    }
  }

  private void links(Head head) {
    var paths = head.fields();
    if (paths.size() != head.body().size()) {
      head.body().forEach(odd); // one is missing, so that none can be told apart
      return;
    }
    var shown =
        IntStream.range(0, paths.size())
            .mapToObj(i -> " " + paths.get(i) + " -> " + head.body().get(i))
            .toList();
    heads.add(new Head("text", List.of("links"), shown));
  }

  private void tool(String path) {
    add("tool", List.of(path.substring(path.lastIndexOf('/') + 1), path));
  }

  private void add(String name, List<String> fields) {
    heads.add(new Head(name, fields, List.of()));
  }
}
