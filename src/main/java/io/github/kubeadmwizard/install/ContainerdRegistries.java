package io.github.kubeadmwizard.install;

import io.github.kubeadmwizard.cluster.ImagesSpec;
import io.github.kubeadmwizard.cluster.RegistrySpec;
import io.github.kubeadmwizard.engine.Action;
import io.github.kubeadmwizard.engine.Action.WriteFile;
import io.github.kubeadmwizard.engine.Var;
import io.github.kubeadmwizard.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Mirrors and registries as containerd reads them, without a restart, since 1.5: a folder for each
 * registry. The account goes into a header, which containerd sends to the registry and to the
 * service that gives out its tokens. Source: containerd, docs/hosts.md and
 * core/remotes/docker/config/hosts.go.
 */
final class ContainerdRegistries {
  private static final String CERTS = "/etc/containerd/certs.d/";

  private final ImagesSpec images;

  ContainerdRegistries(ImagesSpec images) {
    this.images = images;
  }

  /** Whether any registry is reached in a way of its own. */
  boolean isAny() {
    return !names().isEmpty();
  }

  private Set<String> names() {
    var names = new TreeSet<>(images.mirrors().keySet());
    names.addAll(images.registries().keySet());
    return names;
  }

  /** What writes them. */
  List<Action> actions() {
    var actions = new ArrayList<Action>();
    images
        .registries()
        .forEach(
            (host, registry) -> registry.ca().ifPresent(pem -> actions.add(authority(host, pem))));
    names().forEach(name -> actions.add(hosts(name)));
    return actions;
  }

  private static WriteFile authority(String host, String pem) {
    return new WriteFile(
        "ca-" + id(host),
        Message.of("install.action.registry-ca", host),
        authorityFile(host),
        "0644",
        Var.of(pem.endsWith("\n") ? pem : pem + "\n"));
  }

  private static String authorityFile(String host) {
    return CERTS + host + "/kubeadm-wizard-ca.crt";
  }

  private Action hosts(String name) {
    var file = new SecretFile(CERTS + name + "/hosts.toml");
    boolean http = images.registry(name).plainHttp();
    String server = name.equals("docker.io") ? "registry-1.docker.io" : name;
    file.line("server = \"" + (http ? "http" : "https") + "://" + server + "\"");
    settings(file, name, "", "");
    String mirror = images.mirrors().get(name);
    if (mirror != null) {
      String table = "host.\"" + mirror + "\"";
      file.line("");
      file.line("[" + table + "]");
      file.line("  capabilities = [\"pull\", \"resolve\"]");
      settings(file, ImagesSpec.hostOf(mirror), table + ".", "  ");
    }
    return file.action("mirror-" + id(name), title(name, mirror));
  }

  private static Message title(String name, @Nullable String mirror) {
    return mirror == null
        ? Message.of("install.action.registry", name)
        : Message.of("install.action.mirror", name, mirror);
  }

  /** A table within another ends it, so the header comes last. */
  private void settings(SecretFile file, String host, String table, String indent) {
    RegistrySpec registry = images.registry(host);
    if (registry.ca().isPresent()) {
      file.line(indent + "ca = \"" + authorityFile(host) + "\"");
    }
    if (registry.skipVerify()) {
      file.line(indent + "skip_verify = true");
    }
    if (registry.signIn()) {
      file.line("");
      file.line(indent + "[" + table + "header]");
      file.line(indent + "  Authorization = \"Basic " + file.account(host) + "\"");
    }
  }

  static String id(String host) {
    return host.replaceAll("[^a-z0-9]+", "-");
  }
}
