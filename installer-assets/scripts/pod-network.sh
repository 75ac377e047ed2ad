#!/bin/bash
# Prints what tells which pod network the cluster runs, from a control plane; changes nothing. Exit code 3: there is no
# cluster on this machine.
#
# Output: head lines begin with US (\x1f): "objects", "kubeadm" and "flannel" (its own settings, and nobody else's), each
# followed by a JSON document, and "pods", followed by a line for each pod: NAMESPACE|NODE|on the host's network: true|PHASE|
# MADE AT|LABEL app. After each of them a head "end CODE" with the program's exit code.
set -euo pipefail

readonly US=$'\x1f'
export LC_ALL=C KUBECONFIG=/etc/kubernetes/admin.conf
PATH=$PATH:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
[[ -r $KUBECONFIG ]] || exit 3

ask() { # NAME KUBECTL-ARGUMENT…
  local name=$1 code=0
  shift
  printf '%s%s\n' "$US" "$name"
  kubectl "$@" --request-timeout=30s < /dev/null || code=$?
  printf '\n%send %s\n' "$US" "$code"
}

fields='{.metadata.namespace}|{.spec.nodeName}|{.spec.hostNetwork}|{.status.phase}|{.metadata.creationTimestamp}|{.metadata.labels.app}'
ask objects get nodes,daemonsets.apps --all-namespaces -o json
ask kubeadm get configmaps -n kube-system --field-selector metadata.name=kubeadm-config -o json
ask flannel get configmaps -n kube-flannel --field-selector metadata.name=kube-flannel-cfg --show-managed-fields -o json
ask pods get pods --all-namespaces -o "jsonpath={range .items[*]}$fields{\"\\n\"}{end}"
