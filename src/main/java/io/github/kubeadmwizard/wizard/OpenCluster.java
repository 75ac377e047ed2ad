package io.github.kubeadmwizard.wizard;

import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.journal.RunIds;
import io.github.kubeadmwizard.journal.Runs;
import io.github.kubeadmwizard.session.Workshop;
import io.github.kubeadmwizard.wizard.run.RecordedRuns;
import io.github.kubeadmwizard.wizard.step.hosts.HostsModel;
import io.github.kubeadmwizard.wizard.step.requirements.RequirementsModel;
import java.security.SecureRandom;

/**
 * A cluster that is open in the window: its choices, its machines, and what each step knows.
 * Closing it ends the connections and wipes the secrets.
 */
final class OpenCluster implements AutoCloseable {
  private final boolean practice;
  private final Draft draft;
  private final Connections connections;
  private final Navigation navigation = new Navigation();
  private final HostsModel hosts;
  private final RequirementsModel requirements;

  /**
   * @param practice whether its machines are simulated
   */
  OpenCluster(WizardTools tools, Workshop workshop, ClusterSpec spec, boolean practice) {
    this.practice = practice;
    draft = new Draft(spec);
    connections = new Connections(workshop, spec);
    var state =
        practice ? tools.directories().state().resolve("practice") : tools.directories().state();
    var runs =
        new RecordedRuns(
            new Runs(state), new RunIds(tools.clock(), new SecureRandom()), workshop, connections);
    hosts = new HostsModel(draft, connections, tools.background());
    requirements =
        new RequirementsModel(draft, hosts, connections, workshop, tools.background(), runs);
  }

  boolean isPractice() {
    return practice;
  }

  Draft draft() {
    return draft;
  }

  Navigation navigation() {
    return navigation;
  }

  HostsModel hosts() {
    return hosts;
  }

  RequirementsModel requirements() {
    return requirements;
  }

  @Override
  public void close() {
    connections.close();
  }
}
