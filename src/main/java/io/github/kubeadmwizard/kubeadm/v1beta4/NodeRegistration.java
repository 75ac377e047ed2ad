package io.github.kubeadmwizard.kubeadm.v1beta4;

import io.github.kubeadmwizard.kubeadm.tree.Frozen;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a node enters the cluster. Source: kubeadm v1beta4: NodeRegistrationOptions.
 *
 * @param name null: the host's name in lower case
 * @param criSocket null: detected, an error where there are several
 * @param taints three answers: null means kubeadm's default for the role, an empty list no taint at
 *     all, otherwise exactly these
 * @param ignorePreflightErrors kubeadm's identifiers of checks
 * @param imagePullPolicy null: IfNotPresent
 * @param imagePullSerial null: true
 */
public record NodeRegistration(
    @Nullable String name,
    @Nullable String criSocket,
    @Nullable List<Taint> taints,
    @Nullable List<Arg> kubeletExtraArgs,
    @Nullable List<String> ignorePreflightErrors,
    @Nullable ImagePullPolicy imagePullPolicy,
    @Nullable Boolean imagePullSerial) {
  public NodeRegistration {
    taints = Frozen.list(taints);
    kubeletExtraArgs = Frozen.list(kubeletExtraArgs);
    ignorePreflightErrors = Frozen.list(ignorePreflightErrors);
  }
}
