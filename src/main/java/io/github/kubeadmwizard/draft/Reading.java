package io.github.kubeadmwizard.draft;

import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.yaml.Position;
import java.util.ArrayList;
import java.util.Comparator;
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
  private final boolean listing;

  /**
   * @param listing whether readers walk through every key there is, whatever the text holds
   */
  Reading(boolean listing) {
    this.listing = listing;
  }

  boolean isListing() {
    return listing;
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
    return problems.stream()
        .sorted(Comparator.comparingInt(FileProblem::line).thenComparingInt(FileProblem::column))
        .toList();
  }
}
