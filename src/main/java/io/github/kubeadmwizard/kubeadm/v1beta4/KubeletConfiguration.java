package io.github.kubeadmwizard.kubeadm.v1beta4;

import io.github.kubeadmwizard.kubeadm.tree.ConfigDocument;
import io.github.kubeadmwizard.kubeadm.tree.Frozen;
import io.github.kubeadmwizard.kubeadm.tree.Others;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * How every kubelet of the cluster runs. Source: kubelet.config.k8s.io/v1beta1:
 * KubeletConfiguration; null means the kubelet's or kubeadm's default.
 *
 * @param failCgroupV1 true by default since 1.35: on cgroup v1 the kubelet does not start
 * @param serverTLSBootstrap if true, each serving certificate must be approved
 * @param containerLogMaxSize a quantity such as {@code 10Mi}
 * @param others every other field of this kind, as it is written in the file
 */
public record KubeletConfiguration(
    @Nullable String cgroupDriver,
    @Nullable Boolean failSwapOn,
    @Nullable MemorySwap memorySwap,
    @Nullable Boolean failCgroupV1,
    @Nullable Boolean serverTLSBootstrap,
    @Nullable Boolean rotateCertificates,
    @Nullable String resolvConf,
    @Nullable Integer maxPods,
    @Nullable Long podPidsLimit,
    @Nullable String containerLogMaxSize,
    @Nullable Integer containerLogMaxFiles,
    @Nullable Boolean serializeImagePulls,
    @Nullable Integer maxParallelImagePulls,
    @Nullable SortedMap<String, String> systemReserved,
    @Nullable SortedMap<String, String> kubeReserved,
    @Nullable SortedMap<String, String> evictionHard,
    @Nullable Integer imageGCHighThresholdPercent,
    @Nullable Integer imageGCLowThresholdPercent,
    @Nullable String containerRuntimeEndpoint,
    @Nullable String staticPodPath,
    @Nullable SortedMap<String, Boolean> featureGates,
    Others others)
    implements ConfigDocument {
  public KubeletConfiguration {
    systemReserved = Frozen.map(systemReserved);
    kubeReserved = Frozen.map(kubeReserved);
    evictionHard = Frozen.map(evictionHard);
    featureGates = Frozen.map(featureGates);
  }

  @Override
  public String apiVersion() {
    return ApiVersion.KUBELET;
  }

  /** What swap containers may use. Source: MemorySwapConfiguration; NoSwap or LimitedSwap. */
  public record MemorySwap(@Nullable String swapBehavior) {}
}
