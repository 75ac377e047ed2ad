package io.github.kubeadmwizard.wizard.step.choice;

import io.github.kubeadmwizard.kubeadm.KnownFlags;
import io.github.kubeadmwizard.text.Message;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Extra arguments of one program, at one or more places of kubeadm's documents. */
public final class Arguments {
  /** Has a field of its own, on the page Runtime. */
  private static final String GATES = "feature-gates";

  private final Overlaid overlaid;
  private final String program;
  private final List<OverlayPath> places;
  private final Pairs pairs;

  /**
   * @param program such as {@code kube-apiserver}
   * @param places where the same arguments stand
   */
  public Arguments(Overlaid overlaid, String program, OverlayPath... places) {
    this.overlaid = overlaid;
    this.program = program;
    this.places = List.of(places);
    this.pairs = new Pairs(this::take, this::said);
  }

  /** Which program they are for. */
  public String program() {
    return program;
  }

  /** The lines. */
  public Pairs pairs() {
    return pairs;
  }

  /** The flags that the program has in the wished version. */
  public List<String> known() {
    return KnownFlags.of(overlaid.version(), program);
  }

  /** What keeps the documents from being made. */
  public Optional<Message> wrong() {
    return pairs.lines().stream()
        .filter(line -> line.name().get().strip().equals(GATES))
        .flatMap(line -> line.wrong().get().stream())
        .findFirst()
        .or(() -> places.stream().flatMap(place -> overlaid.wrong(place).stream()).findFirst());
  }

  /** Shows what the choices say now. */
  public void follow() {
    pairs.follow(
        list(overlaid, places.getFirst()).stream()
            .filter(item -> !isGates(item))
            .flatMap(item -> pair(item).stream())
            .toList());
  }

  private static List<?> list(Overlaid overlaid, OverlayPath place) {
    return overlaid.at(place).orElse(List.of()) instanceof List<?> list ? list : List.of();
  }

  private static boolean isGates(Object item) {
    return item instanceof Map<?, ?> map && GATES.equals(map.get("name"));
  }

  private static Optional<Pairs.Pair> pair(Object item) {
    return item instanceof Map<?, ?> map && map.get("name") != null
        ? Optional.of(
            new Pairs.Pair(
                String.valueOf(map.get("name")),
                map.get("value") == null ? "" : String.valueOf(map.get("value"))))
        : Optional.empty();
  }

  private void take(List<Pairs.Pair> lines) {
    for (OverlayPath place : places) {
      var args = new ArrayList<Object>();
      lines.stream()
          .filter(line -> !line.name().equals(GATES))
          .forEach(line -> args.add(tree(line.name(), line.value())));
      list(overlaid, place).stream().filter(Arguments::isGates).forEach(args::add);
      put(overlaid, place, args);
    }
  }

  /**
   * Gives a program its feature gates, beside its other arguments.
   *
   * @param gates such as {@code A=true,B=false}; empty: none
   */
  public static void putGates(Overlaid overlaid, OverlayPath place, String gates) {
    var args = new ArrayList<Object>();
    list(overlaid, place).stream().filter(item -> !isGates(item)).forEach(args::add);
    if (!gates.isEmpty()) {
      args.add(tree(GATES, gates));
    }
    put(overlaid, place, args);
  }

  private static void put(Overlaid overlaid, OverlayPath place, List<Object> args) {
    overlaid.put(place, args.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(args)));
  }

  private static Map<String, Object> tree(String name, String value) {
    var tree = new LinkedHashMap<String, Object>();
    tree.put("name", name);
    tree.put("value", value);
    return tree;
  }

  private Optional<Message> said(int line, Pairs.Pair pair) {
    if (pair.name().equals(GATES)) {
      return Optional.of(Message.of("choices.arguments.gates"));
    }
    var list = list(overlaid, places.getFirst());
    int place = -1;
    for (int seen = -1; seen < line && place < list.size() - 1; ) {
      place++;
      seen += isGates(list.get(place)) ? 0 : 1;
    }
    return overlaid.said(places.getFirst().text() + "[" + place + "]");
  }
}
