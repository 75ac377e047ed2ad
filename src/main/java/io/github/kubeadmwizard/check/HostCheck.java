package io.github.kubeadmwizard.check;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A requirement that one host's facts answer. */
interface HostCheck extends Check {

  /** What this host's facts say; empty where the requirement does not concern it. */
  Optional<Verdict> look(HostContext at);

  /**
   * The requirement as it is on this host; another only where its identifier depends on a choice.
   */
  default Check on(HostContext at) {
    return this;
  }

  @Override
  default List<Finding> look(CheckContext all) {
    return all.hosts().stream().flatMap(this::find).toList();
  }

  private Stream<Finding> find(HostContext at) {
    return look(at).map(verdict -> Finding.of(on(at), at.name(), verdict)).stream();
  }
}
