package io.github.kubeadmwizard.wizard.step.choice;

import io.github.kubeadmwizard.cluster.BrokenRule;
import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.cluster.HostSpec;
import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.facts.HostFacts;
import io.github.kubeadmwizard.facts.Route;
import io.github.kubeadmwizard.session.SecretBook;
import io.github.kubeadmwizard.session.Workshop;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.wizard.Draft;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.beans.value.ObservableValue;

/**
 * What a page of choices stands on.
 *
 * @param facts what was read of the hosts so far; lacks those that were not reached
 * @param ownRoutes of this computer, as they were when the hosts were read
 * @param factsChanged tells when facts were read anew; its value is of no meaning
 * @param planning asked for what this version cannot install
 * @param secrets of the session, in memory only
 */
public record Basis(
    Draft draft,
    Supplier<Map<HostName, HostFacts>> facts,
    Supplier<List<Route>> ownRoutes,
    ObservableValue<?> factsChanged,
    Workshop.Planning planning,
    SecretBook secrets) {

  /** The choices so far. */
  public ClusterSpec spec() {
    return draft.spec();
  }

  /** Runs this now, and after every change of the choices or the facts. */
  public void follow(Runnable work) {
    draft.specProperty().subscribe((_, _) -> work.run());
    factsChanged.subscribe((_, _) -> work.run());
    work.run();
  }

  /** What was read of this host, if anything. */
  public Optional<HostFacts> factsOf(HostSpec host) {
    return Optional.ofNullable(facts.get().get(new HostName(host.label())));
  }

  /**
   * Whether this version installs a choice: it is laid over an otherwise plain cluster and the
   * engine is asked, here and nowhere else. A choice that the engine learns is free at once.
   */
  public boolean installs(UnaryOperator<ClusterSpec> choice) {
    var plain = ClusterSpec.of(spec().kubernetes(), spec().hosts());
    return planning.refuses(choice.apply(plain)).isEmpty();
  }

  /** The first rule between the parts of the cluster that is broken at such a path. */
  public Optional<Message> broken(Predicate<String> path) {
    return draft.broken().stream()
        .filter(rule -> path.test(rule.path()))
        .map(Basis::sentence)
        .findFirst();
  }

  private static Message sentence(BrokenRule rule) {
    return Message.of("draft.problem", rule.what(), rule.allowed());
  }

  /** Everything that this version cannot install of the choices, as the engine says it. */
  public List<Message> refused() {
    return planning.refuses(spec());
  }
}
