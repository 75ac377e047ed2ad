# shellcheck shell=bash
# Deletes this node's pods that hold an address of the pod network of before, so that their controllers make them anew. Those
# that nothing would make anew stay and are named. With the kubelet's own credentials, which reach the pods of this node alone.
# SWITCH, NODE, WHICH: dns (the cluster's own), rest, or bare (only says which stay)
export KUBECONFIG=$KW_ROOT/etc/kubernetes/kubelet.conf
[ -f "$KUBECONFIG" ] || kw_fail host.noKubeconfig "$KUBECONFIG"
kw_has kubectl || kw_fail host.noKubectl
kw_read "$KW_ROOT/var/lib/kubeadm-wizard/switch-cni.cleaned"
read -r which since <<< "$KW_TEXT"
[ "$which" = "$SWITCH" ] || kw_unchanged # this node was not switched
fields='{.metadata.namespace}|{.metadata.name}|{.metadata.uid}|{.spec.hostNetwork}|{.status.phase}|{.status.startTime}|{.metadata.deletionTimestamp}|{.metadata.ownerReferences[?(@.controller==true)].kind}|{.metadata.labels.k8s-app}'

# Pods of before: OLD (NAMESPACE/NAME UID), LEFT (those that nobody would make anew), ENDING (those that end just now).
look() {
  local namespace name uid host phase begun going owner app
  old=() left=() ending=()
  KW_HUSH=1 kw_api kubectl --request-timeout=60s get pods -A --field-selector "spec.nodeName=$NODE" -o "jsonpath={range .items[*]}$fields{\"\\n\"}{end}"
  while IFS='|' read -r namespace name uid host phase begun going owner app; do
    [ -n "$name" ] && [ "$host" != true ] || continue
    case $phase in Succeeded | Failed) continue ;; esac
    [ -n "$begun" ] && [[ ! $begun > $since ]] || continue
    case $owner in
      '' | Node) left+=("$namespace/$name") ;;
      *)
        if [ -n "$going" ]; then
          ending+=("$namespace/$name")
        elif [ "$WHICH" = rest ] || [ "$app" = kube-dns ]; then
          old+=("$namespace $name $uid")
        fi
        ;;
    esac
  done <<< "$KW_OUT"
}

look
if [ "$WHICH" = bare ]; then
  ((${#left[@]})) || kw_unchanged
  printf -v all '%s, ' "${left[@]}"
  kw_skip install.podsLeft "$NODE" "${all%, }"
fi
((${#old[@]})) || kw_unchanged
kw_begin_change
for pod in "${old[@]}"; do
  read -r namespace name _ <<< "$pod"
  kw_ledger_add object kind=Pod "namespace=$namespace" "name=$name" existed=true
done
kw_ledger_sync
total=${#old[@]} number=0
for pod in "${old[@]}"; do
  read -r namespace name uid <<< "$pod"
  kw_progress "$number" "$total" "$namespace/$name"
  number=$((number + 1))
  kw_ask_api kubectl --request-timeout=60s -n "$namespace" delete pod "$name" --ignore-not-found --wait=false
  ((KW_RC == 0)) || kw_fail install.podStays "$namespace/$name" "${KW_OUT%$'\n'}"
done
# Those that take their time are not waited for longer than three minutes: they end by themselves.
until=$((SECONDS + 180))
while look && ((${#old[@]} + ${#ending[@]} > 0 && SECONDS < until)); do
  pod=${ending[0]-${old[0]-}}
  kw_tell install.waiting.podEnds "$pod" "$NODE"
  sleep 2
done
kw_progress "$total" "$total" ''
kw_changed
