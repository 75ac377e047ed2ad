package io.github.kubeadmwizard.cli;

import io.github.kubeadmwizard.check.CheckReport;
import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.engine.Problem;
import io.github.kubeadmwizard.facts.HostFacts;
import io.github.kubeadmwizard.session.FactsReader;
import io.github.kubeadmwizard.session.PatchUnknown;
import io.github.kubeadmwizard.text.Message;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The hosts of a cluster as they were read.
 *
 * @param facts of those that could be read
 * @param problems of the others
 */
record Examined(Map<HostName, FactsReader.Read> facts, List<Problem> problems) {
  Examined {
    problems = List.copyOf(problems);
  }

  /**
   * Reads the hosts that are there.
   *
   * @param probing whether they also try what they will have to reach
   */
  static Examined of(Tools tools, Output output, OpenCluster open, boolean probing) {
    output.tell(Message.of("cli.reading", open.fleet().connected().size()));
    FactsReader reader = tools.reading().over(open.fleet());
    Map<HostName, FactsReader.Answer> answers =
        probing
            ? reader.readProbing(open.spec(), facts -> tools.checking().probes(open.spec(), facts))
            : reader.read(open.spec());
    var facts = new LinkedHashMap<HostName, FactsReader.Read>();
    var problems = new ArrayList<Problem>();
    answers.forEach((host, answer) -> {
      switch (answer) {
        case FactsReader.Read read -> facts.put(host, read);
        case FactsReader.Unread(Problem problem) -> problems.add(problem);
      }
    });
    return new Examined(facts, problems);
  }

  /** The facts alone. */
  Map<HostName, HostFacts> plain() {
    var plain = new LinkedHashMap<HostName, HostFacts>();
    facts.forEach((host, read) -> plain.put(host, read.facts()));
    return plain;
  }

  /** The wish with its version in full, as the package source or the hosts have it. */
  ClusterSpec completed(Tools tools, Output output, OpenCluster open, boolean json)
      throws CommandEnd {
    try {
      return tools.completing().completed(open.spec(), open.fleet(), plain());
    } catch (PatchUnknown unknown) {
      new Examined(Map.of(), List.of(unknown.problem())).tellProblems(output, json);
      throw new CommandEnd(ExitCode.FAILED);
    }
  }

  /** What the checks say of them. */
  CheckReport checked(Tools tools, OpenCluster open) {
    return tools.checking().look(open.spec(), facts);
  }

  /** Says which hosts could not be read, and why. */
  void tellProblems(Output output, boolean json) {
    var lines = new JsonLines(output.out(), output.words(), false);
    problems.forEach(json ? lines::problem : output::tell);
  }

  /** Ends the command if a host could not be read. */
  void needAll(Output output, boolean json) throws CommandEnd {
    tellProblems(output, json);
    if (!problems.isEmpty()) {
      throw new CommandEnd(ExitCode.FAILED);
    }
  }
}
