# shellcheck shell=bash
# What the other hosts need to join: the CA's hash, a short-lived token, for control planes the certificate key.
# What the cluster has goes to them too, as NAME=MACHINE-ID=READY by blanks: whoever was cut off while it joined may be
# there already, but not Ready.
# NODES (lines: names of those that join), CONTROL_PLANES (lines: the control planes of them), CLUSTER (name)
export KUBECONFIG=/etc/kubernetes/admin.conf
has=
if ! kw_of_this_run "$KW_ROOT/var/lib/kubeadm-wizard/init-$CLUSTER.done"; then # else nobody has joined yet
  node='{.metadata.name}={.status.nodeInfo.machineID}={.status.conditions[?(@.type=="Ready")].status}'
  kw_api kubectl --request-timeout=30s get nodes -o "jsonpath={range .items[*]}$node{\"\\n\"}{end}"
  has=${KW_OUT%$'\n'}
  has=${has//$'\n'/ }
fi
kw_value joined-nodes "$has"
is_ready() { [[ " $has " =~ \ "$1"=[^\ ]*=True\  ]]; }
missing=0 planes=0
while IFS= read -r node; do
  [ -z "$node" ] || is_ready "$node" || missing=1
done <<< "$NODES"
while IFS= read -r node; do
  [ -z "$node" ] || is_ready "$node" || planes=1
done <<< "$CONTROL_PLANES"
if ((missing == 0)); then # nobody will ask for them
  for name in join-token ca-hash certificate-key; do kw_value "$name" ''; done
  kw_unchanged
fi
kw_begin_change
said=$(kubeadm token create --ttl 1h --description 'kubeadm-wizard: joining' --print-join-command 2>/dev/null) || kw_fail install.tokenCreate
[[ $said =~ --token[[:blank:]]+([a-z0-9.]+) ]] || kw_fail install.tokenCreate
kw_value join-token "${BASH_REMATCH[1]}"
[[ $said =~ (sha256:[0-9a-f]{64}) ]] || kw_fail install.tokenCreate
kw_value ca-hash "${BASH_REMATCH[1]}"
kw_value certificate-key ''
if ((planes)); then
  said=$(kubeadm init phase upload-certs --upload-certs 2>&1) || kw_fail install.uploadCerts "${said##*$'\n'}"
  kw_value certificate-key "${said##*$'\n'}"
fi
kw_changed
