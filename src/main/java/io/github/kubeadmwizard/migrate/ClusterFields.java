package io.github.kubeadmwizard.migrate;

import io.github.kubeadmwizard.text.Message;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * ClusterConfiguration, v1alpha3 to v1beta4, and what MasterConfiguration has in common with it.
 */
final class ClusterFields {
  private static final Map<String, String> COMPONENTS =
      Map.of(
          "apiServer", "kube-apiserver",
          "controllerManager", "kube-controller-manager",
          "scheduler", "kube-scheduler");

  private ClusterFields() {}

  static Map<String, Rule> rules() {
    var rules = new TreeMap<String, Rule>(untilAlpha3());
    rules.put("controlPlaneEndpoint", text("controlPlaneEndpoint"));
    COMPONENTS.forEach((field, program) -> component(field, program, rules));
    rules.put("apiServer.certSANs", texts("apiServer.certSANs"));
    rules.put("apiServer.timeoutForControlPlane", healthCheck());
    dns(rules);
    rules.put("proxy.disabled", Rules.truth(Paper.CLUSTER, "proxy.disabled"));
    rules.put("encryptionAlgorithm", text("encryptionAlgorithm"));
    for (String period : List.of("certificateValidityPeriod", "caCertificateValidityPeriod")) {
      rules.put(period, Rules.duration(Paper.CLUSTER, period));
    }
    rules.put("useHyperKubeImage", Rules.dropped(Message.of("migrate.hyperkube")));
    return rules;
  }

  /** The fields that v1alpha1 and v1alpha2 had as well. */
  static Map<String, Rule> untilAlpha3() {
    var rules = new TreeMap<String, Rule>();
    rules.put("kubernetesVersion", Rules.version());
    rules.put("clusterName", text("clusterName"));
    rules.put("certificatesDir", text("certificatesDir"));
    rules.put("imageRepository", Rules.repository("imageRepository"));
    rules.put("ciImageRepository", Rules.dropped(Message.of("migrate.ciImages")));
    rules.put("unifiedControlPlaneImage", Rules.dropped(Message.of("migrate.unifiedImage")));
    rules.put("featureGates", Gates.kubeadm());
    rules.put("auditPolicy", new Audit());
    for (String field : List.of("podSubnet", "serviceSubnet", "dnsDomain")) {
      rules.put("networking." + field, text("networking." + field));
    }
    COMPONENTS.forEach((field, program) -> {
      rules.put(field + "ExtraArgs", args(field, program));
      rules.put(field + "ExtraVolumes", new Volumes(field, true));
    });
    rules.put("apiServerCertSANs", texts("apiServer.certSANs"));
    rules.put("metadata", Rules.dropped(Message.of("migrate.metadata")));
    etcd(rules);
    return rules;
  }

  private static void component(String field, String program, Map<String, Rule> rules) {
    rules.put(field + ".extraArgs", args(field, program));
    rules.put(field + ".extraVolumes", new Volumes(field, false));
    rules.put(field + ".extraEnvs", new Environment(field + ".extraEnvs"));
  }

  private static void etcd(Map<String, Rule> rules) {
    rules.put("etcd.local.image", new EtcdImage());
    rules.put("etcd.local.imageRepository", Rules.repository("etcd.local.imageRepository"));
    rules.put("etcd.local.imageTag", EtcdImage.tag("etcd.local.imageTag", "etcd"));
    rules.put("etcd.local.dataDir", text("etcd.local.dataDir"));
    rules.put("etcd.local.extraArgs", new Args("etcd", Paper.CLUSTER, "etcd.local.extraArgs"));
    rules.put("etcd.local.extraEnvs", new Environment("etcd.local.extraEnvs"));
    rules.put("etcd.local.serverCertSANs", texts("etcd.local.serverCertSANs"));
    rules.put("etcd.local.peerCertSANs", texts("etcd.local.peerCertSANs"));
    rules.put("etcd.external.endpoints", texts("etcd.external.endpoints"));
    rules.put("etcd.external.httpEndpoints", texts("etcd.external.httpEndpoints"));
    for (String file : List.of("caFile", "certFile", "keyFile")) {
      rules.put("etcd.external." + file, text("etcd.external." + file));
    }
  }

  private static void dns(Map<String, Rule> rules) {
    rules.put("dns.type", Rules.dropped(Message.of("migrate.dnsType")));
    rules.put("dns.imageRepository", Rules.repository("dns.imageRepository"));
    rules.put("dns.imageTag", EtcdImage.tag("dns.imageTag", "coredns"));
    rules.put("dns.disabled", Rules.truth(Paper.CLUSTER, "dns.disabled"));
  }

  /** The time to wait for the API server went into the timeouts of init. */
  private static Rule healthCheck() {
    return Rules.duration(Paper.INIT, "timeouts.controlPlaneComponentHealthCheck");
  }

  static Rule args(String field, String program) {
    return new Args(program, Paper.CLUSTER, field + ".extraArgs");
  }

  static Rule text(String path) {
    return Rules.text(Paper.CLUSTER, path);
  }

  static Rule texts(String path) {
    return Rules.texts(Paper.CLUSTER, path);
  }
}
