# shellcheck shell=bash
# Joins this host to the cluster. The configuration holds the token: it goes through a pipe and never into a file.
# A joining of ours that was cut off is gone on with: by kubeadm while the node is not Ready; a worker that is has
# all that kubeadm gives it. A node of this name that is another machine's is left alone.
# JOIN (the JoinConfiguration), TOKEN, CA_HASH, CERTIFICATE_KEY (may be empty), CLUSTER (name), NAME (of the node),
# ROLE (worker, control-plane), JOINED (what the cluster has: NAME=MACHINE-ID=READY by blanks)
# include kubeadm-phases.sh
etc=$KW_ROOT/etc/kubernetes kubelet=$KW_ROOT/var/lib/kubelet
state=$KW_ROOT/var/lib/kubeadm-wizard/join-$CLUSTER
if [ -f "$state.done" ] && [ -f "$etc/kubelet.conf" ]; then kw_unchanged; fi

# What the cluster has under this name: absent, others, unready, ready; by this host's own credentials if it has some.
look() {
  local said='' id node
  if [ -s "$etc/kubelet.conf" ] && kw_has kubectl; then
    node='{.status.nodeInfo.machineID}={.status.conditions[?(@.type=="Ready")].status}'
    said=$(kubectl --kubeconfig "$etc/kubelet.conf" --request-timeout 15s get node "$NAME" -o "jsonpath=$node" 2> /dev/null) \
      || said=
  fi
  if [ -z "$said" ]; then
    for node in $JOINED; do [ "${node%%=*}" != "$NAME" ] || said=${node#*=}; done
  fi
  kw_read "$KW_ROOT/etc/machine-id"
  id=${KW_TEXT%$'\n'}
  case $said in
    '') node=absent ;;
    "${id:-?}=True") node=ready ;;
    "${id:-?}="*) node=unready ;;
    *) node=others ;;
  esac
  found=$node
}

# The kubelet of a worker runs with what kubeadm wrote before it started it; only the token is left to take away.
finish() {
  [ "$ROLE" = worker ] && [ -s "$etc/kubelet.conf" ] && [ -s "$kubelet/config.yaml" ] && [ -s "$kubelet/kubeadm-flags.env" ] \
    || kw_fail install.joinHalf "$NAME"
  kw_begin_change
  rm -f -- "$etc/bootstrap-kubelet.conf"
  : > "$state.done"
  sync "$state.done"
  kw_changed
}

look
resume=
if [ -f "$state.begun" ]; then
  resume=$(kubeadm_resume),FileAvailable--etc-kubernetes-kubelet.conf,FileAvailable--etc-kubernetes-bootstrap-kubelet.conf
  resume+=,FileAvailable--etc-kubernetes-pki-ca.crt
elif [ -f "$etc/kubelet.conf" ]; then
  kw_fail install.foreignCluster /etc/kubernetes
elif [ "$found" != absent ]; then
  kw_fail install.nodeExists "$NAME"
fi
case $found in
  others) kw_fail install.nodeExists "$NAME" ;;
  ready) finish ;;
esac
[ -n "$TOKEN" ] || kw_fail install.kubeadmJoin kubelet-start "node $NAME is not Ready any more"
kw_begin_change
kw_make_dir /var/lib/kubeadm-wizard 0700
kw_before cluster role=joined "name=$CLUSTER" existed=false
: > "$state.begun"
sync "$state.begun"
for file in kubelet.conf bootstrap-kubelet.conf pki/ca.crt; do
  [ -s "$etc/$file" ] || rm -f -- "$etc/$file" # a power cut leaves young files empty, and kubeadm would keep them
done
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
  case $KUBEADM_WHY in
    *'already exists in the cluster'*) # it became Ready since, or somebody else did
      look
      case $found in others) kw_fail install.nodeExists "$NAME" ;; ready) finish ;; esac
      ;;
  esac
  kw_fail install.kubeadmJoin "$KUBEADM_PHASE" "$KUBEADM_WHY"
fi
: > "$state.done"
sync "$state.done"
kw_changed
