package io.github.kubeadmwizard.kubeadm.tree;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The fields of a document that have no component of their own; written beside the typed ones.
 *
 * @param fields plain trees by field name
 */
public record Others(SortedMap<String, Object> fields) {
  /** No such fields. */
  public static final Others NONE = new Others(new TreeMap<>());

  public Others {
    fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
  }
}
