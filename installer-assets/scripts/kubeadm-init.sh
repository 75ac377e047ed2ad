# shellcheck shell=bash
# Makes the control plane with kubeadm, its phases told as steps. A beginning of ours that was cut off is gone on with.
# CONFIG (path of kubeadm.yaml on this host), CLUSTER (name), PASSED_OVER (preflight identifiers, by comma)
# include kubeadm-phases.sh
state=/var/lib/kubeadm-wizard/init-$CLUSTER
kubeconfig=/etc/kubernetes/admin.conf

if [ -f "$state.done" ] && [ -f "$kubeconfig" ]; then kw_unchanged; fi

resume=
if [ -f "$state.begun" ]; then
  resume=$(kubeadm_resume)
elif [ -f /etc/kubernetes/manifests/kube-apiserver.yaml ] || [ -f "$kubeconfig" ]; then
  kw_fail install.foreignCluster /etc/kubernetes
fi
kw_begin_change
kw_make_dir /var/lib/kubeadm-wizard 0700
kw_before cluster role=control-plane "name=$CLUSTER" existed=false
: > "$state.begun"
sync "$state.begun"

ignore=$PASSED_OVER${PASSED_OVER:+${resume:+,}}$resume
args=(--config "$CONFIG" --skip-token-print --skip-certificate-key-print)
[ -z "$ignore" ] || args+=("--ignore-preflight-errors=$ignore")
kubeadm_listen 18 < <(exec kubeadm init "${args[@]}" 2>&1 < /dev/null)
rc=0
wait "$!" || rc=$?
if ((rc != 0)); then
  [ -z "$KUBEADM_ERRORS" ] || kw_fail install.preflight "$KUBEADM_ERRORS"
  kw_fail install.kubeadmInit "$KUBEADM_PHASE" "$KUBEADM_WHY"
fi
: > "$state.done"
sync "$state.done"
kw_changed
