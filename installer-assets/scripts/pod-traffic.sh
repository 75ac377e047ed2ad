# shellcheck shell=bash
# From this node's own test pod: every other test pod answers (a refused connection is an answer: the packet came
# back), and a Service answers by its cluster address.
# PODS (lines: node address), SELF (this node's name), SERVICE (cluster DNS address), SOCKET
[ -n "$PODS" ] || kw_unchanged
id=$(crictl --timeout 60s --runtime-endpoint "$SOCKET" pods --namespace kube-system --name kubeadm-wizard-traffic --state ready -q) || kw_fail install.trafficNoPod "$SELF"
pid=$(crictl --timeout 60s --runtime-endpoint "$SOCKET" inspectp -o go-template --template '{{.info.pid}}' "${id%%$'\n'*}") || kw_fail install.trafficNoPod "$SELF"

reach() { # ADDRESS PORT: 0 if an answer comes back
  local said
  # shellcheck disable=SC2016 # expanded in the pod's network
  if said=$(timeout 5 nsenter -t "$pid" -n bash -c 'exec 3<> "/dev/tcp/$0/$1"' "$1" "$2" 2>&1); then return 0; fi
  [[ $said == *refused* ]]
}
silent=()
while read -r node ip; do
  case $node in "" | "$SELF") continue ;; esac
  reached=
  for _ in 1 2 3; do
    if reach "$ip" 9; then reached=1 && break; fi
  done
  if [ -n "$reached" ]; then printf '%s answers at %s\n' "$node" "$ip"; else silent+=("$node ($ip)"); fi
done <<< "$PODS"
if ((${#silent[@]})); then
  printf -v all '%s, ' "${silent[@]}"
  kw_fail install.trafficSilent "$SELF" "${all%, }"
fi
if [ -n "$SERVICE" ]; then
  for try in 1 2 3 4 5 6; do
    if reach "$SERVICE" 53; then break; fi
    [ "$try" != 6 ] || kw_fail install.serviceSilent "$SELF" "$SERVICE"
  done
  printf 'the cluster DNS answers at %s\n' "$SERVICE"
fi
kw_unchanged
