package io.github.kubeadmwizard.draft;

import io.github.kubeadmwizard.cluster.HostSpec;
import io.github.kubeadmwizard.cluster.Role;
import io.github.kubeadmwizard.cluster.SshSpec;
import io.github.kubeadmwizard.cluster.TaintSpec;
import java.util.Arrays;
import java.util.Map;

/** The hosts of a cluster file, and the way to them. */
final class HostsWriter {
  private HostsWriter() {}

  static Map<String, Object> host(HostSpec host) {
    return new Keys()
        .put("name", host.name())
        .put("address", host.address())
        .putUnless(HostSpec.DEFAULT_PORT, "port", host.port())
        .put("user", host.user())
        .put("key", host.key())
        .putUnless(false, "agent", host.agent())
        .put(
            "roles",
            Arrays.stream(Role.values()).filter(host.roles()::contains).map(Form::word).toList())
        .put("nodeIP", host.nodeIP())
        .put("advertiseAddress", host.advertiseAddress())
        .putUnless(false, "setHostname", host.setHostname())
        .putSome("labels", host.labels())
        .putSome("taints", host.taints().stream().map(TaintSpec::toString).toList())
        .map();
  }

  static Map<String, Object> ssh(SshSpec ssh) {
    return new Keys()
        .put("bastion", ssh.bastion().map(HostsWriter::bastion))
        .putUnless(SshSpec.DEFAULT.parallel(), "parallel", ssh.parallel())
        .map();
  }

  private static Map<String, Object> bastion(SshSpec.Bastion bastion) {
    return new Keys()
        .put("address", bastion.address())
        .putUnless(HostSpec.DEFAULT_PORT, "port", bastion.port())
        .put("user", bastion.user())
        .put("key", bastion.key())
        .putUnless(false, "agent", bastion.agent())
        .map();
  }
}
