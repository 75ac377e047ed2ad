package io.github.kubeadmwizard.wizard.step.network;

import io.github.kubeadmwizard.cluster.Cidr;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.ui.Parts;
import io.github.kubeadmwizard.wizard.step.network.AddressScale.Band;
import io.github.kubeadmwizard.wizard.step.network.AddressSpace.Collision;
import io.github.kubeadmwizard.wizard.step.network.AddressSpace.Stretch;
import io.github.kubeadmwizard.wizard.step.network.AddressSpace.Use;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

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
  private static final double LETTER = 6.8; // of the small type, on average
  private static final List<Use> ROWS = List.of(Use.HOSTS, Use.ROUTE, Use.SERVICES, Use.PODS);

  private final Parts parts;
  private AddressSpace space = new AddressSpace(List.of(), List.of(), List.of());
  private Optional<Cidr> free = Optional.empty();

  AddressMap(Parts parts) {
    this.parts = parts;
    getStyleClass().add("address-map");
    setId("address-map");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setMinHeight(TOP + ROWS.size() * ROW + 8);
    setPrefHeight(TOP + ROWS.size() * ROW + 8);
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
    getChildren().clear();
    if (getWidth() < 2 * LEFT) {
      return;
    }
    var scale = new AddressScale(LEFT, getWidth() - LEFT - 8);
    grid(scale);
    Set<Stretch> colliding = new LinkedHashSet<>();
    for (Collision one : space.collisions()) {
      colliding.add(one.ours());
      colliding.add(one.other());
      scale.place(smaller(one)).ifPresent(this::column);
    }
    for (Use use : ROWS) {
      row(use, scale, colliding);
    }
  }

  private static Cidr smaller(Collision one) {
    return one.ours().range().prefix() > one.other().range().prefix()
        ? one.ours().range()
        : one.other().range();
  }

  private void grid(AddressScale scale) {
    for (AddressScale.Block block : scale.blocks()) {
      String name = block.range().toString();
      boolean wide = block.band().width() > TICK * 2;
      text(wide ? name : name.replace(".0", ""), block.band().x(), 0, "map-block");
      for (int i = 0; i < ROWS.size(); i++) {
        region("map-line", block.band().x(), y(i) + ROW - 1, block.band().width(), 1);
      }
    }
    Band first = scale.blocks().getFirst().band();
    for (int part = 0; part < 8; part++) {
      double x = first.x() + first.width() * part / 8;
      region("map-line", x, TOP, 1, ROWS.size() * ROW);
      if (part % 2 == 0 || first.width() > 8 * TICK) {
        text("10." + part * 32, x, 20, "map-tick");
      }
    }
    region("map-line", first.end(), TOP, 1, ROWS.size() * ROW);
    for (int i = 0; i < ROWS.size(); i++) {
      text(parts.say(name(ROWS.get(i))), 0, y(i) + 6, "map-row");
    }
  }

  private static double y(int row) {
    return TOP + row * ROW;
  }

  private void column(Band band) {
    region("map-collision", band.x(), TOP, band.width(), ROWS.size() * ROW);
  }

  private void row(Use use, AddressScale scale, Set<Stretch> colliding) {
    double top = y(ROWS.indexOf(use)) + (ROW - BAR) / 2;
    var occupied = new ArrayList<Band>();
    var stretches =
        space.all().stream()
            .filter(one -> one.use() == use)
            .sorted(Comparator.comparing(one -> !colliding.contains(one)))
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
          .ifPresent(band -> stretch(one, band, top, colliding.contains(one), occupied, scale));
    }
    if (use == Use.PODS) {
      free.flatMap(scale::place).ifPresent(band -> proposed(band, top, occupied, scale));
    }
  }

  private void stretch(
      Stretch one,
      Band band,
      double top,
      boolean collides,
      List<Band> occupied,
      AddressScale scale) {
    var bar =
        region(
            "map-" + one.use().name().toLowerCase(java.util.Locale.ROOT),
            band.x(),
            top,
            band.width(),
            BAR);
    bar.getStyleClass().add("map-stretch");
    if (collides) {
      bar.getStyleClass().add("collides");
    }
    String said = parts.say(said(one));
    Tooltip.install(bar, new Tooltip(said));
    label(said, band, top, collides ? "map-bad" : "map-label", occupied, scale);
  }

  private void proposed(Band band, double top, List<Band> occupied, AddressScale scale) {
    region("map-free", band.x(), top, band.width(), BAR);
    occupied.add(band);
    String said =
        parts.say(Message.of("choices.network.map.free", free.map(Cidr::toString).orElse("")));
    label(said, band, top, "map-good", occupied, scale);
  }

  /** Beside the bar where there is room, at its right or at its left; else the tooltip says it. */
  private void label(
      String said, Band band, double top, String style, List<Band> occupied, AddressScale scale) {
    double wide = wide(said);
    var right = new Band(band.end() + 6, wide);
    var left = new Band(band.x() - 6 - wide, wide);
    for (Band place : List.of(right, left)) {
      boolean inside = place.x() >= LEFT && place.end() <= scale.left() + scale.width();
      if (inside && occupied.stream().noneMatch(one -> overlap(one, place))) {
        occupied.add(place);
        text(said, place.x(), top + 1, style);
        return;
      }
    }
  }

  private static double wide(String text) {
    return text.codePoints().mapToDouble(letter -> letter > 0x2E80 ? 12.5 : LETTER).sum();
  }

  private static boolean overlap(Band one, Band other) {
    return one.x() < other.end() && other.x() < one.end();
  }

  private Region region(String style, double x, double y, double width, double height) {
    var region = new Region();
    region.getStyleClass().add(style);
    region.resizeRelocate(Math.rint(x), Math.rint(y), Math.max(1, Math.rint(width)), height);
    region.setManaged(false);
    getChildren().add(region);
    return region;
  }

  private void text(String text, double x, double y, String style) {
    var label = new Label(text);
    label.getStyleClass().addAll("small", style);
    label.relocate(Math.rint(x), Math.rint(y));
    getChildren().add(label);
  }

  private static Message name(Use use) {
    return switch (use) {
      case HOSTS -> Message.of("choices.network.map.hosts");
      case ROUTE -> Message.of("choices.network.map.routes");
      case SERVICES -> Message.of("choices.network.map.services");
      case PODS -> Message.of("choices.network.map.pods");
    };
  }

  private static Message said(Stretch one) {
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
