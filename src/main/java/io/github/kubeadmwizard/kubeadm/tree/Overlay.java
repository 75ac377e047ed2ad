package io.github.kubeadmwizard.kubeadm.tree;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Lays one tree over another. Maps are merged key by key. Lists of {@code {name, value}} are merged
 * by name, for a flag said by the user stands in place of ours of that name. The lists named in
 * {@link #ADDED} are added to, without doubles. Every other list, and every other value, replaces
 * ours.
 */
public final class Overlay {
  /** Lists that only grow: nobody asks for a further name in order to lose the others. */
  public static final Set<String> ADDED =
      Set.of("certSANs", "serverCertSANs", "peerCertSANs", "ignorePreflightErrors");

  private static final Set<String> ARGUMENT = Set.of("name", "value", "valueFrom");

  private Overlay() {}

  /** A new tree: {@code over} laid over {@code base}, which both stay as they are. */
  public static Map<String, Object> lay(Map<?, ?> base, Map<?, ?> over) {
    var result = new LinkedHashMap<String, Object>();
    base.forEach((key, value) -> result.put(key.toString(), value));
    over.forEach((key, value) -> {
      if (value == null) {
        result.remove(key.toString());
      } else {
        result.merge(key.toString(), value, (b, o) -> one(key.toString(), b, o));
      }
    });
    return result;
  }

  private static Object one(String key, Object base, Object over) {
    if (base instanceof Map<?, ?> below && over instanceof Map<?, ?> above) {
      return lay(below, above);
    }
    if (base instanceof List<?> below && over instanceof List<?> above) {
      if (ADDED.contains(key)) {
        var both = new LinkedHashSet<Object>(below);
        both.addAll(above);
        return List.copyOf(both);
      }
      if (isArguments(below) && isArguments(above)) {
        return byName(below, above);
      }
    }
    return over;
  }

  private static boolean isArguments(List<?> list) {
    return list.stream()
        .allMatch(item ->
            item instanceof Map<?, ?> map
                && map.containsKey("name")
                && ARGUMENT.containsAll(map.keySet()));
  }

  private static List<Object> byName(List<?> base, List<?> over) {
    var names = new LinkedHashSet<String>();
    over.forEach(item -> names.add(nameOf(item)));
    var result = new ArrayList<Object>(base);
    result.removeIf(item -> names.contains(nameOf(item)));
    result.addAll(over);
    return List.copyOf(result);
  }

  private static String nameOf(Object argument) {
    return String.valueOf(((Map<?, ?>) argument).get("name"));
  }
}
