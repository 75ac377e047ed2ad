# shellcheck shell=bash
# "kubectl logs" and "kubectl exec" through the kubelet of every node that has a test pod. What does not work is an
# answer, not a failure of this script. GROUND (see smoke-node.sh)
export KUBECONFIG=/etc/kubernetes/admin.conf
kw_temp
space=kubeadm-wizard-smoke

ask() { # WHAT NODE WANTED COMMAND…: ok, or what kubectl said
  local what=$1 node=$2 wanted=$3 said
  said=$(timeout 30 "${@:4}" 2>&1 < /dev/null) || {
    said=${said##*$'\n'}
    printf '%s %s failed %s\n' "$what" "$node" "${said:-no answer within 30 seconds}"
    return
  }
  if [[ $said == *"$wanted"* ]]; then
    printf '%s %s ok -\n' "$what" "$node"
  else
    printf '%s %s failed %s\n' "$what" "$node" "${said##*$'\n'}"
  fi
}

at=1000 # names of files that sort as they were begun
while read -r kind node _ _ pod state _; do
  [ "$kind $state" = 'node runs' ] || continue
  at=$((at + 2))
  ask logs "$node" '' kubectl -n "$space" logs "$pod" --tail=20 > "$KW_TEMP/$at" &
  ask exec "$node" "$pod" kubectl -n "$space" exec "$pod" -- cat /etc/hostname > "$KW_TEMP/$((at + 1))" &
  if ((at % 6 == 0)); then wait; fi
done <<< "$GROUND"
wait
result=
for file in "$KW_TEMP"/*; do
  [ -f "$file" ] || continue
  kw_read "$file"
  result+=$KW_TEXT
done
printf '%s' "$result"
kw_value smoke-kubelets "$result"
kw_unchanged
