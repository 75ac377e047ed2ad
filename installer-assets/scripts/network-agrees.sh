# shellcheck shell=bash
# Looks whether Flannel carries packets on this cluster as the cluster file says: told of another way by the installation, it
# would take it up node by node, whenever a node starts anew, and nodes of two minds lose each other. BACKEND
kubeconfig=$KW_ROOT/etc/kubernetes/admin.conf
for made in "$KW_ROOT"/var/lib/kubeadm-wizard/init-*.done; do # a cluster that this run made has no other network
  if kw_of_this_run "$made"; then kw_unchanged; fi
done
[ -f "$kubeconfig" ] && kw_has kubectl || kw_unchanged
ask=kw_api # one that is away could not say; only a look does without its answer
[ "$KW_LOOK" = 0 ] || ask=kw_run
KW_HUSH=1 "$ask" kubectl --kubeconfig "$kubeconfig" --request-timeout=30s -n kube-flannel get configmap kube-flannel-cfg \
  --ignore-not-found -o 'jsonpath={.data.net-conf\.json}'
[[ $KW_OUT =~ \"Type\"[[:space:]]*:[[:space:]]*\"([^\"]*)\" ]] || kw_unchanged
[ "${BASH_REMATCH[1]}" = "$BACKEND" ] || kw_fail install.networkDiffers "${BASH_REMATCH[1]}" "$BACKEND"
kw_unchanged
