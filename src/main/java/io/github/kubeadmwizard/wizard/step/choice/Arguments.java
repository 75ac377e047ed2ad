package io.github.kubeadmwizard.wizard.step.choice;

import io.github.kubeadmwizard.kubeadm.KnownFlags;
import io.github.kubeadmwizard.text.Message;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Extra arguments of one program, at one or more places of kubeadm's documents. */
public final class Arguments {
  private final Basis basis;
  private final Overlaid overlaid;
  private final String program;
  private final List<OverlayPath> places;
  private final Pairs pairs;

  /**
   * @param program such as {@code kube-apiserver}
   * @param places where the same arguments stand
   */
  public Arguments(Basis basis, String program, OverlayPath... places) {
    this.basis = basis;
    this.overlaid = new Overlaid(basis);
    this.program = program;
    this.places = List.of(places);
    this.pairs = new Pairs(this::take, (line, _) -> said(line));
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
    return KnownFlags.of(basis.spec().kubernetes(), program);
  }

  /** What keeps the documents from being made. */
  public Optional<Message> wrong() {
    return places.stream().flatMap(place -> overlaid.wrong(place).stream()).findFirst();
  }

  /** Shows what the choices say now. */
  public void follow() {
    Object there = overlaid.at(places.getFirst()).orElse(List.of());
    pairs.follow(
        there instanceof List<?> list
            ? list.stream().flatMap(item -> pair(item).stream()).toList()
            : List.of());
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
    List<Map<String, Object>> args = lines.stream().map(Arguments::tree).toList();
    Optional<Object> value = args.isEmpty() ? Optional.empty() : Optional.of(args);
    places.forEach(place -> overlaid.put(place, value));
  }

  private static Map<String, Object> tree(Pairs.Pair line) {
    var tree = new LinkedHashMap<String, Object>();
    tree.put("name", line.name());
    tree.put("value", line.value());
    return tree;
  }

  private Optional<Message> said(int line) {
    return overlaid.said(places.getFirst().text() + "[" + line + "]");
  }
}
