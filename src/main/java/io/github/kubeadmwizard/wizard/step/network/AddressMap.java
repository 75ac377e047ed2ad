package io.github.kubeadmwizard.wizard.step.network;

import io.github.kubeadmwizard.cluster.Cidr;
import io.github.kubeadmwizard.network.AddressSpace;
import io.github.kubeadmwizard.network.AddressSpace.Collision;
import io.github.kubeadmwizard.network.AddressSpace.Stretch;
import io.github.kubeadmwizard.network.AddressSpace.Use;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.ui.Parts;
import io.github.kubeadmwizard.wizard.step.network.AddressScale.Band;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;

/**
 * The private address space to scale, with who uses which part. What collides is hatched and named;
 * the text that is read out lists all ranges and collisions.
 */
final class AddressMap extends Pane {
  private static final double LEFT = 112;
  private static final double TOP = 44;
  private static final double ROW = 32;
  private static final double BAR = 20;
  private static final double TICK = 52; // the width that an address below the scale needs
  private static final List<Use> ROWS =
      List.of(Use.HOSTS, Use.ROUTE, Use.LAPTOP, Use.SERVICES, Use.PODS);
  private static final double HEIGHT = TOP + ROWS.size() * ROW + 8;

  /** What is wrong with a range, as it is drawn. */
  private enum Trouble {
    CAUTION("cautions", "map-careful"),
    COLLISION("collides", "map-bad");

    private final String bar;
    private final String label;

    Trouble(String bar, String label) {
      this.bar = bar;
      this.label = label;
    }
  }

  private final Parts parts;
  private final MapDrawing drawing = new MapDrawing(getChildren());
  private AddressSpace space = new AddressSpace(List.of(), List.of(), List.of());
  private Optional<Cidr> free = Optional.empty();

  AddressMap(Parts parts) {
    this.parts = parts;
    getStyleClass().add("address-map");
    setId("address-map");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setMinHeight(HEIGHT);
    setPrefHeight(HEIGHT);
    widthProperty().subscribe(_ -> draw());
  }

  /** Shows this, and a range that is proposed for pods. */
  void show(AddressSpace now, Optional<Cidr> proposed) {
    if (now.equals(space) && proposed.equals(free)) {
      return;
    }
    space = now;
    free = proposed;
    setAccessibleText(spoken());
    draw();
  }

  private void draw() {
    drawing.clear();
    if (getWidth() < 2 * LEFT) {
      return;
    }
    var scale = new AddressScale(LEFT, getWidth() - LEFT - 8);
    var collisions = space.collisions();
    grid(scale);
    collisions.stream()
        .sorted(Comparator.comparing(Collision::blocks)) // what blocks lies on top
        .forEach(one -> scale.place(one.smaller().range()).ifPresent(band -> column(one, band)));
    for (Use use : ROWS) {
      row(use, scale, collisions);
    }
    double height = HEIGHT + enlarge(scale, collisions);
    setMinHeight(height);
    setPrefHeight(height);
  }

  /** The first that is hard to see on the whole scale, below it; the height that it takes. */
  private double enlarge(AddressScale scale, List<Collision> collisions) {
    return collisions.stream()
        .sorted(Comparator.comparing(Collision::blocks).reversed())
        .flatMap(one -> EnlargedCollision.of(one, scale).stream())
        .findFirst()
        .map(enlarged -> {
          enlarged.draw(drawing, parts, y(ROWS.size()));
          return EnlargedCollision.HEIGHT;
        })
        .orElse(0.0);
  }

  private void grid(AddressScale scale) {
    for (AddressScale.Block block : scale.blocks()) {
      String name = block.range().toString();
      boolean wide = block.band().width() > TICK * 2;
      drawing.text(wide ? name : name.replace(".0", ""), block.band().x(), 0, "map-block");
      for (int i = 0; i < ROWS.size(); i++) {
        drawing.region("map-line", block.band().x(), y(i) + ROW - 1, block.band().width(), 1);
      }
    }
    Band first = scale.blocks().getFirst().band();
    for (int part = 0; part < 8; part++) {
      double x = first.x() + first.width() * part / 8;
      drawing.region("map-line", x, TOP, 1, ROWS.size() * ROW);
      if (part % 2 == 0 || first.width() > 8 * TICK) {
        drawing.text("10." + part * 32, x, 20, "map-tick");
      }
    }
    drawing.region("map-line", first.end(), TOP, 1, ROWS.size() * ROW);
    for (int i = 0; i < ROWS.size(); i++) {
      drawing.text(parts.say(name(ROWS.get(i))), 0, y(i) + 6, "map-row");
    }
  }

  private static double y(int row) {
    return TOP + row * ROW;
  }

  private void column(Collision one, Band band) {
    String style = one.blocks() ? "map-collision" : "map-caution";
    drawing.region(style, band.x(), TOP, band.width(), ROWS.size() * ROW);
  }

  private void row(Use use, AddressScale scale, List<Collision> collisions) {
    double top = y(ROWS.indexOf(use)) + (ROW - BAR) / 2;
    var occupied = new ArrayList<Band>();
    var stretches =
        space.all().stream()
            .filter(one -> one.use() == use)
            .sorted(Comparator.comparing(one -> trouble(one, collisions).isEmpty()))
            .toList();
    for (Stretch one : stretches) {
      scale.place(one.range()).ifPresent(occupied::add);
    }
    if (use == Use.PODS) {
      free.flatMap(scale::place).ifPresent(occupied::add);
    }
    for (Stretch one : stretches) {
      scale
          .place(one.range())
          .ifPresent(band -> stretch(one, band, top, trouble(one, collisions), occupied, scale));
    }
    if (use == Use.PODS) {
      free.flatMap(scale::place).ifPresent(band -> proposed(band, top, occupied, scale));
    }
  }

  private static Optional<Trouble> trouble(Stretch one, List<Collision> collisions) {
    return collisions.stream()
        .filter(any -> any.ours().equals(one) || any.other().equals(one))
        .map(any -> any.blocks() ? Trouble.COLLISION : Trouble.CAUTION)
        .max(Comparator.naturalOrder());
  }

  private void stretch(
      Stretch one,
      Band band,
      double top,
      Optional<Trouble> trouble,
      List<Band> occupied,
      AddressScale scale) {
    var bar =
        drawing.region(
            "map-" + one.use().name().toLowerCase(java.util.Locale.ROOT),
            band.x(),
            top,
            band.width(),
            BAR);
    bar.getStyleClass().add("map-stretch");
    trouble.ifPresent(of -> bar.getStyleClass().add(of.bar));
    String said = parts.say(said(one));
    Tooltip.install(bar, new Tooltip(said));
    boolean isNarrow = band.x() > scale.blocks().getFirst().band().end();
    label(
        isNarrow && one.use() == Use.LAPTOP ? one.through() : said,
        band,
        top,
        trouble.map(of -> of.label).orElse("map-label"),
        occupied,
        scale);
  }

  private void proposed(Band band, double top, List<Band> occupied, AddressScale scale) {
    drawing.region("map-free", band.x(), top, band.width(), BAR);
    occupied.add(band);
    String said =
        parts.say(Message.of("choices.network.map.free", free.map(Cidr::toString).orElse("")));
    label(said, band, top, "map-good", occupied, scale);
  }

  /** Beside the bar where there is room, at its right or at its left; else the tooltip says it. */
  private void label(
      String said, Band band, double top, String style, List<Band> occupied, AddressScale scale) {
    double wide = MapDrawing.wide(said);
    var right = new Band(band.end() + 6, wide);
    var left = new Band(band.x() - 6 - wide, wide);
    for (Band place : List.of(right, left)) {
      boolean inside = place.x() >= LEFT && place.end() <= scale.left() + scale.width();
      if (inside && occupied.stream().noneMatch(one -> overlap(one, place))) {
        occupied.add(place);
        drawing.text(said, place.x(), top + 1, style);
        return;
      }
    }
  }

  private static boolean overlap(Band one, Band other) {
    return one.x() < other.end() && other.x() < one.end();
  }

  /** Who uses addresses so. */
  static Message name(Use use) {
    return switch (use) {
      case HOSTS -> Message.of("choices.network.map.hosts");
      case ROUTE -> Message.of("choices.network.map.routes");
      case LAPTOP -> Message.of("choices.network.map.own");
      case SERVICES -> Message.of("choices.network.map.services");
      case PODS -> Message.of("choices.network.map.pods");
    };
  }

  /** A range as it is named beside its bar. */
  static Message said(Stretch one) {
    if (one.use() == Use.LAPTOP) {
      return Message.of("choices.network.map.through", one.range().toString(), one.through());
    }
    return one.hosts().isEmpty()
        ? Message.of("choices.plain", one.range().toString())
        : Message.of(
            "choices.network.map.taken",
            one.range().toString(),
            one.through(),
            one.hosts().size(),
            one.hosts().getFirst());
  }

  private String spoken() {
    var lines = new ArrayList<String>();
    for (Stretch one : space.all()) {
      lines.add(parts.say(name(one.use())) + ": " + parts.say(said(one)));
    }
    space.collisions().forEach(one -> lines.add(parts.say(NetworkModel.collides(one))));
    return String.join(". ", lines);
  }
}
