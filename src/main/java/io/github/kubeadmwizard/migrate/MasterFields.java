package io.github.kubeadmwizard.migrate;

import io.github.kubeadmwizard.text.Message;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** MasterConfiguration, v1alpha1 (from Kubernetes 1.5 on) and v1alpha2. */
final class MasterFields {
  private MasterFields() {}

  static Map<String, Rule> rules() {
    var rules = new TreeMap<String, Rule>(ClusterFields.untilAlpha3());
    rules.putAll(RegistrationFields.of(Paper.INIT));
    api(rules);
    node(rules);
    etcd(rules);
    tokens(rules);
    rules.put("cloudProvider", Rules.dropped(Message.of("migrate.cloudProviderField")));
    rules.put("authorizationModes", authorization());
    rules.put("authorizationMode", authorization());
    rules.put("privilegedPods", Rules.dropped(Message.of("migrate.privilegedPods")));
    rules.put("selfHosted", Rules.dropped(Message.of("migrate.selfHosted")));
    rules.put("discovery", Rules.dropped(Message.of("migrate.discoveryPort")));
    rules.put("kubeProxy.config", new Trees(Paper.KUBE_PROXY));
    rules.put("kubeletConfiguration.baseConfig", new Trees(Paper.KUBELET));
    return rules;
  }

  private static void api(Map<String, Rule> rules) {
    String address = "localAPIEndpoint.advertiseAddress";
    rules.put("api.advertiseAddress", Rules.address(Paper.INIT, address));
    rules.put(
        "api.advertiseAddresses",
        Rules.first(Paper.INIT, address, Message.of("migrate.oneAddress")));
    rules.put("api.bindPort", Rules.number(Paper.INIT, "localAPIEndpoint.bindPort"));
    rules.put("api.controlPlaneEndpoint", ClusterFields.text("controlPlaneEndpoint"));
    rules.put("api.externalDNSNames", ClusterFields.texts("apiServer.certSANs"));
  }

  private static void node(Map<String, Rule> rules) {
    rules.put("nodeName", Rules.nodeName(Paper.INIT));
    rules.put("criSocket", new Sockets(Paper.INIT));
    rules.put("noTaintMaster", Taints.noTaintMaster());
    rules.put("imagePullPolicy", RegistrationFields.pullPolicy(Paper.INIT));
  }

  private static void etcd(Map<String, Rule> rules) {
    rules.put("etcd.image", new EtcdImage());
    rules.put("etcd.dataDir", ClusterFields.text("etcd.local.dataDir"));
    rules.put("etcd.extraArgs", new Args("etcd", Paper.CLUSTER, "etcd.local.extraArgs"));
    rules.put("etcd.selfHosted", Rules.dropped(Message.of("migrate.selfHosted")));
    for (String names : List.of("serverCertSANs", "peerCertSANs")) {
      rules.put("etcd." + names, ClusterFields.texts("etcd.local." + names));
    }
    rules.put("etcd.endpoints", ClusterFields.texts("etcd.external.endpoints"));
    for (String file : List.of("caFile", "certFile", "keyFile")) {
      rules.put("etcd." + file, ClusterFields.text("etcd.external." + file));
    }
  }

  private static void tokens(Map<String, Rule> rules) {
    rules.put("bootstrapTokens", new BootstrapTokens());
    rules.put("token", Rules.secret());
    rules.put("tokenTTL", BootstrapTokens.lifetime());
    rules.put("tokenUsages", Rules.dropped(Message.of("migrate.tokenDetails")));
    rules.put("tokenGroups", Rules.dropped(Message.of("migrate.tokenDetails")));
    for (String secret : List.of("givenToken", "tokenID", "token", "bearerToken")) {
      rules.put("secrets." + secret, Rules.secret());
    }
  }

  private static Rule authorization() {
    return (node, from, out) -> {
      var modes = String.join(",", Scalars.texts(node, from, out));
      if (modes.equals("Node,RBAC") || modes.equals("RBAC,Node")) {
        out.drop(from, Message.of("migrate.usual"));
      } else if (!modes.isEmpty()) {
        var tree = new java.util.LinkedHashMap<String, Object>();
        tree.put("name", "authorization-mode");
        tree.put("value", modes);
        var why = java.util.Optional.of(Message.of("migrate.authorization"));
        out.state(from, Paper.CLUSTER, "apiServer.extraArgs[]", tree, why);
      }
    };
  }
}
