package io.github.kubeadmwizard.journal;

import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.engine.RunEvent;
import io.github.kubeadmwizard.text.Secret;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Turns records into maps, lists and plain values, so that the journal needs no line of code for
 * each kind of event. A record of a sealed interface carries its name: {@code event} for a {@link
 * RunEvent}, {@code type} for the others. {@link TreeRecord} reads it back.
 */
final class RecordTree {
  private final UnaryOperator<String> mask;

  /**
   * @param mask covers secrets; every text goes through it
   */
  RecordTree(UnaryOperator<String> mask) {
    this.mask = mask;
  }

  /** The fields of a record, by name; empty optionals and nulls are left out. */
  Map<String, Object> of(Record value) {
    var fields = new LinkedHashMap<String, Object>();
    Class<?> type = value.getClass();
    tag(type).ifPresent(tag -> fields.put(tag, name(type)));
    for (RecordComponent part : type.getRecordComponents()) {
      Object tree = tree(read(part, value));
      if (tree != null) {
        fields.put(part.getName(), tree);
      }
    }
    return fields;
  }

  private @Nullable Object tree(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case Secret _ -> throw new IllegalArgumentException("a secret is never written");
      case Optional<?> maybe -> tree(maybe.orElse(null));
      case String text -> mask.apply(text);
      case Number number -> number;
      case Boolean flag -> flag;
      case Enum<?> choice -> kebab(choice.name().replace('_', '-'));
      case Instant at -> at.toString();
      case Duration time -> time.toString();
      case HostName host -> host.value();
      case Collection<?> many -> many.stream().map(this::tree).toList();
      case Map<?, ?> map -> byName(map);
      case Record inner -> of(inner);
      default -> mask.apply(value.toString());
    };
  }

  private Map<String, Object> byName(Map<?, ?> map) {
    var tree = new LinkedHashMap<String, Object>();
    map.forEach((key, value) -> {
      Object inner = tree(value);
      if (inner != null) {
        tree.put(String.valueOf(key), inner);
      }
    });
    return tree;
  }

  /** The field that names the kind of a record, if its interface is a closed choice. */
  static Optional<String> tag(Class<?> type) {
    List<Class<?>> sealed = Arrays.stream(type.getInterfaces()).filter(Class::isSealed).toList();
    if (sealed.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(sealed.contains(RunEvent.class) ? "event" : "type");
  }

  /** The name of a kind: {@code ActionFinished} is {@code action-finished}. */
  static String name(Class<?> type) {
    return kebab(type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-"));
  }

  private static String kebab(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private static @Nullable Object read(RecordComponent part, Record value) {
    try {
      return part.getAccessor().invoke(value);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("a record of ours does not show " + part.getName(), e);
    }
  }
}
