package io.github.kubeadmwizard.cli;

import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.cluster.HostSpec;
import io.github.kubeadmwizard.engine.Cancel;
import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.engine.Plan;
import io.github.kubeadmwizard.engine.RunEvent;
import io.github.kubeadmwizard.engine.RunValues;
import io.github.kubeadmwizard.engine.Runner;
import io.github.kubeadmwizard.facts.HostFacts;
import io.github.kubeadmwizard.journal.JournalReader;
import io.github.kubeadmwizard.journal.RunDirectory;
import io.github.kubeadmwizard.journal.Runs;
import io.github.kubeadmwizard.manifests.ManifestUnavailable;
import io.github.kubeadmwizard.manifests.Manifests;
import io.github.kubeadmwizard.session.FactsReader;
import io.github.kubeadmwizard.session.PatchUnknown;
import io.github.kubeadmwizard.session.SecretBook;
import io.github.kubeadmwizard.session.SecretNeed.Kind;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.text.Secret;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/**
 * A command with {@code --practice}: practice machines in place of real ones, and journals in a
 * place of their own. The option is looked for before all else, as every command is made of it.
 */
final class Practising {
  static final String OPTION = "--practice";

  /** Any password but an obviously wrong one opens a practice machine. */
  private static final String PASSWORD = "open sesame";

  /** The phase that only an installation comes to, at its good end. */
  private static final String LAST_PHASE = "remember-proof";

  private Practising() {}

  static boolean isAsked(String[] args) {
    return Arrays.asList(args).contains(OPTION);
  }

  /** The tools with practice machines in them. */
  static Tools with(Tools tools) {
    Tools.Practice practice = tools.practice().get();
    return new Tools(
        tools.directories().forPractice(),
        tools.terminal(),
        tools.interrupts(),
        tools.clock(),
        tools.zone(),
        tools.files(),
        practice.workshop(),
        tools.kubectl(),
        () -> practice);
  }

  /** The line before everything else; for programs it is none of the results. */
  static void say(String[] args, Output output) {
    if (List.of(args).contains("--json")) {
      output.tell(Message.of("cli.practice"));
    } else {
      output.say(Message.of("cli.practice"));
    }
  }

  /** The practice cluster, or the part of it that a command can use. */
  static ClusterSpec cluster(
      Tools tools, Output output, Function<Tools.Practice, ClusterSpec> part) {
    Tools.Practice practice = tools.practice().get();
    ClusterSpec chosen = part.apply(practice);
    if (chosen.equals(practice.installable())) {
      output.tell(Message.of("cli.practice.leftOut", practice.leftOut()));
    }
    return chosen;
  }

  /**
   * Makes the machines of a cluster again what its last installation made of them: machines last as
   * long as a program, and a command that looks at a cluster is another program.
   *
   * @return false if this cluster was never installed in practice
   */
  static boolean restored(Tools tools, OpenCluster open) {
    return restored(tools, open, open.spec());
  }

  /**
   * The same where its file has changed since.
   *
   * @param was what the file said when it was installed
   */
  static boolean restored(Tools tools, OpenCluster open, ClusterSpec was) {
    if (!wasInstalled(tools, was)) {
      return false;
    }
    Tools.Practice practice = tools.practice().get();
    practice.hurry().accept(true);
    open.fleet().connect(was.hosts());
    Map<HostName, HostFacts> facts = new LinkedHashMap<>();
    tools
        .workshop()
        .reading()
        .over(open.fleet())
        .readProbing(was, (_, _) -> List.of())
        .forEach((host, answer) -> {
          if (answer instanceof FactsReader.Read read) {
            facts.put(host, read.facts());
          }
        });
    try (var executor = tools.workshop().acting().over(open.fleet())) {
      ClusterSpec spec = tools.workshop().completing().completed(was, open.fleet(), facts);
      Manifests manifests = tools.workshop().fetching().fetched(spec, _ -> {});
      Plan plan = tools.workshop().planning().plan(spec, facts, manifests);
      new Runner(executor, spec.ssh().parallel())
          .run(plan, "practice", new RunValues(), _ -> {}, new Cancel());
    } catch (PatchUnknown | ManifestUnavailable | IllegalArgumentException _) {
      return false; // a host that could not be read, or another version of the program
    } finally {
      practice.hurry().accept(false);
    }
    return true;
  }

  private static boolean wasInstalled(Tools tools, ClusterSpec spec) {
    try {
      for (RunDirectory run : new Runs(tools.directories().state()).list(spec.name())) {
        var installs = new AtomicBoolean();
        var done = new AtomicBoolean();
        new JournalReader(run)
            .events(event -> {
              if (event instanceof RunEvent.PhaseStarted p && p.phase().equals(LAST_PHASE)) {
                installs.set(true);
              }
              if (event instanceof RunEvent.RunFinished f) {
                done.set(f.result().end() == RunEvent.End.DONE);
              }
            });
        if (installs.get() && done.get()) {
          return true;
        }
      }
      return false;
    } catch (IOException _) {
      return false;
    }
  }

  /** Where nobody can be asked, practice machines are let in by themselves. */
  static void answer(ClusterSpec spec, SecretBook secrets) {
    spec.hosts().stream()
        .map(HostSpec::label)
        .forEach(host -> secrets.put(Kind.SUDO, host, Secret.of(PASSWORD)));
  }
}
