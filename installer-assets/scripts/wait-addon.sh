# shellcheck shell=bash
# Waits until what an add-on consists of does its work, and says meanwhile what it waits for and why.
# AWAITED (lines): deployments|daemonsets|statefulsets NAMESPACE NAME | crds - NAME | apiservices - NAME
# | gatewayclasses - NAME | metrics - NODES | ceph NAMESPACE NAME | ready NAMESPACE KIND/NAME | page NAMESPACE SERVICE/HOST
export KUBECONFIG=/etc/kubernetes/admin.conf
kubectl=(kubectl --request-timeout=30s)

# One object, in one call, into OUT; 1 if it is not there or the API server does not answer.
ask() { # KUBECTL ARG…
  OUT=$("${kubectl[@]}" "$@" 2>&1 < /dev/null) && return 0
  case $OUT in *NotFound* | *'not found'*) ;; *) kw_tell install.waiting.api "${OUT%%$'\n'*}" ;; esac
  return 1
}

# Why pods do not run: the first that waits for something, or has no place; 1 if none does.
tell_trouble() { # NAMESPACE SELECTOR
  local line name node waiting said placed why
  if ask -n "$1" get pods -l "$2" -o "jsonpath={range .items[*]}{.metadata.name}|{.spec.nodeName}|{.status.initContainerStatuses[*].state.waiting.reason} {.status.containerStatuses[*].state.waiting.reason}|{.status.initContainerStatuses[*].state.waiting.message} {.status.containerStatuses[*].state.waiting.message}|{.status.conditions[?(@.type==\"PodScheduled\")].message}{\"$KW_US\"}{end}"; then
    while IFS= read -r -d "$KW_US" line; do
      IFS='|' read -r name node waiting said placed <<< "${line//$'\n'/ }"
      waiting=${waiting# } waiting=${waiting% } said=${said# }
      if [ -z "$node" ] && [ -n "$placed" ]; then
        kw_tell install.waiting.addonPlace "$1/$name" "$placed"
        return 0
      fi
      case $waiting in '' | ContainerCreating* | PodInitializing*) continue ;; esac
      why="$waiting${said:+: ${said:0:240}}"
      kw_tell install.waiting.pod "$1/$name" "$node" "$why"
      return 0
    done <<< "$OUT"
  fi
  return 1
}

tell_pods() { # NAMESPACE NAME HAVE WANTED SELECTOR
  tell_trouble "$1" "$5" || kw_tell install.waiting.addon "$2" "$3" "$4"
}

workload() { # KIND NAMESPACE NAME HAVE WANTED: paths within it
  local generation seen have wanted labels
  if ! ask -n "$2" get "$1" "$3" -o "jsonpath={.metadata.generation}|{.status.observedGeneration}|{$4}|{$5}|{.spec.selector.matchLabels}"; then
    kw_tell install.waiting.addon "$3" 0 '?'
    return 1
  fi
  IFS='|' read -r generation seen have wanted labels <<< "$OUT"
  if [ "$generation" = "$seen" ] && [ -n "$wanted" ] && [ "$wanted" != 0 ] && ((${have:-0} >= wanted)); then return 0; fi
  labels=${labels//[\{\}\" ]/} # matchLabels are names and values of few letters
  tell_pods "$2" "$3" "${have:-0}" "${wanted:-?}" "${labels//:/=}"
  return 1
}

condition() { # KIND NAME TYPE
  local is said
  if ask get "$1" "$2" -o "jsonpath={.status.conditions[?(@.type==\"$3\")].status}|{.status.conditions[?(@.type==\"$3\")].message}"; then
    IFS='|' read -r is said <<< "$OUT"
    [ "$is" != True ] || return 0
  fi
  kw_tell install.waiting.addonPart "$2" "${said:-$3}"
  return 1
}

ready() { # NAMESPACE KIND/NAME
  ask -n "$1" get "$2" -o 'jsonpath={.status.phase}' || return 1
  [ "$OUT" != Ready ] || return 0
  kw_tell install.waiting.addonPart "${2#*/}" "${OUT:-?}"
  return 1
}

# Of each node: how many disks it gives, and how many of them have a daemon that is available; what lacks into lacking.
count_disks() { # NAMESPACE, with wanted (lines: NODE|DISK DISK…)
  local node disks have many name ready
  lacking='' up=0 all=0
  ask -n "$1" get deployments -l app=rook-ceph-osd -o 'jsonpath={range .items[*]}{.spec.template.spec.nodeSelector.kubernetes\.io/hostname}|{.status.availableReplicas}{"\n"}{end}' || OUT=''
  while IFS='|' read -r node disks; do
    [ -n "$node" ] || continue
    read -r -a many <<< "$disks"
    have=0
    while IFS='|' read -r name ready; do
      [ "$name" != "$node" ] || [ "${ready:-0}" = 0 ] || have=$((have + 1))
    done <<< "$OUT"
    all=$((all + ${#many[@]})) up=$((up + have))
    ((have >= ${#many[@]})) || lacking+=", $node ($have/${#many[@]})"
  done <<< "$wanted"
  lacking=${lacking#, }
}

ceph() { # NAMESPACE NAME
  local phase='' said='' health='' why='' mons='' wanted='' ready have=0 lacking up all
  if ! ask -n "$1" get cephclusters.ceph.rook.io "$2" -o "jsonpath={.status.phase}$KW_US{.status.message}$KW_US{.status.ceph.health}$KW_US{.status.ceph.details.*.message}$KW_US{.spec.mon.count}$KW_US{range .spec.storage.nodes[*]}{.name}|{.devices[*].name}{\"\\n\"}{end}"; then
    case $OUT in *NotFound* | *'not found'*) kw_tell install.waiting.addonPart Ceph '?' ;; esac
    return 1
  fi
  IFS=$KW_US read -r -d '' phase said health why mons wanted <<< "$OUT" || true
  count_disks "$1"
  if [ "$phase" = Ready ] && [ "$health" = HEALTH_OK ] && [ -z "$lacking" ]; then
    printf 'Ceph: %s, %s of %s disks\n' "$health" "$up" "$all"
    return 0
  fi
  ! tell_trouble "$1" 'app in (rook-ceph-mon,rook-ceph-mgr,rook-ceph-osd,rook-ceph-osd-prepare,rook-ceph-mds,rook-ceph-detect-version,rook-ceph-csi-detect-version)' || return 1
  ask -n "$1" get deployments -l app=rook-ceph-mon -o 'jsonpath={range .items[*]}{.status.availableReplicas}{"\n"}{end}' || OUT=''
  while read -r ready; do [ "${ready:-0}" = 0 ] || have=$((have + 1)); done <<< "$OUT"
  if ((have < ${mons:-0})); then
    kw_tell install.waiting.cephMonitors "$have" "$mons" "$said"
  elif [ -n "$lacking" ]; then
    kw_tell install.waiting.cephDisks "$up" "$all" "$lacking"
  else
    kw_tell install.waiting.cephHealth "${health:-$phase}" "${why:-$said}"
  fi
  return 1
}

metrics() { # NODES
  local line seen=0 unseen=''
  if ask top nodes --no-headers; then
    while IFS= read -r line; do
      case $line in *%*) seen=$((seen + 1)) ;; *unknown*) unseen+=" ${line%% *}" ;; esac
    done <<< "$OUT"
    if ((seen >= $1)); then
      printf '%s\n' "$OUT"
      return 0
    fi
  fi
  kw_tell install.waiting.metrics "$seen" "$1" "${unseen:- -}"
  return 1
}

# Asked as a browser does, but with nothing that is secret: whose certificate it is, is not looked at.
page() { # NAMESPACE SERVICE/HOST
  local host=${2#*/} address said=
  if ask -n "$1" get service "${2%%/*}" -o 'jsonpath={.spec.clusterIP}'; then
    address=$OUT
    case $address in *:*) address="[$address]" ;; esac
    said=$(printf 'GET / HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n' "$host" \
      | timeout 15 openssl s_client -quiet -servername "$host" -connect "$address:443" 2> /dev/null) || true
    said=${said%%$'\n'*} said=${said%$'\r'}
  fi
  case $said in HTTP/*' 2'* | HTTP/*' 3'*) return 0 ;; esac
  kw_tell install.waiting.page "$host" "${said:-?}"
  return 1
}

while read -r kind namespace name; do
  [ -n "$kind" ] || continue
  until case $kind in
    deployments) workload deployments.apps "$namespace" "$name" .status.availableReplicas .spec.replicas ;;
    statefulsets) workload statefulsets.apps "$namespace" "$name" .status.availableReplicas .spec.replicas ;;
    daemonsets) workload daemonsets.apps "$namespace" "$name" .status.numberAvailable .status.desiredNumberScheduled ;;
    crds) condition customresourcedefinitions "$name" Established ;;
    apiservices) condition apiservices "$name" Available ;;
    gatewayclasses) condition gatewayclasses.gateway.networking.k8s.io "$name" Accepted ;;
    metrics) metrics "$name" ;;
    ceph) ceph "$namespace" "$name" ;;
    ready) ready "$namespace" "$name" ;;
    page) page "$namespace" "$name" ;;
    *) kw_fail host.scriptFailed "$KW_ACTION" 1 0 "$kind" ;;
  esac; do
    sleep 4
  done
done <<< "$AWAITED"
kw_unchanged
