package io.github.kubeadmwizard.wizard.step.choice;

import io.github.kubeadmwizard.text.Message;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * A list of names with values that somebody fills in: arguments, mirrors. Lines without a name are
 * not among the choices yet.
 */
public final class Pairs {
  private final ObservableList<Line> lines = FXCollections.observableArrayList();
  // one for all: it follows the lines only as long as somebody holds it
  private final ObservableList<Line> shown = FXCollections.unmodifiableObservableList(lines);
  private final Consumer<List<Pair>> take;
  private final BiFunction<Integer, Pair, Optional<Message>> rule;
  private final ReadOnlyObjectWrapper<Optional<Message>> wrong =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private List<Pair> chosen = List.of();
  private boolean taking;

  /** A name with its value, without blanks around them. */
  public record Pair(String name, String value) {}

  /** A line as it is typed. */
  public final class Line {
    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty value = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Optional<Message>> wrong =
        new ReadOnlyObjectWrapper<>(Optional.empty());

    private Line(String name, String value) {
      this.name.set(name);
      this.value.set(value);
      this.name.subscribe((_, _) -> typed());
      this.value.subscribe((_, _) -> typed());
    }

    /** The name as it is typed. */
    public StringProperty name() {
      return name;
    }

    /** The value as it is typed. */
    public StringProperty value() {
      return value;
    }

    /** What is wrong with this line, or worth knowing. */
    public ReadOnlyObjectProperty<Optional<Message>> wrong() {
      return wrong.getReadOnlyProperty();
    }

    private Pair pair() {
      return new Pair(name.get().strip(), value.get().strip());
    }

    private boolean isNamed() {
      return !pair().name().isEmpty();
    }
  }

  /**
   * @param take puts the lines that have a name among the choices
   * @param rule what is wrong with a line, with its place among those that have a name
   */
  public Pairs(Consumer<List<Pair>> take, BiFunction<Integer, Pair, Optional<Message>> rule) {
    this.take = take;
    this.rule = rule;
  }

  /** The lines, to be shown. */
  public ObservableList<Line> lines() {
    return shown;
  }

  /** What is wrong with the first line that is wrong. */
  public ReadOnlyObjectProperty<Optional<Message>> wrong() {
    return wrong.getReadOnlyProperty();
  }

  /** An empty line more. */
  public Line add() {
    var line = new Line("", "");
    lines.add(line);
    return line;
  }

  /** A line less. */
  public void remove(Line line) {
    lines.remove(line);
    typed();
  }

  /** How many lines have a name. */
  public int named() {
    return pairs().size();
  }

  /** The choices say this now; what is typed stays unless they came to say something else. */
  public void follow(List<Pair> now) {
    boolean other = !taking && !now.equals(chosen);
    chosen = now;
    if (other) {
      lines.setAll(now.stream().map(pair -> new Line(pair.name(), pair.value())).toList());
    }
    recheck();
  }

  private List<Pair> pairs() {
    return lines.stream().filter(Line::isNamed).map(Line::pair).toList();
  }

  private void typed() {
    taking = true;
    take.accept(pairs());
    taking = false;
    recheck();
  }

  /** Looks again, after something else changed. */
  public void recheck() {
    int place = 0;
    Optional<Message> first = Optional.empty();
    for (Line line : lines) {
      Optional<Message> said = Optional.empty();
      if (line.isNamed()) {
        said = rule.apply(place++, line.pair());
      } else if (!line.pair().value().isEmpty()) {
        said = Optional.of(Message.of("choices.missing"));
      }
      line.wrong.set(said);
      first = first.or(line.wrong::get);
    }
    wrong.set(first);
  }
}
