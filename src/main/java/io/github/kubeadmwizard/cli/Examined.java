package io.github.kubeadmwizard.cli;

import io.github.kubeadmwizard.check.CheckReport;
import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.engine.Problem;
import io.github.kubeadmwizard.facts.HostFacts;
import io.github.kubeadmwizard.manifests.ManifestUnavailable;
import io.github.kubeadmwizard.manifests.Manifests;
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

  /** Reads the hosts that are there; they also try what they will have to reach. */
  static Examined of(Tools tools, Output output, OpenCluster open) throws CommandEnd {
    new AccountQuestion(tools, output).ask(open);
    output.tell(Message.of("cli.reading", open.fleet().connected().size()));
    FactsReader reader = tools.workshop().reading().over(open.fleet());
    Map<HostName, FactsReader.Answer> answers =
        reader.readProbing(
            open.spec(), (host, its) -> tools.workshop().checking().probes(open.spec(), host, its));
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

  /** Reads all hosts; ends the command if one is not there or could not be read. */
  static Examined all(Tools tools, Output output, OpenCluster open, boolean json)
      throws CommandEnd {
    open.needAll(output, json);
    var examined = of(tools, output, open);
    examined.tellProblems(output, json);
    if (!examined.problems().isEmpty()) {
      throw new CommandEnd(ExitCode.FAILED);
    }
    return examined;
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
      return tools.workshop().completing().completed(open.spec(), open.fleet(), plain());
    } catch (PatchUnknown unknown) {
      output.tell(List.of(unknown.problem()), json);
      throw new CommandEnd(ExitCode.FAILED);
    }
  }

  /** The manifests that its plan needs. */
  static Manifests manifests(Tools tools, Output output, ClusterSpec spec, boolean json)
      throws CommandEnd {
    try {
      return tools.workshop().fetching().fetched(spec, output::tell);
    } catch (ManifestUnavailable unavailable) {
      output.tell(List.of(unavailable.problem()), json);
      throw new CommandEnd(ExitCode.FAILED);
    }
  }

  /** What the checks say of them. */
  CheckReport checked(Tools tools, OpenCluster open) {
    return tools
        .workshop()
        .checking()
        .look(open.spec(), facts, tools.workshop().checking().ownRoutes());
  }

  /** Says which hosts could not be read, and why. */
  void tellProblems(Output output, boolean json) {
    output.tell(problems, json);
  }
}
