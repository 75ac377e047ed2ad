package io.github.kubeadmwizard.journal;

import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.text.Message;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads back what {@link RecordTree} made. Fields that it does not know are passed over, fields
 * that are not there are empty, so that a journal of another version can be read.
 */
final class TreeRecord {
  private TreeRecord() {}

  /**
   * The value of this type.
   *
   * @param type a record, or a sealed interface of records
   * @throws IllegalArgumentException if the tree does not hold one
   */
  static <T> T read(Class<T> type, Map<?, ?> tree) {
    return type.cast(record(type, tree));
  }

  private static Object record(Class<?> type, Map<?, ?> tree) {
    Class<?> exact = type.isSealed() ? chosen(type, tree) : type;
    RecordComponent[] parts = exact.getRecordComponents();
    if (parts == null) {
      throw new IllegalArgumentException("not a record: " + exact);
    }
    Object[] values =
        Arrays.stream(parts)
            .map(part -> value(part.getGenericType(), tree.get(part.getName())))
            .toArray();
    return make(exact, parts, values);
  }

  private static Class<?> chosen(Class<?> choice, Map<?, ?> tree) {
    for (Class<?> kind : choice.getPermittedSubclasses()) {
      String name = RecordTree.name(kind);
      if (RecordTree.tag(kind).filter(tag -> name.equals(tree.get(tag))).isPresent()) {
        return kind;
      }
    }
    throw new IllegalArgumentException("no known kind of " + choice.getSimpleName());
  }

  private static Object make(Class<?> type, RecordComponent[] parts, Object[] values) {
    Class<?>[] types = Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      return type.getDeclaredConstructor(types).newInstance(values);
    } catch (InvocationTargetException e) {
      throw new IllegalArgumentException("refused: " + type.getSimpleName(), e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException("cannot be made: " + type.getSimpleName(), e);
    }
  }

  private static @Nullable Object value(Type declared, @Nullable Object tree) {
    Class<?> type = raw(declared);
    if (type == Optional.class) {
      return tree == null
          ? Optional.empty()
          : Optional.of(required(value(inner(declared, 0), tree)));
    }
    if (tree == null) {
      return nothing(type);
    }
    return switch (tree) {
      case Collection<?> list when Collection.class.isAssignableFrom(type) ->
          many(type, inner(declared, 0), list);
      case Map<?, ?> map when Map.class.isAssignableFrom(type) -> byName(inner(declared, 1), map);
      case Map<?, ?> map when type == Object.class -> plain(map);
      case Map<?, ?> map -> record(type, map);
      case Collection<?> list -> list.stream().map(TreeRecord::plain).toList();
      case Number number -> number(type, number);
      default -> scalar(type, tree);
    };
  }

  private static Object scalar(Class<?> type, Object tree) {
    String text = tree.toString();
    try {
      if (type.isEnum()) {
        return constant(type, text);
      } else if (type == Instant.class) {
        return Instant.parse(text);
      } else if (type == Duration.class) {
        return Duration.parse(text);
      }
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("no time: " + text, e);
    }
    return type == HostName.class ? new HostName(text) : tree;
  }

  private static Object constant(Class<?> type, String text) {
    String name = text.replace('-', '_').toUpperCase(Locale.ROOT);
    return Arrays.stream(type.getEnumConstants())
        .filter(choice -> choice.toString().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no such choice: " + text));
  }

  private static Number number(Class<?> type, Number number) {
    if (type == int.class) {
      return number.intValue();
    }
    return type == long.class ? number.longValue() : number;
  }

  private static Collection<Object> many(Class<?> type, Type of, Collection<?> tree) {
    List<Object> values = tree.stream().map(one -> required(value(of, one))).toList();
    return Set.class.isAssignableFrom(type) ? new LinkedHashSet<>(values) : values;
  }

  private static Map<String, Object> byName(Type of, Map<?, ?> tree) {
    var values = new TreeMap<String, Object>();
    tree.forEach((key, one) -> values.put(String.valueOf(key), required(value(of, one))));
    return values;
  }

  /** A value of a message: text, number, list, or a further message. */
  private static Object plain(Object tree) {
    return switch (tree) {
      case Map<?, ?> map -> read(Message.class, map);
      case Collection<?> list -> list.stream().map(TreeRecord::plain).toList();
      default -> tree;
    };
  }

  private static @Nullable Object nothing(Class<?> type) {
    if (type == boolean.class) {
      return false;
    } else if (type == int.class) {
      return 0;
    } else if (Set.class.isAssignableFrom(type)) {
      return Set.of();
    } else if (Collection.class.isAssignableFrom(type)) {
      return List.of();
    }
    return Map.class.isAssignableFrom(type) ? new TreeMap<>() : null;
  }

  private static Object required(@Nullable Object value) {
    if (value == null) {
      throw new IllegalArgumentException("a value is missing");
    }
    return value;
  }

  private static Class<?> raw(Type type) {
    return type instanceof ParameterizedType generic ? raw(generic.getRawType()) : (Class<?>) type;
  }

  private static Type inner(Type type, int index) {
    return ((ParameterizedType) type).getActualTypeArguments()[index];
  }
}
