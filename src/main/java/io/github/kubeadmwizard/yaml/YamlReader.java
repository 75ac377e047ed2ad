package io.github.kubeadmwizard.yaml;

import io.github.kubeadmwizard.text.Message;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;

/** Reads YAML strictly: no aliases, no tags, no key twice, bounded in size and depth. */
public final class YamlReader {
  /** Characters that a text may have; upstream's largest manifest has a third of it. */
  private static final int MOST_CHARACTERS = 8 * 1024 * 1024;

  private YamlReader() {}

  /**
   * Reads a text that holds exactly one document.
   *
   * @throws YamlException where it is not YAML, is empty, or holds more than one
   */
  public static YamlNode readOne(String text) {
    var documents = readAll(text);
    if (documents.isEmpty()) {
      throw new YamlException(Position.START, Message.of("yaml.empty"));
    }
    if (documents.size() > 1) {
      throw new YamlException(documents.get(1).at(), Message.of("yaml.moreThanOne"));
    }
    return documents.getFirst();
  }

  /**
   * Reads every document of a text; empty ones are left out.
   *
   * @throws YamlException where it is not YAML
   */
  public static List<YamlNode> readAll(String text) {
    if (text.length() > MOST_CHARACTERS) {
      throw new YamlException(Position.START, Message.of("yaml.tooLong", MOST_CHARACTERS));
    }
    try {
      return documents(new Yaml(limits()).parse(new StringReader(text)).iterator());
    } catch (MarkedYAMLException e) {
      throw new YamlException(position(e.getProblemMark()), broken(e));
    } catch (YAMLException e) { // a character that YAML does not allow
      throw new YamlException(Position.START, Message.of("yaml.characters"));
    }
  }

  private static Message broken(MarkedYAMLException e) {
    return e.getProblem() != null && e.getProblem().contains("\\t")
        ? Message.of("yaml.tab")
        : Message.of("yaml.broken", String.valueOf(e.getProblem()));
  }

  private static LoaderOptions limits() {
    var options = new LoaderOptions();
    options.setCodePointLimit(MOST_CHARACTERS);
    options.setAllowDuplicateKeys(false);
    options.setProcessComments(false);
    return options;
  }

  private static List<YamlNode> documents(Iterator<Event> events) {
    var documents = new ArrayList<YamlNode>();
    var builder = new TreeBuilder(events);
    while (events.hasNext()) {
      if (events.next() instanceof DocumentStartEvent) {
        var root = builder.node(events.next(), 0);
        if (!(root instanceof YamlNode.Scalar s && s.kind() == YamlNode.Kind.NOTHING)) {
          documents.add(root);
        }
      }
    }
    return List.copyOf(documents);
  }

  static Position position(Mark mark) {
    return mark == null ? Position.START : new Position(mark.getLine() + 1, mark.getColumn() + 1);
  }
}
