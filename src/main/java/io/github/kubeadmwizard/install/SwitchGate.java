package io.github.kubeadmwizard.install;

/** Where nodes wait for each other while the pod network is switched. */
final class SwitchGate {
  /** Hosts let the new way in, and test pods run. */
  static final String PREPARED = "switch-prepared";

  /** The cluster was told of the new way. */
  static final String TOLD = "switch-told";

  /** Every node carries packets in the new way. */
  static final String SWITCHED = "switch-switched";

  /** No node sends in the old way any more. */
  static final String ROUTED = "switch-routed";

  /** What the old way had on nodes is gone. */
  static final String CLEARED = "switch-cleared";

  /** Every node has tried its way to every test pod. */
  static final String TRIED = "switch-tried";

  private SwitchGate() {}
}
