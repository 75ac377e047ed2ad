package io.github.kubeadmwizard.wizard.step.network;

import io.github.kubeadmwizard.cluster.Cidr;
import io.github.kubeadmwizard.network.AddressSpace.Collision;
import io.github.kubeadmwizard.network.AddressSpace.Stretch;
import io.github.kubeadmwizard.network.FreeRange;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.ui.Parts;
import io.github.kubeadmwizard.wizard.step.network.AddressScale.Band;
import java.util.Optional;

/**
 * Two ranges that share addresses, drawn so large that one sees which part it is: the larger from
 * edge to edge, the smaller below it.
 *
 * @param from where the larger lies on the whole scale
 * @param to where it is drawn
 * @param times how much larger than there
 */
record EnlargedCollision(Collision collision, Band from, Band to, long times) {
  static final double HEIGHT = 92;
  private static final double FALL = 24; // from the whole scale to the enlarged part
  private static final double BAR = 20;
  private static final int QUARTERS = 4;

  /** Empty where the whole scale shows it well enough, or not at all. */
  static Optional<EnlargedCollision> of(Collision collision, AddressScale scale) {
    var whole = scale.blocks().getFirst().band();
    return scale
        .place(collision.larger().range())
        .filter(band -> band.width() < whole.width() / 4)
        .map(band ->
            new EnlargedCollision(
                collision,
                band,
                whole,
                Math.round(whole.width() / scale.exactWidth(collision.larger().range()))));
  }

  /** Draws it below this height. */
  void draw(MapDrawing drawing, Parts parts, double top) {
    String kind = collision.blocks() ? "collides" : "cautions";
    String words = collision.blocks() ? "map-bad" : "map-careful";
    double upper = top + FALL;
    double lower = upper + BAR + 4;
    drawing.area(
        collision.blocks() ? "map-fall" : "map-careful-fall",
        from.x(),
        top,
        from.end(),
        top,
        to.end(),
        upper,
        to.x(),
        upper);
    drawing.text(
        parts.say(Message.of("choices.network.map.enlarged", times)), 0, upper + 2, "text-muted");
    bar(drawing, kind, to, upper);
    label(drawing, name(parts, collision.larger()), to.x() + 8, upper);
    Band small = part(collision.smaller().range());
    bar(drawing, kind, small, lower);
    beside(drawing, name(parts, collision.smaller()), small, lower + 1, words);
    ticks(drawing, lower + BAR + 4);
  }

  private static String name(Parts parts, Stretch one) {
    return parts.say(
        Message.of(
            "choices.network.map.whose",
            parts.say(AddressMap.name(one.use())),
            parts.say(AddressMap.said(one))));
  }

  private static void bar(MapDrawing drawing, String kind, Band band, double y) {
    drawing.region("map-stretch", band.x(), y, band.width(), BAR).getStyleClass().add(kind);
  }

  /** On a ground of its own, since the bar is hatched. */
  private static void label(MapDrawing drawing, String text, double x, double y) {
    drawing.region("map-ground", x, y + 1, MapDrawing.wide(text) + 8, BAR - 2);
    drawing.text(text, x + 4, y + 1, "map-label");
  }

  private void beside(MapDrawing drawing, String text, Band band, double y, String style) {
    double wide = MapDrawing.wide(text);
    double right = band.end() + 6;
    boolean fits = right + wide <= to.end();
    drawing.text(text, fits ? right : Math.max(to.x(), band.x() - 6 - wide), y, style);
  }

  private Band part(Cidr range) {
    var whole = collision.larger().range();
    double perAddress = to.width() / whole.size().doubleValue();
    double first = FreeRange.number(range.address()) - FreeRange.number(whole.address());
    double wide = Math.max(AddressScale.SLIVER, range.size().doubleValue() * perAddress);
    return new Band(Math.min(to.x() + first * perAddress, to.end() - wide), wide);
  }

  private void ticks(MapDrawing drawing, double y) {
    var whole = collision.larger().range();
    long first = FreeRange.number(whole.address());
    long size = whole.size().longValueExact();
    for (int i = 0; i < QUARTERS && size >= QUARTERS; i++) {
      String at = FreeRange.text(first + size * i / QUARTERS);
      drawing.text(at, to.x() + to.width() * i / QUARTERS, y, "map-tick");
    }
  }
}
