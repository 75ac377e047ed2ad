package io.github.kubeadmwizard.draft;

import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.cluster.ImagesSpec;
import io.github.kubeadmwizard.cluster.Mirror;
import io.github.kubeadmwizard.cluster.PackagesSpec;
import io.github.kubeadmwizard.cluster.PrepareSpec;
import io.github.kubeadmwizard.cluster.ProxySpec;
import io.github.kubeadmwizard.cluster.RuntimeSpec;
import io.github.kubeadmwizard.yaml.Commented;
import io.github.kubeadmwizard.yaml.YamlWriter;
import java.util.Map;

/** Turns a cluster into its file: what differs from the defaults, and what a reader looks for. */
final class ClusterWriter {
  private static final String HEAD =
      "A cluster for Kubeadm Wizard. What is not said here has its default; see"
          + " docs/cluster-file.md.\nNo secret ever stands here: passwords and passphrases are"
          + " asked for.";

  String write(ClusterSpec spec) {
    var top =
        new Keys()
            .put("apiVersion", ClusterReader.API_VERSION)
            .put("kind", ClusterReader.KIND)
            .put("name", spec.name())
            .put("kubernetes", spec.kubernetes().toString())
            .put("hosts", spec.hosts().stream().map(HostsWriter::host).toList())
            .putSome("ssh", HostsWriter.ssh(spec.ssh()))
            .putSome("prepare", prepare(spec.prepare()))
            .putSome("packages", packages(spec.packages()))
            .putSome("proxy", spec.proxy().map(ClusterWriter::proxy).orElse(Map.of()))
            .putSome("runtime", runtime(spec.runtime()))
            .putSome("images", images(spec.images()))
            .putSome("network", NetworkWriter.network(spec.network()))
            .putSome("cni", NetworkWriter.cni(spec.cni()))
            .put("manifests", spec.manifests())
            .putSome("addons", AddonsWriter.addons(spec.addons()))
            .putSome("checks", new Keys().putSome("override", spec.checks().override()).map())
            .putSome("kubeadm", spec.kubeadm().documents());
    return YamlWriter.write(new Commented(HEAD, top.map()));
  }

  static Map<String, Object> prepare(PrepareSpec prepare) {
    var usual = PrepareSpec.DEFAULT;
    var bound = new Keys();
    prepare
        .bindAddress()
        .forEach((host, bind) ->
            bound.put(
                host,
                new Keys().put("interface", bind.card()).put("address", bind.address()).map()));
    return new Keys()
        .putSome("timeServers", prepare.timeServers())
        .putUnless(usual.selinux(), "selinux", prepare.selinux())
        .putSome("bindAddress", bound.map())
        .putUnless(usual.kubectlCompletion(), "kubectlCompletion", prepare.kubectlCompletion())
        .putUnless(
            usual.disableBrokenRepositories(),
            "disableBrokenRepositories",
            prepare.disableBrokenRepositories())
        .map();
  }

  private static Map<String, Object> packages(PackagesSpec packages) {
    return new Keys()
        .put("mirror", packages.mirror().map(Mirror::id))
        .put("kubernetes", packages.own().kubernetes())
        .put("docker", packages.own().docker())
        .put("crio", packages.own().crio())
        .put("binaries", packages.own().binaries())
        .put("bundle", packages.bundle())
        .map();
  }

  private static Map<String, Object> proxy(ProxySpec proxy) {
    return new Keys()
        .put("http", proxy.http())
        .put("https", proxy.https())
        .putSome("noProxy", proxy.noProxy())
        .putUnless(false, "signIn", proxy.signIn())
        .map();
  }

  private static Map<String, Object> runtime(RuntimeSpec runtime) {
    var usual = RuntimeSpec.DEFAULT;
    return new Keys()
        .putUnless(usual.name(), "name", runtime.name())
        .putUnless(RuntimeSpec.sources(runtime.name()).getFirst(), "from", runtime.from())
        .put("version", runtime.version())
        .putUnless(usual.cgroupDriver(), "cgroupDriver", runtime.cgroupDriver())
        .put("socket", runtime.socket())
        .map();
  }

  private static Map<String, Object> images(ImagesSpec images) {
    return new Keys()
        .put("mirror", images.mirror().map(Mirror::id))
        .put("repository", images.own().repository())
        .putSome("mirrors", images.own().mirrors())
        .putSome("registries", registries(images))
        .map();
  }

  private static Map<String, Object> registries(ImagesSpec images) {
    var keys = new Keys();
    images
        .registries()
        .forEach((host, registry) ->
            keys.put(
                host,
                new Keys()
                    .putUnless(false, "signIn", registry.signIn())
                    .putUnless(false, "plainHttp", registry.plainHttp())
                    .putUnless(false, "skipVerify", registry.skipVerify())
                    .put("ca", registry.ca())
                    .map()));
    return keys.map();
  }
}
