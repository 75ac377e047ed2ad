package io.github.kubeadmwizard.facts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Joins the swap areas in use with what turns them on at boot. */
final class SwapReader {
  private final FactsOutput out;
  private final Map<String, Swap> byDevice = new LinkedHashMap<>();

  private SwapReader(FactsOutput out) {
    this.out = out;
  }

  static List<Swap> read(FactsOutput out, Units units) {
    var reader = new SwapReader(out);
    out.lines("/proc/swaps").stream().skip(1).forEach(reader::active);
    out.all("fstab-swap").flatMap(head -> head.field(0).stream()).forEach(reader::fstab);
    units.swaps().forEach(reader::unit);
    reader.zramService(units);
    return List.copyOf(reader.byDevice.values());
  }

  private void active(String line) {
    var words = Text.words(line);
    if (words.isEmpty()) {
      return;
    }
    if (words.size() < 4) {
      out.odd(line);
      return;
    }
    var device = words.get(0).replace("\\040", " ");
    long size = Text.number(words.get(2)).orElse(0) * 1024;
    long used = Text.number(words.get(3)).orElse(0) * 1024;
    byDevice.put(device, new Swap(device, kind(device, words.get(1)), size, used, true, List.of()));
  }

  private static Swap.Kind kind(String device, String type) {
    if (device.startsWith("/dev/zram")) {
      return Swap.Kind.ZRAM;
    }
    return type.equals("file") ? Swap.Kind.FILE : Swap.Kind.PARTITION;
  }

  private void fstab(String line) {
    var spec = Text.words(line).getFirst();
    add(spec, new Swap.Origin(Swap.OriginKind.FSTAB, line.strip()));
  }

  private void unit(Map<String, String> unit) {
    var file = unit.getOrDefault("FragmentPath", "");
    var what = unit.getOrDefault("What", "");
    boolean generated = file.startsWith("/run/systemd/generator");
    if (what.isEmpty() || (generated && Text.value(unit, "SourcePath").isPresent())) {
      return; // made of fstab, which is read already
    }
    var kind = Swap.OriginKind.UNIT;
    if (what.startsWith("/dev/zram")) {
      kind = Swap.OriginKind.ZRAM_SERVICE;
    } else if (generated) {
      kind = Swap.OriginKind.GPT_AUTO;
    }
    boolean zram = kind == Swap.OriginKind.ZRAM_SERVICE;
    Optional<String> where = zram ? out.field("zram-config", 0) : none();
    add(what, new Swap.Origin(kind, where.orElse(file)));
  }

  /** zramswap.service of zram-tools is no swap unit. */
  private void zramService(Units units) {
    if (units.service("zramswap.service").isEnabled()) {
      var where = out.field("zram-config", 0).orElse("zramswap.service");
      add("/dev/zram0", new Swap.Origin(Swap.OriginKind.ZRAM_SERVICE, where));
    }
  }

  private void add(String device, Swap.Origin origin) {
    var known = Optional.ofNullable(byDevice.get(device)).or(() -> byAnotherName(device));
    var swap = known.orElseGet(() -> new Swap(device, Swap.Kind.UNKNOWN, 0, 0, false, List.of()));
    var origins = Stream.concat(swap.origins().stream(), Stream.of(origin)).distinct().toList();
    byDevice.put(
        swap.device(),
        new Swap(
            swap.device(),
            swap.kind(),
            swap.sizeBytes(),
            swap.usedBytes(),
            swap.active(),
            origins));
  }

  /** UUID=… and the like name a partition; which one is clear where only one is in use. */
  private Optional<Swap> byAnotherName(String device) {
    if (!device.matches("(PART)?(UUID|LABEL)=.*|/dev/(disk|mapper|[^/]+/).*|/dev/gpt-auto.*")) {
      return none();
    }
    var candidates = new ArrayList<Swap>();
    for (var swap : byDevice.values()) {
      if (swap.active() && swap.kind() == Swap.Kind.PARTITION && swap.origins().isEmpty()) {
        candidates.add(swap);
      }
    }
    return candidates.size() == 1 ? Optional.of(candidates.getFirst()) : none();
  }

  private static <T> Optional<T> none() {
    return Optional.empty();
  }
}
