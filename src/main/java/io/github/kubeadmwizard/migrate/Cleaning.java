package io.github.kubeadmwizard.migrate;

import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.cluster.KubeadmOverlay;
import io.github.kubeadmwizard.kubeadm.OverlayCheck;
import io.github.kubeadmwizard.kubeadm.tree.DocumentProblem;
import io.github.kubeadmwizard.text.Message;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Takes out what the programs of today would refuse: fields that a kind does not have, values of
 * another type, flags. It asks the same check that later looks at the cluster file.
 */
final class Cleaning {
  private final Gathered gathered;
  private final List<Statement> statements;

  Cleaning(Gathered gathered) {
    this.gathered = gathered;
    statements = new ArrayList<>(gathered.statements());
  }

  /** The statements that can stay. */
  List<Statement> clean() {
    for (Paper paper : Paper.values()) {
      for (int number = 0; number <= highest(paper); number++) {
        clean(paper, number);
      }
    }
    return List.copyOf(statements);
  }

  private int highest(Paper paper) {
    return statements.stream()
        .filter(s -> s.paper() == paper)
        .mapToInt(Statement::number)
        .max()
        .orElse(0);
  }

  /** Each round takes something out, or is the last. */
  private void clean(Paper paper, int number) {
    boolean again = true;
    while (again) {
      var mine = statements.stream().filter(s -> is(s, paper, number)).toList();
      var problem = problems(paper, mine).stream().filter(p -> isOurs(p, mine)).findFirst();
      problem.ifPresent(p -> takeOut(p, mine));
      again = problem.isPresent();
    }
  }

  private static boolean is(Statement statement, Paper paper, int number) {
    return statement.paper() == paper && statement.number() == number;
  }

  private List<DocumentProblem> problems(Paper paper, List<Statement> mine) {
    var documents = new TreeMap<String, Map<String, Object>>();
    documents.put(paper.key(), Papers.tree(mine));
    var spec =
        ClusterSpec.of(gathered.target().version(), List.of()).with(new KubeadmOverlay(documents));
    return OverlayCheck.check(spec).stream().filter(DocumentProblem::stops).toList();
  }

  /** Not what the check says of fields that have a key of their own in the cluster file. */
  private static boolean isOurs(DocumentProblem problem, List<Statement> mine) {
    return !problem.path().endsWith(".nodeRegistration.name")
        && !problem.path().endsWith(".ignorePreflightErrors")
        && !problem.path().contains(".bootstrapTokens[") // without their tokens, on purpose
        && place(problem, mine).isPresent();
  }

  private static Optional<Statement> place(DocumentProblem problem, List<Statement> mine) {
    return mine.stream().filter(s -> isAt(where(s, mine), inside(problem, s))).findFirst();
  }

  private static boolean isAt(String here, String problem) {
    return problem.equals(here) || problem.startsWith(here + ".") || problem.startsWith(here + "[");
  }

  private static String inside(DocumentProblem problem, Statement statement) {
    return problem
        .path()
        .substring(
            Math.min(
                problem.path().length(), ("kubeadm." + statement.paper().key() + ".").length()));
  }

  /** The path with the item's number. */
  private static String where(Statement statement, List<Statement> mine) {
    if (!statement.isItem()) {
      return statement.path();
    }
    var items = mine.stream().filter(s -> s.path().equals(statement.path())).toList();
    return statement.field() + "[" + items.indexOf(statement) + "]";
  }

  private void takeOut(DocumentProblem problem, List<Statement> mine) {
    var statement = place(problem, mine).orElseThrow();
    var rest = inside(problem, statement).substring(where(statement, mine).length());
    var why = Message.of("migrate.refused", problem.what());
    int at = statements.indexOf(statement);
    if (rest.startsWith(".")
        && without(statement.value(), rest.substring(1)) instanceof Map<?, ?> m
        && !m.isEmpty()) {
      statements.set(
          at,
          new Statement(
              statement.from(),
              statement.paper(),
              statement.number(),
              statement.path(),
              m,
              statement.why()));
      gathered.drop(new Origin(statement.from().at(), statement.from().path() + rest), why);
    } else {
      statements.remove(at);
      gathered.drop(statement.from(), why);
    }
  }

  /** The tree without the field; the same tree where it is not found. */
  private static Object without(Object tree, String path) {
    if (!(tree instanceof Map<?, ?> map)) {
      return List.of();
    }
    var steps = path.split("\\.", 2);
    var copy = new LinkedHashMap<String, Object>();
    map.forEach((key, value) -> copy.put(key.toString(), value));
    var inner = copy.remove(steps[0]);
    if (inner == null) {
      return List.of();
    }
    if (steps.length == 2) {
      var less = without(inner, steps[1]);
      if (less instanceof Map<?, ?> m && !m.isEmpty()) {
        copy.put(steps[0], m);
      }
    }
    return copy;
  }
}
