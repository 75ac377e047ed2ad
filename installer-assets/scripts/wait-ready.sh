# shellcheck shell=bash
# Waits until every node is Ready, and CoreDNS available, and says meanwhile what it waits for. It watches: to ask again
# and again would take the CPU that a small control plane needs just now. Pods are watched only when it takes longer.
# A node that does not register within half a minute did not join: the others do not wait for it.
# NODES (lines), DNS (1: wait for CoreDNS too)
export KUBECONFIG=/etc/kubernetes/admin.conf
ready='.object.status.conditions[?(@.type=="Ready")]'
kinds=(nodes)
[ "$DNS" = 0 ] || kinds+=(deployments.apps)
declare -A fields=(
  [nodes]="{$ready.status}|{$ready.reason}|{$ready.message}"
  [deployments.apps]='{.object.status.availableReplicas}|{.object.spec.replicas}|'
  [pods]='{.object.spec.nodeName}|{.object.status.initContainerStatuses[*].state.waiting.reason} {.object.status.containerStatuses[*].state.waiting.reason}|'
)
declare -A watcher=() state=()
exec {feed}<> <(:) # a pipe of our own, so that every watcher is a child of this shell

watch() { # KIND
  local line="kw|$1|{.type}|{.object.metadata.namespace}/{.object.metadata.name}|${fields[$1]}"
  kubectl get "$1" -A --watch --output-watch-events -o "jsonpath=${line//|/$KW_US}{\"\\n\"}" >&"$feed" 2>&1 &
  watcher[$1]=$!
}

stop_watching() {
  kill "${watcher[@]}" 2> /dev/null || true
  wait || true
}

# What is still missing, told; 0 if nothing is. Of what was not heard yet it is silent, until nothing more comes.
look() {
  local name status reason message available replicas node waits of unready=() pod=() unheard='' ready=''
  local late=$((SECONDS > since + 30)) nodes='' dns=''
  while IFS= read -r name; do
    IFS=$KW_US read -r status reason message <<< "${state[nodes /$name]-}"
    case $status$reason in
      True*) ready=1 ;;
      '') unheard=$name ;;
      *) unready=("$name" "${reason:-Unknown}" "${message:-}") ;;
    esac
  done <<< "$NODES"
  IFS=$KW_US read -r available replicas _ <<< "${state[deployments.apps kube-system/coredns]-}"
  if [ -n "$ready" ] && ((${#unready[@]} == 0)) && { [ -z "$unheard" ] || ((late)); }; then nodes=1; fi
  if [ "$DNS" = 0 ] || { [ -n "$replicas" ] && [ "${available:-0}" = "$replicas" ]; }; then dns=1; fi
  if [ -n "$nodes" ] && [ -n "$dns" ]; then return 0; fi
  if [ -z "$quiet" ] && { [ -n "$unheard" ] || { [ "$DNS" = 1 ] && [ -z "$replicas" ]; }; }; then return 1; fi
  for of in "${!state[@]}"; do
    case $of in 'pods '*) ;; *) continue ;; esac
    IFS=$KW_US read -r node waits _ <<< "${state[$of]}"
    waits=${waits# } waits=${waits% }
    case $waits in '' | ContainerCreating* | PodInitializing*) ;; *) pod=("${of#pods }" "$node" "$waits") ;; esac
  done
  if ((${#pod[@]})); then
    kw_tell install.waiting.pod "${pod[@]}"
  elif ((${#unready[@]})); then
    kw_tell install.waiting.node "${unready[@]}"
  elif [ -z "$nodes" ]; then
    kw_tell install.waiting.nodeMissing "$unheard"
  else
    kw_tell install.waiting.coredns "${available:-0}" "${replicas:-?}"
  fi
  return 1
}

since=$SECONDS quiet='' watched=${#kinds[@]}
for kind in "${kinds[@]}"; do watch "$kind"; done
while :; do
  line=
  if IFS= read -r -t 5 -u "$feed" line; then
    IFS=$KW_US read -r mark kind type name rest <<< "$line"
    if [ "$mark" != kw ]; then
      [ -z "$line" ] || kw_tell install.waiting.api "$line"
      continue
    fi
    if [ "$type" = DELETED ]; then unset "state[$kind $name]"; else state[$kind $name]=$rest; fi
    if look; then break; fi
  else
    quiet=1
    if look; then break; fi
    if ((SECONDS > since + 20 && ${#kinds[@]} == watched)); then kinds+=(pods); fi
    for kind in "${kinds[@]}"; do
      [ -n "${watcher[$kind]-}" ] && kill -0 "${watcher[$kind]}" 2> /dev/null || watch "$kind"
    done
  fi
done
stop_watching
kw_unchanged
