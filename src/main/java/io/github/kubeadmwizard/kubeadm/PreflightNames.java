package io.github.kubeadmwizard.kubeadm;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * kubeadm's own identifiers of checks; only these mean something to it. Source: kubeadm 1.36.4 and
 * 1.37.1, {@code app/preflight}.
 */
public final class PreflightNames {
  private static final Set<String> NAMES =
      Set.of(
          "cri",
          "containerruntimeversion",
          "firewalld",
          "isprivilegeduser",
          "hostname",
          "httpproxy",
          "httpproxycidr",
          "systemverification",
          "kubernetesversion",
          "kubeletversion",
          "swap",
          "externaletcdversion",
          "externaletcdclientcertificates",
          "imagepull",
          "numcpu",
          "mem");
  private static final List<String> PREFIXES =
      List.of(
          "port-", "service-", "diravailable-", "fileavailable-", "fileexisting-", "filecontent-");

  private PreflightNames() {}

  /** Whether kubeadm knows the name; case does not matter. */
  public static boolean isKubeadms(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return NAMES.contains(lower) || PREFIXES.stream().anyMatch(lower::startsWith);
  }
}
