package io.github.kubeadmwizard.kubeadm;

import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is known of a Kubernetes minor.
 *
 * @param minor such as {@code 1.36}
 * @param lastKnownPatch the newest patch when these data were written; there may be newer ones
 * @param endOfLife the last day with fixes
 * @param coredns image tag that kubeadm uses
 * @param etcd image tag that kubeadm uses
 * @param pause image tag that kubeadm uses
 * @param minimumRuntimes version by runtime: {@code containerd}, {@code cri-o}, {@code cri-dockerd}
 * @param minimumExternalEtcd version
 */
public record MinorFacts(
    String minor,
    int lastKnownPatch,
    LocalDate endOfLife,
    String coredns,
    String etcd,
    String pause,
    SortedMap<String, String> minimumRuntimes,
    String minimumExternalEtcd) {
  public MinorFacts {
    minimumRuntimes = Collections.unmodifiableSortedMap(new TreeMap<>(minimumRuntimes));
  }
}
