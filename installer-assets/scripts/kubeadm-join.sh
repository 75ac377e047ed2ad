# shellcheck shell=bash
# Joins this host to the cluster. The configuration holds the token: it goes through a pipe and never into a file.
# JOIN (the JoinConfiguration), TOKEN, CA_HASH, CERTIFICATE_KEY (may be empty), CLUSTER (name)
# include kubeadm-phases.sh
state=/var/lib/kubeadm-wizard/join-$CLUSTER
if [ -f "$state.done" ] && [ -f /etc/kubernetes/kubelet.conf ]; then kw_unchanged; fi

resume=
if [ -f "$state.begun" ]; then
  resume=$(kubeadm_resume),FileAvailable--etc-kubernetes-kubelet.conf,FileAvailable--etc-kubernetes-bootstrap-kubelet.conf
  resume+=,FileAvailable--etc-kubernetes-pki-ca.crt
elif [ -f /etc/kubernetes/kubelet.conf ]; then
  kw_fail install.foreignCluster /etc/kubernetes
fi
[ -n "$TOKEN" ] || kw_fail install.nodeExists "$HOSTNAME"
kw_begin_change
kw_make_dir /var/lib/kubeadm-wizard 0700
kw_before cluster role=joined "name=$CLUSTER" existed=false
: > "$state.begun"
sync "$state.begun"
JOIN=${JOIN//"<join-token>"/$TOKEN}
JOIN=${JOIN//"<ca-hash>"/$CA_HASH}
JOIN=${JOIN//"<certificate-key>"/$CERTIFICATE_KEY}

args=(--config /dev/stdin)
[ -z "$resume" ] || args+=("--ignore-preflight-errors=$resume")
kubeadm_listen 6 < <(printf '%s' "$JOIN" | kubeadm join "${args[@]}" 2>&1)
rc=0
wait "$!" || rc=$?
if ((rc != 0)); then
  [ -z "$KUBEADM_ERRORS" ] || kw_fail install.preflight "$KUBEADM_ERRORS"
  kw_fail install.kubeadmJoin "$KUBEADM_PHASE" "$KUBEADM_WHY"
fi
: > "$state.done"
sync "$state.done"
kw_changed
