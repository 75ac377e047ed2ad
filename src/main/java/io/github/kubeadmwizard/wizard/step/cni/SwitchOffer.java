package io.github.kubeadmwizard.wizard.step.cni;

import io.github.kubeadmwizard.addons.LivingNetwork;
import io.github.kubeadmwizard.check.CheckReport;
import io.github.kubeadmwizard.cluster.AddonsSpec;
import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.cluster.HostSpec;
import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.engine.Plan;
import io.github.kubeadmwizard.engine.Problem;
import io.github.kubeadmwizard.facts.HostFacts;
import io.github.kubeadmwizard.install.SwitchWay;
import io.github.kubeadmwizard.manifests.ManifestUnavailable;
import io.github.kubeadmwizard.running.RunningCluster;
import io.github.kubeadmwizard.session.FactsReader;
import io.github.kubeadmwizard.session.Fleet;
import io.github.kubeadmwizard.session.PatchUnknown;
import io.github.kubeadmwizard.session.Workshop;
import io.github.kubeadmwizard.ssh.SshFailure;
import io.github.kubeadmwizard.text.Message;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a switch of the pod network would do, from the cluster and its machines as they are now. */
public sealed interface SwitchOffer {

  /**
   * It can begin.
   *
   * @param spec with its version in full
   */
  record Ready(ClusterSpec spec, SwitchWay.Possible way, LivingNetwork living, Plan plan)
      implements SwitchOffer {
    /** What is switched and what is interrupted. */
    public List<Message> words() {
      return way.words(living, plan.hosts().size());
    }

    /** Whether the pod network of the whole cluster is interrupted by it. */
    boolean interrupts() {
      return way.leaving().isPresent();
    }
  }

  /**
   * There is nothing to switch.
   *
   * @param byName only the names of objects were compared, not what is in them
   */
  record Same(boolean byName) implements SwitchOffer {}

  /** A requirement of the new way is missing. */
  record Blocked(CheckReport report) implements SwitchOffer {}

  /** It cannot be done, or it could not be found out. */
  record Refused(Problem problem) implements SwitchOffer {}

  /** The cluster did not answer, in words. */
  record Unknown(Message why) implements SwitchOffer {}

  /**
   * Finds it out; takes seconds.
   *
   * @param fleet all machines of the wish are connected, or it is refused
   */
  static SwitchOffer of(ClusterSpec wish, Workshop workshop, Fleet fleet) {
    ClusterSpec plain = wish.with(AddonsSpec.DEFAULT);
    var missing =
        wish.hosts().stream()
            .map(HostSpec::label)
            .filter(label -> !fleet.connected().contains(new HostName(label)))
            .toList();
    if (!missing.isEmpty()) {
      return new Unknown(Message.of("running.switch.unreached", missing));
    }
    try {
      return switch (new RunningCluster(fleet, plain).podNetwork()) {
        case RunningCluster.Answer.Is<LivingNetwork>(var living) ->
            against(plain, living, workshop, fleet);
        case RunningCluster.Answer.NoCluster<LivingNetwork> _ ->
            new Unknown(Message.of("running.switch.noCluster"));
        case RunningCluster.Answer.Silent<LivingNetwork> _ ->
            new Unknown(Message.of("running.switch.silent"));
      };
    } catch (SshFailure failure) {
      return new Unknown(failure.why().what());
    }
  }

  private static SwitchOffer against(
      ClusterSpec wish, LivingNetwork living, Workshop workshop, Fleet fleet) {
    var reads = new LinkedHashMap<HostName, FactsReader.Read>();
    var facts = new LinkedHashMap<HostName, HostFacts>();
    var answers =
        workshop
            .reading()
            .over(fleet)
            .readProbing(wish, (host, its) -> workshop.checking().probes(wish, host, its));
    for (var answer : answers.entrySet()) {
      switch (answer.getValue()) {
        case FactsReader.Read read -> {
          reads.put(answer.getKey(), read);
          facts.put(answer.getKey(), read.facts());
        }
        case FactsReader.Unread(Problem problem) -> {
          return new Refused(problem);
        }
      }
    }
    return switch (SwitchWay.of(wish, living, facts)) {
      case SwitchWay.Refused(var problem) -> new Refused(problem);
      case SwitchWay.Same _ -> new Same(false);
      case SwitchWay.Possible way -> {
        var report = workshop.checking().look(wish, reads, workshop.checking().ownRoutes());
        CheckReport rest = report.without("LeftoverCni"); // that it is there is why this is done
        yield rest.blocks()
            ? new Blocked(rest)
            : planned(wish, way, living, workshop, fleet, facts);
      }
    };
  }

  private static SwitchOffer planned(
      ClusterSpec wish,
      SwitchWay.Possible way,
      LivingNetwork living,
      Workshop workshop,
      Fleet fleet,
      Map<HostName, HostFacts> facts) {
    try {
      ClusterSpec spec = workshop.completing().completed(wish, fleet, facts);
      var manifests = workshop.fetching().fetched(spec, _ -> {});
      if (SwitchWay.fitted(way, spec, living, manifests) instanceof SwitchWay.Same) {
        return new Same(true);
      }
      var planning = workshop.planning();
      return new Ready(
          spec, way, living, planning.switching(spec, facts, manifests, way.leaving()));
    } catch (PatchUnknown unknown) {
      return new Refused(unknown.problem());
    } catch (ManifestUnavailable unavailable) {
      return new Refused(unavailable.problem());
    }
  }
}
