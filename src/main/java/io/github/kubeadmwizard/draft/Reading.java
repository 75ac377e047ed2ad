package io.github.kubeadmwizard.draft;

import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.yaml.Position;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One reading of a file: the mistakes found so far, where each key stands, and the keys asked for.
 */
final class Reading {
  private final List<FileProblem> problems = new ArrayList<>();
  private final Map<String, Position> places = new HashMap<>();
  private final SortedSet<String> keys = new TreeSet<>();
  private final Aim aim;

  /** What a text is read for. */
  enum Aim {
    /** A cluster that can be made: whatever is missing is a mistake. */
    CLUSTER,
    /** An unfinished cluster: what is missing may come later, what is wrong is left out. */
    DRAFT,
    /** Every key there is, whatever the text holds. */
    KEYS
  }

  Reading(Aim aim) {
    this.aim = aim;
  }

  boolean isListing() {
    return aim == Aim.KEYS;
  }

  boolean isDraft() {
    return aim == Aim.DRAFT;
  }

  void known(String path) {
    keys.add(path);
  }

  SortedSet<String> keys() {
    return keys;
  }

  void stands(String path, Position at) {
    places.put(path, at);
  }

  /** Where the key stands, or the nearest that encloses it. */
  Position place(String path) {
    var nearest = path;
    while (!nearest.isEmpty() && !places.containsKey(nearest)) {
      nearest = nearest.substring(0, Math.max(nearest.lastIndexOf('.'), lastBracket(nearest)));
    }
    return places.getOrDefault(nearest, Position.START);
  }

  private static int lastBracket(String path) {
    return Math.max(0, path.lastIndexOf('['));
  }

  void problem(Position at, String path, Message what, Message allowed, Optional<String> meant) {
    problems.add(new FileProblem(at, path, what, allowed, meant));
  }

  List<FileProblem> problems() {
    return problems.stream().sorted(FileProblem.IN_ORDER).toList();
  }
}
