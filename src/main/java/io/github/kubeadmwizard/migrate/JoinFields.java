package io.github.kubeadmwizard.migrate;

import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.yaml.YamlNode.Mapping;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** NodeConfiguration, v1alpha1 and v1alpha2, and JoinConfiguration, v1alpha3 to v1beta4. */
final class JoinFields {
  static final String ENDPOINT = "discovery.bootstrapToken.apiServerEndpoint";
  static final String HASHES = "discovery.bootstrapToken.caCertHashes";
  static final String KUBECONFIG = "discovery.file.kubeConfigPath";
  static final String ADDRESS = "controlPlane.localAPIEndpoint.advertiseAddress";
  static final String PORT = "controlPlane.localAPIEndpoint.bindPort";

  private JoinFields() {}

  static Map<String, Rule> rules() {
    var rules = new TreeMap<String, Rule>(RegistrationFields.of(Paper.JOIN));
    rules.put("caCertPath", Rules.text(Paper.JOIN, "caCertPath"));
    rules.put("dryRun", Rules.truth(Paper.JOIN, "dryRun"));
    rules.put("clusterName", Rules.dropped(Message.of("migrate.joinClusterName")));
    rules.put("featureGates", Rules.dropped(Message.of("migrate.joinGates")));
    rules.put("controlPlane", controlPlane());
    discovery(rules);
    beforeAlpha3(rules);
    InitFields.shared(Paper.JOIN, rules);
    return rules;
  }

  private static void discovery(Map<String, Rule> rules) {
    String token = "discovery.bootstrapToken.";
    rules.put("discovery.tlsBootstrapToken", Rules.secret());
    rules.put(token + "token", Rules.secret());
    rules.put(ENDPOINT, Rules.text(Paper.JOIN, ENDPOINT));
    rules.put(token + "apiServerEndpoints", oneEndpoint());
    rules.put(HASHES, Rules.texts(Paper.JOIN, HASHES));
    rules.put(token + "unsafeSkipCAVerification", unsafe());
    rules.put(KUBECONFIG, Rules.text(Paper.JOIN, KUBECONFIG));
    rules.put("discovery.timeout", Rules.duration(Paper.JOIN, "timeouts.discovery"));
  }

  private static void beforeAlpha3(Map<String, Rule> rules) {
    for (String secret : List.of("token", "discoveryToken", "tlsBootstrapToken")) {
      rules.put(secret, Rules.secret());
    }
    for (String secret : List.of("givenToken", "tokenID", "token", "bearerToken")) {
      rules.put("secrets." + secret, Rules.secret());
    }
    rules.put("nodeName", Rules.nodeName(Paper.JOIN));
    rules.put("criSocket", new Sockets(Paper.JOIN));
    rules.put("discoveryFile", Rules.text(Paper.JOIN, KUBECONFIG));
    rules.put("discoveryTimeout", Rules.duration(Paper.JOIN, "timeouts.discovery"));
    rules.put("discoveryTokenAPIServers", oneEndpoint());
    rules.put("masterAddresses", oneEndpoint());
    rules.put("apiPort", Rules.dropped(Message.of("migrate.discoveryPort")));
    rules.put("discoveryPort", Rules.dropped(Message.of("migrate.discoveryPort")));
    rules.put("discoveryTokenCACertHashes", Rules.texts(Paper.JOIN, HASHES));
    rules.put("discoveryTokenUnsafeSkipCAVerification", unsafe());
    rules.put("advertiseAddress", Rules.address(Paper.JOIN, ADDRESS));
    rules.put("bindPort", Rules.number(Paper.JOIN, PORT));
    rules.put("apiEndpoint.advertiseAddress", Rules.address(Paper.JOIN, ADDRESS));
    rules.put("apiEndpoint.bindPort", Rules.number(Paper.JOIN, PORT));
  }

  private static Rule oneEndpoint() {
    return Rules.first(Paper.JOIN, ENDPOINT, Message.of("migrate.oneAddress"));
  }

  /** Without it anybody between the machines could pose as the cluster. */
  static Rule unsafe() {
    return (node, from, out) ->
        Scalars.truth(node, from, out)
            .ifPresent(unsafe ->
                out.drop(
                    from, unsafe ? Message.of("migrate.unsafeSkip") : Message.of("migrate.usual")));
  }

  /** A word until v1alpha3; since then what stands in it, even nothing, makes a control plane. */
  private static Rule controlPlane() {
    var inside =
        Map.of(
            ADDRESS,
            Rules.address(Paper.JOIN, ADDRESS),
            PORT,
            Rules.number(Paper.JOIN, PORT),
            "controlPlane.certificateKey",
            Rules.secret());
    return (node, from, out) -> {
      if (node instanceof Mapping mapping) {
        out.state(from, Paper.JOIN, "controlPlane", Map.of());
        var entry = new io.github.kubeadmwizard.yaml.YamlNode.Entry(key(from), mapping);
        new FieldWalk(inside, out).read(new Mapping(from.at(), List.of(entry)));
      } else {
        Scalars.truth(node, from, out)
            .filter(joins -> joins)
            .ifPresent(_ -> out.state(from, Paper.JOIN, "controlPlane", Map.of()));
      }
    };
  }

  private static io.github.kubeadmwizard.yaml.YamlNode.Scalar key(Origin from) {
    return new io.github.kubeadmwizard.yaml.YamlNode.Scalar(
        from.at(), "controlPlane", io.github.kubeadmwizard.yaml.YamlNode.Kind.TEXT);
  }
}
