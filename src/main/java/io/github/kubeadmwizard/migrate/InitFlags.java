package io.github.kubeadmwizard.migrate;

import io.github.kubeadmwizard.text.Message;
import java.util.Map;
import java.util.TreeMap;

/** The flags that {@code kubeadm init} has or ever had. */
final class InitFlags {
  private InitFlags() {}

  static Map<String, Flag> all() {
    var flags = new TreeMap<String, Flag>(today());
    flags.putAll(formerly());
    shared(Paper.INIT, flags);
    return flags;
  }

  private static Map<String, Flag> today() {
    return Map.ofEntries(
        Map.entry("apiserver-advertise-address", Flag.with(advertise())),
        Map.entry("apiserver-bind-port", Flag.with(port())),
        Map.entry(
            "apiserver-cert-extra-sans", Flag.with(ClusterFields.texts("apiServer.certSANs"))),
        Map.entry("cert-dir", Flag.with(ClusterFields.text("certificatesDir"))),
        Map.entry("control-plane-endpoint", Flag.with(ClusterFields.text("controlPlaneEndpoint"))),
        Map.entry("feature-gates", Flag.with(Gates.kubeadm())),
        Map.entry("image-repository", Flag.with(Rules.repository("imageRepository"))),
        Map.entry("kubernetes-version", Flag.with(Rules.version())),
        Map.entry("pod-network-cidr", Flag.with(ClusterFields.text("networking.podSubnet"))),
        Map.entry("service-cidr", Flag.with(ClusterFields.text("networking.serviceSubnet"))),
        Map.entry("service-dns-domain", Flag.with(ClusterFields.text("networking.dnsDomain"))),
        Map.entry("token-ttl", Flag.with(BootstrapTokens.lifetime())),
        Map.entry("skip-token-print", Flag.alone(output())),
        Map.entry("skip-certificate-key-print", Flag.alone(output())),
        Map.entry("upload-certs", Flag.alone(Rules.dropped(Message.of("migrate.uploadCerts")))));
  }

  private static Map<String, Flag> formerly() {
    var gone = Rules.dropped(Message.of("migrate.selfHosted"));
    return Map.ofEntries(
        Map.entry("api-advertise-addresses", Flag.with(advertise())),
        Map.entry("api-port", Flag.with(port())),
        Map.entry("api-external-dns-names", Flag.with(ClusterFields.texts("apiServer.certSANs"))),
        Map.entry("use-kubernetes-version", Flag.with(Rules.version())),
        Map.entry(
            "cloud-provider", Flag.with(Rules.dropped(Message.of("migrate.cloudProviderField")))),
        Map.entry(
            "external-etcd-endpoints", Flag.with(ClusterFields.texts("etcd.external.endpoints"))),
        Map.entry("external-etcd-cafile", Flag.with(ClusterFields.text("etcd.external.caFile"))),
        Map.entry(
            "external-etcd-certfile", Flag.with(ClusterFields.text("etcd.external.certFile"))),
        Map.entry("external-etcd-keyfile", Flag.with(ClusterFields.text("etcd.external.keyFile"))),
        Map.entry("self-hosted", Flag.alone(gone)),
        Map.entry(
            "experimental-upload-certs",
            Flag.alone(Rules.dropped(Message.of("migrate.uploadCerts")))));
  }

  /** What init and join have in common. */
  static void shared(Paper paper, Map<String, Flag> flags) {
    flags.put("certificate-key", Flag.with(Rules.secret()));
    flags.put("token", Flag.with(Rules.secret()));
    flags.put("config", Flag.with(Rules.dropped(Message.of("migrate.config"))));
    flags.put("cri-socket", Flag.with(new Sockets(paper)));
    flags.put("dry-run", Flag.alone(Rules.truth(paper, "dryRun")));
    flags.put("ignore-preflight-errors", Flag.with(RegistrationFields.ignored(paper)));
    flags.put("skip-preflight-checks", Flag.alone(Rules.dropped(Message.of("migrate.ignoreAll"))));
    flags.put("node-name", Flag.with(Rules.nodeName(paper)));
    flags.put("patches", Flag.with(Rules.text(paper, "patches.directory")));
    flags.put("experimental-patches", Flag.with(Rules.text(paper, "patches.directory")));
    flags.put("experimental-kustomize", Flag.with(Rules.dropped(Message.of("migrate.kustomize"))));
    flags.put("skip-phases", Flag.with(new SkippedPhases(paper)));
    flags.put("rootfs", Flag.with(output()));
    flags.put("v", Flag.with(output()));
    flags.put("vmodule", Flag.with(output()));
  }

  private static Rule advertise() {
    return Rules.address(Paper.INIT, "localAPIEndpoint.advertiseAddress");
  }

  private static Rule port() {
    return Rules.number(Paper.INIT, "localAPIEndpoint.bindPort");
  }

  private static Rule output() {
    return Rules.dropped(Message.of("migrate.printing"));
  }
}
