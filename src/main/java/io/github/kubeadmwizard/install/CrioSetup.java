package io.github.kubeadmwizard.install;

import io.github.kubeadmwizard.cluster.ImagesSpec;
import io.github.kubeadmwizard.cluster.RegistrySpec;
import io.github.kubeadmwizard.engine.Action;
import io.github.kubeadmwizard.engine.Action.EnsureService;
import io.github.kubeadmwizard.engine.Action.RunScript;
import io.github.kubeadmwizard.engine.Action.WriteFile;
import io.github.kubeadmwizard.engine.Var;
import io.github.kubeadmwizard.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * CRI-O by drop-ins of our own; its files stay as its package brought them. Sources: CRI-O,
 * crio.conf.d(5); containers/image, registries.conf.d(5) and auth.json(5).
 */
final class CrioSetup {
  private static final RuntimeProxy PROXY =
      new RuntimeProxy("crio.service", "/etc/crio/kubeadm-wizard-proxy.env");
  private static final String CONFIG = "/etc/crio/crio.conf.d/90-kubeadm-wizard.conf";
  private static final String REGISTRIES =
      "/etc/containers/registries.conf.d/90-kubeadm-wizard.conf";
  private static final String ACCOUNTS = "/etc/crio/kubeadm-wizard-auth.json";

  /** Its package's own bridge would be taken before the pod network, which comes by its name. */
  private static final String BRIDGES =
      """
      /etc/cni/net.d/10-crio-bridge.conflist
      /etc/cni/net.d/11-crio-ipv4-bridge.conflist
      /etc/cni/net.d/100-crio-bridge.conflist\
      """;

  private CrioSetup() {}

  static List<Action> actions(Ground ground, Node node) {
    var actions = new ArrayList<Action>();
    ImagesSpec images = ground.spec().images();
    var accounts = new TreeMap<String, String>();
    images
        .registries()
        .forEach((host, registry) -> {
          registry.ca().ifPresent(pem -> actions.add(authority(host, pem)));
          if (registry.signIn()) {
            accounts.put(host, host);
          }
        });
    if (!accounts.isEmpty()) {
      actions.add(
          SecretFile.auths(
              "registry-accounts",
              Message.of("install.action.registry-accounts", List.copyOf(accounts.keySet())),
              ACCOUNTS,
              accounts));
    }
    String registries = registries(images);
    if (!registries.isEmpty()) {
      actions.add(file("crio-registries", REGISTRIES, registries));
    }
    PROXY.action(ground, node).ifPresent(actions::add);
    actions.add(file("crio-config", CONFIG, config(ground, !accounts.isEmpty())));
    actions.add(
        RunScript.of(
            "crio-bridge",
            Message.of("install.action.crio-bridge"),
            "remove-files.sh",
            Map.of("FILES", Var.of(BRIDGES))));
    var files = new ArrayList<>(List.of(CONFIG, REGISTRIES));
    files.addAll(PROXY.files(ground, node));
    actions.add(
        new EnsureService(
            "crio-service",
            Message.of("install.action.service", "crio.service"),
            "crio.service",
            true,
            true,
            files));
    return actions;
  }

  private static WriteFile authority(String host, String pem) {
    return file(
        "ca-" + ContainerdRegistries.id(host),
        "/etc/containers/certs.d/" + host + "/kubeadm-wizard-ca.crt",
        pem.endsWith("\n") ? pem : pem + "\n");
  }

  private static WriteFile file(String id, String path, String content) {
    return new WriteFile(
        id, Message.of("install.action.unit", path), path, "0644", Var.of(content));
  }

  private static String config(Ground ground, boolean accounts) {
    boolean systemd = ConfigureRuntime.systemd(ground);
    var text = new StringBuilder("# Written by Kubeadm Wizard.\n[crio.runtime]\n");
    text.append("cgroup_manager = \"").append(systemd ? "systemd" : "cgroupfs").append("\"\n");
    if (!systemd) {
      text.append("conmon_cgroup = \"pod\"\n"); // the only one that goes with it
    }
    text.append("\n[crio.image]\n");
    text.append("pause_image = \"").append(ground.images().pause()).append("\"\n");
    if (accounts) {
      text.append("global_auth_file = \"").append(ACCOUNTS).append("\"\n");
      text.append("pause_image_auth_file = \"").append(ACCOUNTS).append("\"\n");
    }
    return text.append("\n[crio.network]\nplugin_dirs = [\"/opt/cni/bin\"]\n").toString();
  }

  private static String registries(ImagesSpec images) {
    var names = new TreeSet<>(images.mirrors().keySet());
    images
        .registries()
        .forEach((host, registry) -> {
          if (isInsecure(registry)) {
            names.add(host);
          }
        });
    var text = new StringBuilder();
    for (String name : names) {
      text.append(text.isEmpty() ? "# Written by Kubeadm Wizard.\n" : "\n");
      text.append(table("registry", name, isInsecure(images.registry(name))));
      String mirror = images.mirrors().get(name);
      if (mirror != null) {
        boolean open =
            mirror.startsWith("http://") || isInsecure(images.registry(ImagesSpec.hostOf(mirror)));
        text.append("\n").append(table("registry.mirror", location(mirror), open));
      }
    }
    return text.toString();
  }

  private static String table(String name, String location, boolean insecure) {
    return "[["
        + name
        + "]]\nlocation = \""
        + location
        + "\"\n"
        + (insecure ? "insecure = true\n" : "");
  }

  private static String location(String address) {
    return address.replaceFirst("^[a-z]+://", "").replaceAll("/+$", "");
  }

  private static boolean isInsecure(RegistrySpec registry) {
    return registry.plainHttp() || registry.skipVerify();
  }
}
