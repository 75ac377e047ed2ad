package io.github.kubeadmwizard.imports;

import io.github.kubeadmwizard.cluster.HostSpec;
import io.github.kubeadmwizard.cluster.Role;
import io.github.kubeadmwizard.draft.ClusterFile;
import io.github.kubeadmwizard.draft.FileProblem;
import io.github.kubeadmwizard.text.Message;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The hosts of another cluster file, whole: with their labels, taints and addresses. */
public final class ClusterFileHosts {
  private final ClusterFile files;

  /**
   * @param files knows which versions of Kubernetes a file may name
   */
  public ClusterFileHosts(ClusterFile files) {
    this.files = files;
  }

  /**
   * The hosts of the text, as far as it can be read. What is wrong outside the hosts and the way to
   * them is of no concern here.
   */
  public HostList read(String text, Setting setting) {
    var gathering = new Gathering(setting);
    var draft = files.open(text);
    var lines = text.split("\\R", -1);
    for (var problem : draft.problems()) {
      if (Stream.of("hosts", "ssh").anyMatch(problem.path()::startsWith)
          || problem.path().isEmpty()) {
        gathering.bad(problem.line(), lines[Math.max(0, problem.line() - 1)], message(problem));
      }
    }
    for (HostSpec host : draft.spec().hosts()) {
      if (!host.address().isEmpty()) {
        var line = lineOf(lines, host.address());
        var whole = host.roles().isEmpty() ? host.withRoles(Set.of(Role.WORKER)) : host;
        gathering.addAll(line, host.label(), List.of(whole));
      }
    }
    return gathering.list(draft.spec().ssh().bastion());
  }

  private static int lineOf(String[] lines, String address) {
    return 1
        + IntStream.range(0, lines.length)
            .filter(i -> lines[i].contains(address))
            .findFirst()
            .orElse(0);
  }

  private static Message message(FileProblem problem) {
    return problem.path().isEmpty()
        ? problem.what()
        : Message.of("imports.clusterFile", problem.path(), problem.what(), problem.allowed());
  }
}
