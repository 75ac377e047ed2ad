package io.github.kubeadmwizard.kubeadm.tree;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads plain trees into records. The records are the schema: a key without a component, a value of
 * another type, and an absent value whose component may not be null are problems, each with its
 * path. A record with an {@link Others} component takes unknown keys there.
 */
public final class TreeReader {
  private final List<DocumentProblem> problems = new ArrayList<>();

  /** What was found wrong so far, in reading order. */
  public List<DocumentProblem> problems() {
    return List.copyOf(problems);
  }

  /**
   * Reads one record. Where there are problems the result has nulls in place of what could not be
   * read, and is good for nothing but further checks.
   *
   * @param path of the tree, for problems
   */
  public <R extends Record> R read(Class<R> type, Map<?, ?> tree, String path) {
    var components = type.getRecordComponents();
    var others = new TreeMap<String, Object>();
    boolean takesOthers = Arrays.stream(components).anyMatch(TreeReader::isOthers);
    var known =
        Arrays.stream(components).filter(c -> !isOthers(c)).map(RecordComponent::getName).toList();
    tree.forEach((key, value) -> {
      if (known.contains(key.toString())) {
        return;
      }
      if (takesOthers) {
        others.put(key.toString(), value);
      } else {
        problems.add(Faults.unknownField(path, key.toString(), type.getSimpleName(), known));
      }
    });
    var values = new @Nullable Object[components.length];
    for (int i = 0; i < components.length; i++) {
      values[i] =
          isOthers(components[i]) ? new Others(others) : component(components[i], tree, path);
    }
    return construct(type, values);
  }

  private static boolean isOthers(RecordComponent component) {
    return component.getType() == Others.class;
  }

  private @Nullable Object component(RecordComponent component, Map<?, ?> tree, String path) {
    Object value = tree.get(component.getName());
    String place = path + "." + component.getName();
    if (value != null) {
      return value(component.getGenericType(), value, place);
    }
    if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
      problems.add(Faults.missing(place));
    }
    return null;
  }

  private @Nullable Object value(Type type, Object value, String path) {
    if (type instanceof ParameterizedType generic) {
      return generic.getRawType() == List.class
          ? list(generic.getActualTypeArguments()[0], value, path)
          : map(generic.getActualTypeArguments()[1], value, path);
    }
    var plain = (Class<?>) type;
    if (plain == GoDuration.class) {
      return duration(value, path);
    }
    if (plain.isRecord()) {
      return value instanceof Map<?, ?> map
          ? read(plain.asSubclass(Record.class), map, path)
          : wrong(path, Faults.Kind.FIELDS, value);
    }
    return plain.isEnum() ? choice(plain, value, path) : scalar(plain, value, path);
  }

  private @Nullable Object scalar(Class<?> type, Object value, String path) {
    if (type == Object.class || type.isInstance(value)) {
      return value;
    }
    if (type == Long.class && value instanceof Integer number) {
      return number.longValue();
    }
    if (type == Integer.class && value instanceof Long number && number.intValue() == number) {
      return number.intValue();
    }
    return wrong(path, Faults.Kind.of(type), value);
  }

  private @Nullable Object duration(Object value, String path) {
    if (value instanceof String text && GoDuration.isValid(text)) {
      return new GoDuration(text);
    }
    return wrong(path, Faults.Kind.DURATION, value);
  }

  private @Nullable Object choice(Class<?> type, Object value, String path) {
    var choices = Arrays.stream(type.getEnumConstants()).map(Choice.class::cast).toList();
    for (Choice choice : choices) {
      if (choice.text().equals(value)) {
        return choice;
      }
    }
    problems.add(Faults.notAllowed(path, value, choices.stream().map(Choice::text).toList()));
    return null;
  }

  private @Nullable Object list(Type element, Object value, String path) {
    if (!(value instanceof List<?> items)) {
      return wrong(path, Faults.Kind.LIST, value);
    }
    var read = new ArrayList<Object>();
    for (int i = 0; i < items.size(); i++) {
      Object item = value(element, items.get(i), path + "[" + i + "]");
      if (item != null) {
        read.add(item);
      }
    }
    return read;
  }

  private @Nullable Object map(Type element, Object value, String path) {
    if (!(value instanceof Map<?, ?> entries)) {
      return wrong(path, Faults.Kind.FIELDS, value);
    }
    SortedMap<String, Object> read = new TreeMap<>();
    entries.forEach((key, entry) -> {
      Object item = value(element, entry, path + "." + key);
      if (item != null) {
        read.put(key.toString(), item);
      }
    });
    return read;
  }

  private @Nullable Object wrong(String path, Faults.Kind wanted, Object value) {
    problems.add(Faults.wrongType(path, wanted, value));
    return null;
  }

  private static <R extends Record> R construct(Class<R> type, @Nullable Object[] values) {
    var types =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    try {
      Constructor<R> constructor = type.getDeclaredConstructor(types);
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException("cannot make " + type, e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot make " + type, e);
    }
  }
}
