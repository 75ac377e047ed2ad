package io.github.kubeadmwizard.session;

import io.github.kubeadmwizard.check.Causes;
import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.cluster.HostSpec;
import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.engine.Problem;
import java.util.LinkedHashMap;
import java.util.List;

/** Finds the causes of failures: reads the hosts again and looks what they lack by now. */
public final class Explanations {
  private final Causes causes = Causes.brought();
  private final Workshop workshop;
  private final Fleet fleet;

  /** Over these hosts. */
  public Explanations(Workshop workshop, Fleet fleet) {
    this.workshop = workshop;
    this.fleet = fleet;
  }

  /**
   * The failures, each with its cause and what mends it where that is found. All hosts are read,
   * since some requirements compare them; none where no requirement could be the cause. Waits for
   * them.
   */
  public List<Problem> of(ClusterSpec spec, List<Problem> problems) {
    if (problems.stream().allMatch(problem -> causes.suspects(problem).isEmpty())) {
      return problems;
    }
    var hosts = spec.hosts().stream().map(HostSpec::label).map(HostName::new).toList();
    var seen = new LinkedHashMap<HostName, FactsReader.Read>();
    workshop
        .reading()
        .over(fleet)
        .read(spec, hosts, _ -> List.of())
        .forEach((host, answer) -> {
          if (answer instanceof FactsReader.Read read) {
            seen.put(host, read);
          }
        });
    var report = workshop.checking().look(spec, seen, List.of());
    return problems.stream().map(problem -> causes.explained(problem, report)).toList();
  }
}
