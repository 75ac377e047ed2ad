package io.github.kubeadmwizard.facts;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Control groups, from /sys/fs/cgroup. Source: kubernetes-sigs system-validators, cgroup validator.
 *
 * @param version which hierarchy
 * @param controllers names usable at the root (v2: cgroup.controllers and freezer, devices, which
 *     are built in there; v1: the enabled ones of /proc/cgroups)
 * @param systemd whether systemd keeps the hierarchy
 */
public record Cgroups(Version version, SortedSet<String> controllers, boolean systemd) {
  public Cgroups {
    controllers = Collections.unmodifiableSortedSet(new TreeSet<>(controllers));
  }

  /** Which hierarchy is mounted. */
  public enum Version {
    /** Only the old one: the kubelet refuses it from 1.35. */
    V1,
    /** Only the unified one. */
    V2,
    /** The old one, with the unified one beside it for systemd: the kubelet sees v1. */
    HYBRID,
    /** None found. */
    UNKNOWN
  }
}
