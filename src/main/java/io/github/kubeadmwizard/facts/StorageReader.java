package io.github.kubeadmwizard.facts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads room by path and block devices. */
final class StorageReader {
  private static final Pattern PARENT = Pattern.compile("-> .*/([^/]+)/([^/]+)$");

  private StorageReader() {}

  static Storage read(FactsOutput out, Units units) {
    var mounts = mounts(out);
    return new Storage(
        spaces(out, mounts),
        SwapReader.read(out, units),
        devices(out, mounts),
        DiskReader.read(out));
  }

  /** A line of /proc/self/mountinfo, as far as it matters. */
  private record Mount(String point, String device, boolean readOnly) {}

  private static List<Mount> mounts(FactsOutput out) {
    var result = new ArrayList<Mount>();
    for (var line : out.text("mounts")) {
      var words = Text.words(line);
      int dash = words.indexOf("-");
      if (words.size() > 6 && dash > 0 && dash + 2 < words.size()) {
        boolean readOnly = List.of(words.get(5).split(",")).contains("ro");
        result.add(new Mount(words.get(4), words.get(dash + 2), readOnly));
      } else {
        out.odd(line);
      }
    }
    return result;
  }

  private static List<Space> spaces(FactsOutput out, List<Mount> mounts) {
    var places = out.all("place").filter(head -> head.fields().size() == 2).toList();
    var rows = out.text("space").stream().map(Text::words).filter(w -> w.size() >= 7).skip(1);
    var table = rows.toList();
    if (table.size() != places.size()) {
      out.text("space").forEach(out::odd); // a row is missing, so that none can be told apart
      return List.of();
    }
    var result = new ArrayList<Space>();
    for (int i = 0; i < table.size(); i++) {
      space(places.get(i).fields().getFirst(), table.get(i), mounts).ifPresent(result::add);
    }
    return result;
  }

  private static Optional<Space> space(String path, List<String> row, List<Mount> mounts) {
    var point = String.join(" ", row.subList(6, row.size()));
    boolean readOnly = mounts.stream().anyMatch(m -> m.point().equals(point) && m.readOnly());
    var size = Text.number(row.get(2));
    var available = Text.number(row.get(4));
    return size.isEmpty() || available.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Space(
                path,
                point,
                row.get(0),
                row.get(1),
                size.getAsLong() * 1024,
                available.getAsLong() * 1024,
                readOnly));
  }

  private static List<BlockDevice> devices(FactsOutput out, List<Mount> mounts) {
    var parents = parents(out);
    return out.all("disk")
        .filter(head -> head.fields().size() == 7)
        .map(head -> device(out, head, parents, mounts))
        .toList();
  }

  private static BlockDevice device(
      FactsOutput out, FactsOutput.Head head, Map<String, String> parents, List<Mount> mounts) {
    var name = head.fields().getFirst();
    boolean partition = head.field(6).isPresent();
    return new BlockDevice(
        name,
        Text.number(head.fields().get(1)).orElse(0) * 512, // the kernel counts in 512 always
        partition ? Optional.ofNullable(parents.get(name)) : Optional.empty(),
        head.field(3).filter("1"::equals).isPresent(),
        head.field(4).filter("1"::equals).isPresent(),
        head.field(5).filter("1"::equals).isPresent(),
        out.all("disk-content", name).flatMap(h -> h.field(1).stream()).findFirst(),
        mounts.stream()
            .filter(mount -> mount.device().equals("/dev/" + name))
            .map(Mount::point)
            .distinct()
            .toList());
  }

  private static Map<String, String> parents(FactsOutput out) {
    var result = new HashMap<String, String>();
    out.all("disk-part")
        .filter(head -> head.fields().size() == 2)
        .forEach(head -> result.put(head.fields().get(0), head.fields().get(1)));
    for (var line : out.text("links")) {
      var found = PARENT.matcher(line);
      if (line.contains("/sys/class/block/") && found.find()) {
        result.put(found.group(2), found.group(1));
      }
    }
    return result;
  }
}
