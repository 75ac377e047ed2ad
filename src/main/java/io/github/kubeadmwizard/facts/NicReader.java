package io.github.kubeadmwizard.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads network cards from the output of {@code ip addr show}. */
final class NicReader {
  static final Pattern LINK =
      Pattern.compile("^\\d+: ([^:@\\s]+)(?:@\\S+)?: <([^>]*)> mtu (\\d{1,9})(.*)$");

  private final FactsOutput out;
  private final List<Nic> nics = new ArrayList<>();

  private NicReader(FactsOutput out) {
    this.out = out;
  }

  static List<Nic> read(FactsOutput out) {
    var reader = new NicReader(out);
    for (var line : out.text("addresses")) {
      var link = LINK.matcher(line);
      if (link.matches()) {
        reader.link(link);
      } else if (line.startsWith(" ") && !reader.nics.isEmpty()) {
        reader.detail(Text.words(line));
      }
    }
    return reader.nics.stream().filter(nic -> !nic.name().equals("lo")).toList();
  }

  private void link(Matcher link) {
    var name = link.group(1);
    var flags = List.of(link.group(2).split(","));
    var state = Text.after(Text.words(link.group(4)), "state").orElse("UNKNOWN");
    boolean up = state.equals("UP") || (state.equals("UNKNOWN") && flags.contains("UP"));
    boolean physical = out.all("nic-device", name).findAny().isPresent();
    int mtu = Integer.parseInt(link.group(3));
    nics.add(new Nic(name, Optional.empty(), mtu, up, physical, List.of()));
  }

  private void detail(List<String> words) {
    var nic = nics.getLast();
    if (words.size() > 1 && words.getFirst().equals("link/ether")) {
      var mac = Optional.of(words.get(1).toLowerCase(Locale.ROOT));
      nics.set(
          nics.size() - 1,
          new Nic(nic.name(), mac, nic.mtu(), nic.up(), nic.physical(), nic.addresses()));
    } else if (words.size() > 1 && words.getFirst().startsWith("inet")) {
      address(words).ifPresent(this::add);
    }
  }

  private void add(Nic.Address address) {
    var nic = nics.getLast();
    var addresses = new ArrayList<>(nic.addresses());
    addresses.add(address);
    nics.set(
        nics.size() - 1,
        new Nic(nic.name(), nic.mac(), nic.mtu(), nic.up(), nic.physical(), addresses));
  }

  private static Optional<Nic.Address> address(List<String> words) {
    if (words.getFirst().equals("inet6") && words.contains("link")) {
      return Optional.empty();
    }
    var own = words.get(1).split("/", 2);
    // A point-to-point link has its prefix behind the other end's address.
    var range = own.length == 2 ? own : Text.after(words, "peer").orElse("").split("/", 2);
    var prefix = Text.small(range.length == 2 ? range[1] : "32");
    return prefix.isEmpty()
        ? Optional.empty()
        : Optional.of(new Nic.Address(own[0], prefix.getAsInt(), words.contains("dynamic")));
  }
}
