package io.github.kubeadmwizard.os;

import io.github.kubeadmwizard.facts.Os;

/** Distributions that share package format, names and paths. */
public enum Family {
  /** Debian, Ubuntu and what descends from them. */
  DEBIAN("/etc/default/kubelet"),
  /** Red Hat, CentOS, Rocky, Alma, Fedora and their like. */
  RHEL("/etc/sysconfig/kubelet"),
  /** SLES and openSUSE. */
  SUSE("/etc/sysconfig/kubelet"),
  /** None of these. */
  OTHER("/etc/sysconfig/kubelet");

  private final String kubeletEnvironmentFile;

  Family(String kubeletEnvironmentFile) {
    this.kubeletEnvironmentFile = kubeletEnvironmentFile;
  }

  /** Where the kubelet's KUBELET_EXTRA_ARGS are set. Source: 10-kubeadm.conf of its packages. */
  public String kubeletEnvironmentFile() {
    return kubeletEnvironmentFile;
  }

  /** The family of a host, from ID and ID_LIKE of os-release. */
  public static Family of(Os os) {
    if (os.isLike("debian") || os.isLike("ubuntu")) {
      return DEBIAN;
    }
    if (os.isLike("rhel") || os.isLike("fedora") || os.isLike("centos")) {
      return RHEL;
    }
    return os.isLike("suse") || os.isLike("sles") || os.isLike("opensuse") ? SUSE : OTHER;
  }
}
