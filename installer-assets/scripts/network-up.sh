# shellcheck shell=bash
# Waits until the runtime of this node has a pod network, and says meanwhile what it waits for. NODE, SOCKET
export KUBECONFIG=$KW_ROOT/etc/kubernetes/kubelet.conf
waiting='{range .items[*]}{.metadata.namespace}/{.metadata.name}|{.status.initContainerStatuses[*].state.waiting.reason} {.status.containerStatuses[*].state.waiting.reason}{"\n"}{end}'

# A pod of the host's network that cannot begin, as the new network's own.
tell_pod() {
  local pod waits
  while IFS='|' read -r pod waits; do
    waits=${waits# } waits=${waits% }
    case $waits in '' | ContainerCreating* | PodInitializing*) continue ;; esac
    kw_tell install.waiting.pod "$pod" "$NODE" "$waits"
    return 0
  done < <(kubectl --request-timeout=30s get pods -A --field-selector "spec.nodeName=$NODE" -o "jsonpath=$waiting" 2> /dev/null < /dev/null)
  kw_tell install.waiting.network "$NODE"
}

# Whether there is a configuration that came after the old one went, and the runtime says that it serves:
# {"status": true, "type": "NetworkReady"}, in any order.
is_up() {
  local file fresh='' part said
  for file in "$KW_ROOT"/etc/cni/net.d/*.conf "$KW_ROOT"/etc/cni/net.d/*.conflist "$KW_ROOT"/etc/cni/net.d/*.json; do
    [ ! "$file" -nt "$KW_ROOT/var/lib/kubeadm-wizard/switch-cni.cleaned" ] || fresh=1
  done
  [ -n "$fresh" ] || return 1
  said=$(crictl --timeout 30s --runtime-endpoint "$SOCKET" info 2> /dev/null < /dev/null) || return 1
  while IFS= read -r -d '}' part; do
    [[ $part != *'"NetworkReady"'* || ! $part =~ \"status\"[[:space:]]*:[[:space:]]*true ]] || return 0
  done <<< "$said"
  return 1
}

until is_up; do
  tell_pod
  sleep 2
done
kw_unchanged
