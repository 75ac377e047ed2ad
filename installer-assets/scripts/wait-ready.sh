# shellcheck shell=bash
# Waits until every node that joined is Ready and CoreDNS is available, and says meanwhile what it waits for.
export KUBECONFIG=/etc/kubernetes/admin.conf
us='{"\x1f"}'
ready='.status.conditions[?(@.type=="Ready")]'
template="{range .items[*]}{.kind}$us{.metadata.namespace}$us{.metadata.name}$us{$ready.status}$us{$ready.reason}$us{.status.availableReplicas}$us{.spec.replicas}$us{.spec.nodeName}$us{.status.containerStatuses[*].state.waiting.reason} {.status.initContainerStatuses[*].state.waiting.reason}$us{$ready.message}{\"\\n\"}{end}"
# kubectl writes escapes of its own kind
template=${template//'\x1f'/$KW_US}

told=
tell() { # KEY ARG…: only what is new
  local now="$*"
  [ "$now" != "$told" ] || return 0
  told=$now
  kw_waiting "$@"
}

looked=
while :; do
  # politely: on a small machine the API server needs the CPU that this would take
  if ! all=$(nice -n 15 kubectl get nodes,deployments.apps,pods -A -o "jsonpath=$template" 2>&1); then
    tell install.waiting.api "${all##*$'\n'}"
    sleep 5
    continue
  fi
  notready=() dns='' pods=()
  while IFS=$KW_US read -r kind namespace name status reason available replicas node waits message; do
    case $kind in
      Node) [ "$status" = True ] || notready=("$name" "${reason:-Unknown}" "${message:-}") ;;
      Deployment) [ "$namespace/$name" != kube-system/coredns ] || dns="${available:-0}$KW_US${replicas:-0}" ;;
      Pod)
        waits=${waits# } waits=${waits% }
        case $waits in '' | ' ' | ContainerCreating | PodInitializing | 'PodInitializing '*) ;; *) pods=("$namespace/$name" "$node" "$waits") ;; esac
        ;;
    esac
  done <<< "$all"
  if ((${#pods[@]})) && { ((${#notready[@]})) || [ "${dns%%"$KW_US"*}" = 0 ]; }; then
    tell install.waiting.pod "${pods[@]}"
  elif ((${#notready[@]})); then
    tell install.waiting.node "${notready[@]}"
  elif [ -n "$dns" ] && [ "${dns%%"$KW_US"*}" != "${dns##*"$KW_US"}" ]; then
    tell install.waiting.coredns "${dns%%"$KW_US"*}" "${dns##*"$KW_US"}"
  else
    kw_unchanged
  fi
  [ -n "$looked" ] || looked=1
  sleep 4
done
