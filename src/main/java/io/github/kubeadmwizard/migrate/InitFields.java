package io.github.kubeadmwizard.migrate;

import java.util.Map;
import java.util.TreeMap;

/** InitConfiguration, v1alpha3 to v1beta4. */
final class InitFields {
  /** Source: kubeadm v1beta4, Timeouts. */
  private static final String[] TIMEOUTS = {
    "controlPlaneComponentHealthCheck",
    "kubeletHealthCheck",
    "kubernetesAPICall",
    "etcdAPICall",
    "tlsBootstrap",
    "discovery",
    "upgradeManifests"
  };

  private InitFields() {}

  static Map<String, Rule> rules() {
    var rules = new TreeMap<String, Rule>(RegistrationFields.of(Paper.INIT));
    rules.put("bootstrapTokens", new BootstrapTokens());
    rules.put("certificateKey", Rules.secret());
    rules.put("dryRun", Rules.truth(Paper.INIT, "dryRun"));
    for (String endpoint : new String[] {"localAPIEndpoint", "apiEndpoint"}) {
      rules.put(
          endpoint + ".advertiseAddress",
          Rules.address(Paper.INIT, "localAPIEndpoint.advertiseAddress"));
      rules.put(endpoint + ".bindPort", Rules.number(Paper.INIT, "localAPIEndpoint.bindPort"));
    }
    shared(Paper.INIT, rules);
    return rules;
  }

  /** What init and join have in common beside nodeRegistration. */
  static void shared(Paper paper, Map<String, Rule> rules) {
    rules.put("skipPhases", new SkippedPhases(paper));
    rules.put("patches.directory", Rules.text(paper, "patches.directory"));
    for (String timeout : TIMEOUTS) {
      rules.put("timeouts." + timeout, Rules.duration(paper, "timeouts." + timeout));
    }
  }
}
