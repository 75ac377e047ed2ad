package io.github.kubeadmwizard.ui;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.geometry.VPos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/** A line of the log on the screen: time, host, level and text. */
final class LogRow extends Region implements LineRow {
  private static final PseudoClass WARN = PseudoClass.getPseudoClass("warn");
  private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");

  /** More characters of a line are not drawn; copying and saving have them. */
  private static final int MOST_SHOWN = 2_000;

  private final LogModel model;
  private final Map<LogLevel, String> levels;
  private final Supplier<LogColumns> columns;
  private final DateTimeFormatter clock =
      DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());
  private final Text time = text("time");
  private final Text host = text("host");
  private final Text level = text("level");
  private final Text message = text("message");
  private final Marks marks = new Marks();
  private final Pane shifted = new Pane(marks.node(), message);
  private final Rectangle clip = new Rectangle();
  private double shift;

  LogRow(LogModel model, Map<LogLevel, String> levels, Supplier<LogColumns> columns) {
    this.model = model;
    this.levels = levels;
    this.columns = columns;
    getStyleClass().add("line-row");
    setAccessibleRole(AccessibleRole.LIST_ITEM);
    shifted.setManaged(false);
    shifted.setMouseTransparent(true);
    marks.node().setManaged(false);
    marks.node().setLayoutY(LineRows.ROW_HEIGHT / 2);
    getChildren().addAll(shifted, time, host, level);
  }

  private static Text text(String style) {
    var text = new Text();
    text.getStyleClass().add(style);
    text.setManaged(false);
    text.setTextOrigin(VPos.CENTER);
    text.setLayoutY(LineRows.ROW_HEIGHT / 2);
    return text;
  }

  @Override
  public Region node() {
    return this;
  }

  @Override
  public void show(long position) {
    var line = model.line(position);
    if (line == null) { // pushed out since the model was updated
      setVisible(false);
      return;
    }
    place();
    time.setText(clock.format(line.at()));
    host.setText(cut(line.host(), LogColumns.LONGEST_HOST));
    level.setText(levels.get(line.level()));
    message.setText(printable(cut(line.text(), MOST_SHOWN)));
    pseudoClassStateChanged(WARN, line.level() == LogLevel.WARN);
    pseudoClassStateChanged(ERROR, line.level() == LogLevel.ERROR);
    var matches = model.matches();
    int chosen = matches.line() == line.number() ? matches.inLine() : -1;
    marks.show(message.getText(), matches.needle(), chosen, message::rangeShape);
  }

  private static String cut(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
  }

  /** One character for each, so that matches stay where they are. */
  private static String printable(String text) {
    boolean isPlain = text.chars().allMatch(c -> c >= ' ');
    return isPlain
        ? text
        : text.chars()
            .map(c -> c == '\t' ? ' ' : c < ' ' ? '·' : c)
            .collect(StringBuilder::new, (s, c) -> s.append((char) c), StringBuilder::append)
            .toString();
  }

  private void place() {
    var at = columns.get();
    time.setLayoutX(at.time());
    host.setLayoutX(at.host());
    level.setLayoutX(at.level());
    shifted.relocate(at.message() - shift, 0);
    shifted.setClip(shift == 0 ? null : clip);
    clip.setX(shift - 4);
    clip.setWidth(Math.max(0, getWidth() - at.message() + 4));
    clip.setHeight(LineRows.ROW_HEIGHT);
  }

  @Override
  public double wholeWidth() {
    return columns.get().message() + message.getLayoutBounds().getWidth() + 12;
  }

  @Override
  public void shift(double x) {
    shift = x;
    place();
  }

  @Override
  public @Nullable Object queryAccessibleAttribute(
      AccessibleAttribute attribute, Object... parameters) {
    return attribute == AccessibleAttribute.TEXT
        ? String.join(" ", time.getText(), host.getText(), level.getText(), message.getText())
        : super.queryAccessibleAttribute(attribute, parameters);
  }
}
