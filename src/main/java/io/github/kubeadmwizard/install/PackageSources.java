package io.github.kubeadmwizard.install;

import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.cluster.KubernetesVersion;
import io.github.kubeadmwizard.cluster.PackagesSpec;
import io.github.kubeadmwizard.engine.Action;
import io.github.kubeadmwizard.engine.Action.RunScript;
import io.github.kubeadmwizard.engine.Var;
import io.github.kubeadmwizard.facts.Os;
import io.github.kubeadmwizard.kubeadm.ProgramFiles;
import io.github.kubeadmwizard.text.Message;
import java.util.Map;
import java.util.TreeMap;

/** The package repositories, as actions that add them. Source: kubernetes-facts §4.1, §5.1. */
final class PackageSources {
  private static final String KUBERNETES = "https://pkgs.k8s.io/core:/stable:";
  private static final String CRI_O =
      "https://download.opensuse.org/repositories/isv:/cri-o:/stable:";
  private static final String DOCKER = "https://download.docker.com";

  private final ClusterSpec spec;
  private final Map<String, Var> wayOut;
  private final PackagesSpec wish;
  private final KubernetesVersion version;

  /**
   * @param wayOut names the proxy, if there is one
   */
  PackageSources(ClusterSpec spec, Map<String, Var> wayOut) {
    this.spec = spec;
    this.wayOut = wayOut;
    this.wish = spec.packages();
    this.version = spec.kubernetes();
  }

  Action kubernetes(Node node) {
    String base = strip(wish.kubernetes().orElse(KUBERNETES)) + "/v" + version.minorText();
    return node.isDeb()
        ? apt("kubernetes", base + "/deb/", "/", "", base + "/deb/Release.key")
        : dnf(
            "kubernetes",
            base + "/rpm/",
            base + "/rpm/repodata/repomd.xml.key",
            "kubelet kubeadm kubectl cri-tools kubernetes-cni");
  }

  Action newestPatch(boolean deb) {
    boolean files = wish.binaries().isPresent();
    String base =
        files ? ProgramFiles.load().newestPatch(spec) : strip(wish.kubernetes().orElse(KUBERNETES));
    String packages = deb ? "deb" : "rpm";
    return RunScript.of(
            "find-patch",
            Message.of("install.action.find-patch"),
            "resolve-version.sh",
            Map.of(
                "MINOR", Var.of(version.minorText()),
                "PATCH", Var.of(version.isFull() && !files ? version.toString() : ""),
                "BASE", Var.of(base),
                "KIND", Var.of(files ? "file" : packages)))
        .with(wayOut)
        .giving("kubernetes-version");
  }

  Action docker(Node node) {
    Os os = node.facts().os();
    String base = strip(wish.docker().orElse(DOCKER)) + "/linux/" + distribution(os);
    return node.isDeb()
        ? apt("docker", base, os.codename().orElse("stable"), "stable", base + "/gpg")
        : dnf("docker", base + "/$releasever/$basearch/stable", base + "/gpg", "");
  }

  /** One repository for each minor, with its own key. Source: kubernetes-facts §5.2. */
  Action crio(Node node) {
    String base = strip(wish.crio().orElse(CRI_O)) + "/v" + version.minorText();
    return node.isDeb()
        ? apt("cri-o", base + "/deb/", "/", "", base + "/deb/Release.key")
        : dnf("cri-o", base + "/rpm/", base + "/rpm/repodata/repomd.xml.key", "cri-o");
  }

  private static String distribution(Os os) {
    if (os.id().isPresent()) {
      switch (os.id().get()) {
        case "debian", "ubuntu", "fedora", "rhel" -> {
          return os.id().get();
        }
        default -> {}
      }
    }
    if (os.isLike("ubuntu")) {
      return "ubuntu";
    }
    return os.isLike("debian") ? "debian" : "centos";
  }

  private RunScript apt(String name, String uri, String suite, String components, String keyUrl) {
    return script(
        "repository-apt.sh",
        name,
        Map.of(
            "NAME",
            name,
            "URIS",
            uri,
            "SUITE",
            suite,
            "COMPONENTS",
            components,
            "KEY_URL",
            keyUrl,
            "ARCH",
            ""));
  }

  private RunScript dnf(String name, String uri, String keyUrl, String excludes) {
    return script(
        "repository-dnf.sh",
        name,
        Map.of("NAME", name, "URIS", uri, "KEY_URL", keyUrl, "EXCLUDES", excludes));
  }

  private RunScript script(String script, String name, Map<String, String> vars) {
    var all = new TreeMap<String, Var>();
    vars.forEach((key, value) -> all.put(key, Var.of(value)));
    return RunScript.of(
            name + "-repository", Message.of("install.action.repository", name), script, all)
        .with(wayOut);
  }

  private static String strip(String base) {
    return base.replaceAll("/+$", "");
  }
}
