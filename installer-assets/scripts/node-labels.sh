# shellcheck shell=bash
# Sets labels that a kubelet may not give itself. LABELS (lines: node key=value)
export KUBECONFIG=/etc/kubernetes/admin.conf
while read -r node label; do
  [ -n "$node" ] || continue
  key=${label%%=*} value=${label#*=}
  now=$(kubectl get node "$node" -o "jsonpath={.metadata.labels['${key//./\\.}']}")
  [ "$now" != "$value" ] || continue
  kw_begin_change
  kw_before label "node=$node" "key=$key" "value=$now"
  kubectl label --overwrite node "$node" "$label"
done <<< "$LABELS"
kw_done
