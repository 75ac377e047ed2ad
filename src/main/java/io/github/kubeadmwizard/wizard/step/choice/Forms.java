package io.github.kubeadmwizard.wizard.step.choice;

import io.github.kubeadmwizard.draft.ClusterFile;
import io.github.kubeadmwizard.draft.ClusterFileResult;
import io.github.kubeadmwizard.draft.FileProblem;
import io.github.kubeadmwizard.json.Json;
import io.github.kubeadmwizard.text.Message;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Whether a text may stand at a place of the cluster file. The file's own reader is asked, so that
 * a page never takes what the file would refuse.
 */
public final class Forms {
  private static final String FORM = "draft."; // beginning of its words on the form of a value

  private Forms() {}

  /** The form of the value at this path; nothing typed is right too. */
  public static Function<String, Optional<Message>> optional(String path) {
    return new Remembering(text -> text.isEmpty() ? Optional.empty() : wrong(path, text));
  }

  /** The form of the value at this path, which has to be there. */
  public static Function<String, Optional<Message>> required(String path) {
    return new Remembering(
        text -> text.isEmpty() ? Optional.of(Message.of("choices.missing")) : wrong(path, text));
  }

  /** A list in one line, separated by commas or blanks, whose items stand at this path. */
  public static Function<String, Optional<Message>> list(String path) {
    return new Remembering(text ->
        items(text).stream().flatMap(item -> wrong(path, List.of(item)).stream()).findFirst());
  }

  /** The items of a list that is typed in one line. */
  public static List<String> items(String text) {
    return List.of(text.split("[,\\s]+", -1)).stream().filter(item -> !item.isEmpty()).toList();
  }

  /** A whole number within these bounds; nothing typed is right too. */
  public static Function<String, Optional<Message>> whole(int least, int most) {
    return text -> {
      boolean right =
          text.isEmpty()
              || (text.matches("\\d{1,6}")
                  && Integer.parseInt(text) >= least
                  && Integer.parseInt(text) <= most);
      return right
          ? Optional.empty()
          : Optional.of(Message.of("choices.whole", String.valueOf(least), String.valueOf(most)));
    };
  }

  /**
   * Asked again for every field whenever anything of the cluster changes, and a file is read for
   * each answer: the last one is kept.
   */
  private static final class Remembering implements Function<String, Optional<Message>> {
    private final Function<String, Optional<Message>> form;
    private Optional<String> asked = Optional.empty();
    private Optional<Message> answer = Optional.empty();

    Remembering(Function<String, Optional<Message>> form) {
      this.form = form;
    }

    @Override
    public Optional<Message> apply(String text) {
      if (asked.filter(text::equals).isEmpty()) {
        answer = form.apply(text);
        asked = Optional.of(text);
      }
      return answer;
    }
  }

  /** What is wrong with this value at this path, with what is possible there. */
  public static Optional<Message> wrong(String path, Object value) {
    var root = new LinkedHashMap<String, Object>();
    root.put("hosts", List.of(Map.of("address", "192.0.2.1", "roles", List.of("control-plane"))));
    Map<String, Object> at = root;
    String[] keys = path.split("\\.", -1);
    for (int i = 0; i < keys.length - 1; i++) {
      var inner = new LinkedHashMap<String, Object>();
      at.put(keys[i], inner);
      at = inner;
    }
    at.put(keys[keys.length - 1], value);
    return ClusterFile.ofThisProgram().read("", Json.line(root))
            instanceof ClusterFileResult.Refused refused
        ? refused.problems().stream()
            .filter(problem -> problem.what().key().startsWith(FORM))
            .filter(problem -> problem.path().startsWith(path)) // not what is missing beside it
            .findFirst()
            .map(Forms::sentence)
        : Optional.empty();
  }

  private static Message sentence(FileProblem problem) {
    return problem
        .meant()
        .map(
            meant -> Message.of("draft.problemWithMeant", problem.what(), problem.allowed(), meant))
        .orElseGet(() -> Message.of("draft.problem", problem.what(), problem.allowed()));
  }
}
