package io.github.kubeadmwizard.yaml;

import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.yaml.YamlNode.Entry;
import io.github.kubeadmwizard.yaml.YamlNode.Kind;
import io.github.kubeadmwizard.yaml.YamlNode.Mapping;
import io.github.kubeadmwizard.yaml.YamlNode.Scalar;
import io.github.kubeadmwizard.yaml.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingEndEvent;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceEndEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;

/** Builds our tree from the parser's events, and refuses what we do not take. */
final class TreeBuilder {
  private static final int DEEPEST = 60;
  private static final Map<String, Kind> TAGS =
      Map.of("tag:yaml.org,2002:str", Kind.TEXT, "!", Kind.TEXT);

  private final Iterator<Event> events;

  TreeBuilder(Iterator<Event> events) {
    this.events = events;
  }

  YamlNode node(Event event, int depth) {
    var at = YamlReader.position(event.getStartMark());
    if (depth > DEEPEST) {
      throw new YamlException(at, Message.of("yaml.tooDeep", DEEPEST));
    }
    if (event instanceof NodeEvent named && named.getAnchor() != null) {
      throw new YamlException(at, Message.of("yaml.alias"));
    }
    return switch (event) {
      case ScalarEvent scalar -> scalar(scalar, at);
      case SequenceStartEvent start -> sequence(start, at, depth);
      case MappingStartEvent start -> mapping(start, at, depth);
      default -> throw new IllegalStateException("not a value: " + event.getEventId());
    };
  }

  private static Scalar scalar(ScalarEvent event, Position at) {
    if (event.getTag() != null) {
      var kind = TAGS.get(event.getTag());
      if (kind == null) {
        throw new YamlException(at, Message.of("yaml.tag"));
      }
      return new Scalar(at, event.getValue(), kind);
    }
    return new Scalar(
        at, event.getValue(), event.isPlain() ? ScalarKind.of(event.getValue()) : Kind.TEXT);
  }

  private Sequence sequence(SequenceStartEvent start, Position at, int depth) {
    refuseTag(start.getTag(), at);
    var items = new ArrayList<YamlNode>();
    for (var next = events.next(); !(next instanceof SequenceEndEvent); next = events.next()) {
      items.add(node(next, depth + 1));
    }
    return new Sequence(at, items);
  }

  private Mapping mapping(MappingStartEvent start, Position at, int depth) {
    refuseTag(start.getTag(), at);
    var entries = new ArrayList<Entry>();
    var seen = new HashSet<String>();
    for (var next = events.next(); !(next instanceof MappingEndEvent); next = events.next()) {
      if (!(node(next, depth + 1) instanceof Scalar key) || key.text().equals("<<")) {
        throw new YamlException(
            YamlReader.position(next.getStartMark()), Message.of("yaml.keyIsNoText"));
      }
      if (!seen.add(key.text())) {
        throw new YamlException(key.at(), Message.of("yaml.twice", key.text()));
      }
      entries.add(new Entry(key, node(events.next(), depth + 1)));
    }
    return new Mapping(at, entries);
  }

  private static void refuseTag(@Nullable String tag, Position at) {
    if (tag != null) {
      throw new YamlException(at, Message.of("yaml.tag"));
    }
  }
}
