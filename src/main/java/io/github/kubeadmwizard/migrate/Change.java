package io.github.kubeadmwizard.migrate;

import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.yaml.Position;
import java.util.Comparator;
import java.util.Optional;

/**
 * What became of a part of the old text. A secret's value never stands here.
 *
 * @param at where it stands in the old text
 * @param from its path there, such as {@code api.advertiseAddress}, or a flag; empty for what the
 *     old text does not say
 * @param to its path in the result; empty where nothing came of it
 * @param why the reason
 */
public record Change(Position at, String from, Kind kind, Optional<String> to, Message why) {
  static final Comparator<Change> IN_ORDER =
      Comparator.comparingInt((Change change) -> change.at().line())
          .thenComparingInt(change -> change.at().column());

  /** What happened to it. */
  public enum Kind {
    /** The same value at another place, or under another name. */
    MOVED,
    /** Another value. */
    CHANGED,
    /** Not there any more. */
    DROPPED,
    /** A token or key, which no file of ours holds. */
    SECRET,
    /** A field or flag that kubeadm never had, most likely misspelt. */
    UNKNOWN,
    /** Not said by the old text; taken from something else that it says. */
    ASSUMED,
    /** Only the user can know it. */
    NEEDED
  }

  /** Line, counted from 1. */
  public int line() {
    return at.line();
  }

  /** Column, counted from 1. */
  public int column() {
    return at.column();
  }
}
