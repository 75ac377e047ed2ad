package io.github.kubeadmwizard.migrate;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** {@code nodeRegistration} of init and of join, the same since v1alpha2. */
final class RegistrationFields {
  private static final List<String> POLICIES = List.of("Always", "IfNotPresent", "Never");

  private RegistrationFields() {}

  static Map<String, Rule> of(Paper paper) {
    var rules = new TreeMap<String, Rule>();
    rules.put("nodeRegistration.name", Rules.nodeName(paper));
    rules.put("nodeRegistration.criSocket", new Sockets(paper));
    rules.put("nodeRegistration.taints", new Taints(paper));
    rules.put("nodeRegistration.kubeletExtraArgs", kubeletArgs(paper));
    rules.put("nodeRegistration.ignorePreflightErrors", ignored(paper));
    rules.put("nodeRegistration.imagePullPolicy", pullPolicy(paper));
    rules.put(
        "nodeRegistration.imagePullSerial", Rules.truth(paper, "nodeRegistration.imagePullSerial"));
    return rules;
  }

  static Rule kubeletArgs(Paper paper) {
    return new Args("kubelet", paper, "nodeRegistration.kubeletExtraArgs");
  }

  static Rule pullPolicy(Paper paper) {
    return Rules.oneOf(paper, "nodeRegistration.imagePullPolicy", POLICIES);
  }

  static Rule ignored(Paper paper) {
    return Rules.texts(paper, "nodeRegistration.ignorePreflightErrors");
  }
}
