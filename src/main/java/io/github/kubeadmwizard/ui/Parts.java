package io.github.kubeadmwizard.ui;

import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.text.Words;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.ObservableList;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The small parts that every page is made of, in one language and one scale of type. */
public final class Parts {
  /** A line's height in heights of its letters. */
  private static final double LINE = 1.3;

  private static final double BAR = 16;

  private final Words words;
  private final Pieces pieces;
  private final ReadOnlyBooleanWrapper inUse = new ReadOnlyBooleanWrapper(true);

  /** In this language; pages are whole at once. */
  public Parts(Words words) {
    this(words, Pieces.atOnce());
  }

  /**
   * In this language.
   *
   * @param pieces how pages are filled
   */
  public Parts(Words words, Pieces pieces) {
    this.words = words;
    this.pieces = pieces;
  }

  private Parts(Words words, Pieces pieces, ObservableBooleanValue shown) {
    this.words = words;
    inUse.bind(shown);
    this.pieces = pieces.during(inUse);
  }

  /**
   * The same for one page: in use while it is shown. A page that is not seen does no work; it hears
   * of what has changed when it is shown again.
   */
  public Parts ofPage(ObservableBooleanValue shown) {
    return new Parts(words, pieces, Bindings.and(inUse, shown));
  }

  /** Fills what is shown, little by little. */
  public Pieces pieces() {
    return pieces;
  }

  /** The language. */
  public Words words() {
    return words;
  }

  /**
   * Whether what is made of these parts is still shown: what watches a model watches it {@code
   * when} this holds, since models outlive the pages that are made of them.
   */
  public ReadOnlyBooleanProperty inUse() {
    return inUse.getReadOnlyProperty();
  }

  /**
   * Hears of each change of a model's list while these parts are in use, and when they are again.
   */
  public void whenChanged(ObservableList<?> list, Runnable listener) {
    var watched = new Subscription[] {list.subscribe(listener)};
    inUse.subscribe((_, used) -> {
      watched[0].unsubscribe();
      if (used) {
        watched[0] = list.subscribe(listener);
        listener.run();
      }
    });
  }

  /** Others take their place: nothing that is made of these watches a model from now on. */
  public void end() {
    inUse.set(false);
    pieces.end();
  }

  /** The sentence of a message. */
  public String say(Message message) {
    return words.say(message);
  }

  /** A page's title. */
  public Label title(Message text) {
    return label(text, "page-title");
  }

  /** The heading of a part of a page. */
  public Label section(Message text) {
    return label(text, "section-title");
  }

  /** A sentence in the page's own type; wraps. */
  public Label body(Message text) {
    return label(text, "body");
  }

  /** The same behind an icon in the colour of a role. */
  public Label body(Message text, Feather icon, String role) {
    var label = body(text);
    label.setGraphic(icon(icon, role));
    return label;
  }

  /** A quieter, smaller sentence; wraps. */
  public Label hint(Message text) {
    return label(text, "hint");
  }

  /** Text as a machine writes it: addresses, commands. */
  public static Label mono(String text) {
    var label = new Label(text);
    label.getStyleClass().add("mono");
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  private Label label(Message text, String style) {
    return label(say(text), style);
  }

  /** A label of a style class of ours; wraps. */
  public static Label label(String text, String style) {
    var label = new Label(text);
    label.getStyleClass().add(style);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    label.heightProperty().subscribe(_ -> raiseIcon(label));
    label.graphicProperty().subscribe(_ -> raiseIcon(label));
    return label;
  }

  /** JavaFX has the icon at the middle of all lines; it belongs to the first. */
  private static void raiseIcon(Label label) {
    if (label.getGraphic() instanceof FontIcon icon) {
      double line = LINE * label.getFont().getSize();
      double more = label.getHeight() - line;
      icon.setTranslateY(more < line / 2 ? 0 : -more / 2);
    }
  }

  /**
   * What scrolls where the window is low; its bar stands beside it, in the margin.
   *
   * @param content whose padding is set here
   */
  public static ScrollPane scrolling(Region content) {
    content.setPadding(new Insets(0, BAR, 0, 0));
    var scroll = new ScrollPane(content);
    scroll.setFitToWidth(true);
    VBox.setMargin(scroll, new Insets(0, -BAR, 0, 0));
    return scroll;
  }

  /** An icon in the colour of a role: {@code good}, {@code attention}, {@code bad}, and so on. */
  public static FontIcon icon(Feather icon, String role) {
    var drawn = new FontIcon(icon);
    drawn.getStyleClass().add(role);
    return drawn;
  }

  /** A button with an icon. */
  public Button button(Message text, Feather icon, Runnable work) {
    var button = new Button(say(text), new FontIcon(icon));
    button.setMnemonicParsing(true);
    button.setOnAction(_ -> work.run());
    return button;
  }

  /** A button without an icon. */
  public Button button(Message text, Runnable work) {
    var button = new Button(say(text));
    button.setMnemonicParsing(true);
    button.setOnAction(_ -> work.run());
    return button;
  }

  /** A button that is only an icon; its name is read out and shown as a tooltip. */
  public Button iconButton(Message name, Feather icon, Runnable work) {
    var button = new Button("", new FontIcon(icon));
    button.getStyleClass().addAll("flat", "button-icon");
    button.setAccessibleText(say(name));
    button.setTooltip(new Tooltip(say(name)));
    button.setOnAction(_ -> work.run());
    return button;
  }

  /** Something less than a button. */
  public Hyperlink link(Message text, Runnable work) {
    var link = new Hyperlink(say(text));
    link.setOnAction(_ -> {
      link.setVisited(false);
      work.run();
    });
    return link;
  }

  /** Takes the room that is left. */
  public static Region grow() {
    var region = new Region();
    HBox.setHgrow(region, Priority.ALWAYS);
    VBox.setVgrow(region, Priority.ALWAYS);
    return region;
  }

  /** A row with 8 between. */
  public static HBox row(Node... nodes) {
    var row = new HBox(8, nodes);
    row.getStyleClass().add("row");
    return row;
  }

  /** A framed part of a page. */
  public static VBox card(Node... nodes) {
    var card = new VBox(8, nodes);
    card.getStyleClass().add("card-box");
    return card;
  }
}
