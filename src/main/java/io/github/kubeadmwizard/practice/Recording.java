package io.github.kubeadmwizard.practice;

import io.github.kubeadmwizard.assets.Assets;
import io.github.kubeadmwizard.engine.Before;
import io.github.kubeadmwizard.json.JsonTree;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What real machines said and how long they took, action by action: lines of JSON, cut out of the
 * journal of a run in the lab ({@code installer-assets/practice/recording.jsonl}), and what was
 * written by hand in the same form ({@code others.jsonl}).
 */
record Recording(List<Take> takes) {
  static final String CONTROL_PLANE = "control-plane";
  static final String WORKER = "worker";

  Recording {
    takes = List.copyOf(takes);
  }

  /**
   * One action.
   *
   * @param role on which machine; {@code any} where it makes no difference
   * @param millis how long it took
   * @param unchanged whether it changes nothing, however often it is done
   */
  record Take(
      String role,
      String phase,
      String action,
      long millis,
      boolean unchanged,
      List<Before> before,
      List<Moment> moments) {
    Take {
      before = List.copyOf(before);
      moments = List.copyOf(moments);
    }
  }

  /**
   * Something that was told meanwhile.
   *
   * @param after milliseconds from the action's start
   * @param kind output, error, progress or waiting
   */
  record Moment(long after, String kind, List<String> words) {
    Moment {
      words = List.copyOf(words);
    }
  }

  static Recording brought() {
    return new Recording(
        Stream.of("practice/recording.jsonl", "practice/others.jsonl")
            .flatMap(file -> Assets.text(file).lines())
            .map(line -> take(JsonTree.of(line)))
            .toList());
  }

  /** How it went in this phase, else how an action of this name goes anywhere. */
  Optional<Take> take(String role, String phase, String action) {
    return Stream.<Stream<Take>>of(
            takes.stream().filter(t -> t.role().equals(role) && t.phase().equals(phase)),
            takes.stream().filter(t -> t.role().equals("any") || t.role().equals(role)),
            takes.stream())
        .flatMap(list -> list)
        .filter(t -> t.action().equals(action))
        .findFirst();
  }

  private static Take take(JsonTree tree) {
    return new Take(
        text(tree, "role"),
        text(tree, "phase"),
        text(tree, "action"),
        tree.at("millis").number(),
        text(tree, "outcome").equals("unchanged"),
        tree.at("before").items().stream().map(Recording::before).toList(),
        tree.at("events").items().stream().map(Recording::moment).toList());
  }

  private static String text(JsonTree tree, String key) {
    return tree.at(key).text().orElse("");
  }

  private static Before before(JsonTree tree) {
    var fields = new TreeMap<String, String>();
    for (String key : tree.at("fields").keys()) {
      fields.put(key, text(tree.at("fields"), key));
    }
    return new Before(text(tree, "kind"), fields);
  }

  private static Moment moment(JsonTree tree) {
    var items = tree.items();
    var words = items.stream().skip(2).map(item -> item.text().orElse("")).toList();
    return new Moment(items.get(0).number(), items.get(1).text().orElse(""), words);
  }
}
