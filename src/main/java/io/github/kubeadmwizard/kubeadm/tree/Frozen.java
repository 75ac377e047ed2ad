package io.github.kubeadmwizard.kubeadm.tree;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Unchangeable copies that let null (the field is absent) through. */
public final class Frozen {
  private Frozen() {}

  /** A copy of the list; null stays null. */
  public static <T> @Nullable List<T> list(@Nullable List<T> list) {
    return list == null ? null : List.copyOf(list);
  }

  /** A copy of the map; null stays null. */
  public static <V> @Nullable SortedMap<String, V> map(@Nullable SortedMap<String, V> map) {
    return map == null ? null : Collections.unmodifiableSortedMap(new TreeMap<>(map));
  }
}
