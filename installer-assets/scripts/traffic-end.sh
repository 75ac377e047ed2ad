# shellcheck shell=bash
# Takes the test pods away again. PODS (empty: there are none of this run)
export KUBECONFIG=/etc/kubernetes/admin.conf
[ -n "$PODS" ] || kw_unchanged
kw_begin_change
kw_api kubectl --request-timeout=30s -n kube-system delete daemonset kubeadm-wizard-traffic --ignore-not-found --wait=false
kw_changed
