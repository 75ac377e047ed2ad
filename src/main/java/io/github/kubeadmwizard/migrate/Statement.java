package io.github.kubeadmwizard.migrate;

import io.github.kubeadmwizard.text.Message;
import java.util.Map;
import java.util.Optional;

/**
 * What the old text states, in the words of kubeadm's newest format.
 *
 * @param number of the document among those of its kind, from 0; a text may hold several joins
 * @param path of the field; one that ends with {@code []} adds an item to a list
 * @param value a plain tree
 * @param why the reason, where value or form are not as they were
 */
record Statement(
    Origin from, Paper paper, int number, String path, Object value, Optional<Message> why) {

  /** The path without the mark of a list. */
  String field() {
    return isItem() ? path.substring(0, path.length() - 2) : path;
  }

  /** Whether it adds an item to a list. */
  boolean isItem() {
    return path.endsWith("[]");
  }

  /** The path as people read it: a flag by its name. */
  String shown() {
    return isItem() && value instanceof Map<?, ?> map && map.get("name") != null
        ? field() + "[" + map.get("name") + "]"
        : field();
  }

  /** The same with another value. */
  Statement with(Object other, Message reason) {
    return new Statement(from, paper, number, path, other, Optional.of(reason));
  }
}
