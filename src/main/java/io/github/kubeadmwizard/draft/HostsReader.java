package io.github.kubeadmwizard.draft;

import io.github.kubeadmwizard.cluster.HostSpec;
import io.github.kubeadmwizard.cluster.PrepareSpec;
import io.github.kubeadmwizard.cluster.ProxySpec;
import io.github.kubeadmwizard.cluster.Role;
import io.github.kubeadmwizard.cluster.SshSpec;
import java.util.Set;

/** The keys of the hosts, of the way to them, and of what is done to them on wish. */
final class HostsReader {
  private static final int MOST_AT_ONCE = 1000;

  private HostsReader() {}

  static HostSpec host(Fields in) {
    return new HostSpec(
        in.optional("name", Forms.DNS_NAME),
        in.unfinished("address", Forms.HOST),
        in.whole("port", 1, 65535).orElse(HostSpec.DEFAULT_PORT),
        in.or("user", Forms.LOGIN_NAME, HostSpec.DEFAULT_USER),
        in.optional("key", Forms.FILE),
        in.flag("agent", false),
        Set.copyOf(in.requiredList("roles", Form.choice(Role.class))),
        in.optional("nodeIP", Forms.NODE_IP),
        in.optional("advertiseAddress", Forms.ADDRESS),
        in.flag("setHostname", false),
        in.texts("labels", Forms.LABEL_KEY, Forms.LABEL_VALUE),
        in.list("taints", Forms.TAINT));
  }

  static SshSpec ssh(Fields in) {
    return new SshSpec(
        in.object("bastion", HostsReader::bastion),
        in.whole("parallel", 1, MOST_AT_ONCE).orElse(SshSpec.DEFAULT.parallel()));
  }

  private static SshSpec.Bastion bastion(Fields in) {
    return new SshSpec.Bastion(
        in.required("address", Forms.HOST),
        in.whole("port", 1, 65535).orElse(HostSpec.DEFAULT_PORT),
        in.required("user", Forms.LOGIN_NAME),
        in.optional("key", Forms.FILE),
        in.flag("agent", false));
  }

  static PrepareSpec prepare(Fields in) {
    var usual = PrepareSpec.DEFAULT;
    return new PrepareSpec(
        in.list("timeServers", Forms.HOST),
        in.or("selinux", Form.choice(PrepareSpec.Selinux.class), usual.selinux()),
        in.objectsByKey("bindAddress", Forms.HOST, HostsReader::bindAddress),
        in.flag("kubectlCompletion", usual.kubectlCompletion()),
        in.flag("disableBrokenRepositories", usual.disableBrokenRepositories()));
  }

  private static PrepareSpec.BindAddress bindAddress(Fields in) {
    return new PrepareSpec.BindAddress(
        in.required("interface", Forms.CARD_NAME),
        in.required("address", Forms.ADDRESS_WITH_PREFIX));
  }

  static ProxySpec proxy(Fields in) {
    return new ProxySpec(
        in.required("http", Places.URL),
        in.optional("https", Places.URL),
        in.list("noProxy", Forms.NO_PROXY),
        in.flag("signIn", false));
  }
}
