# shellcheck shell=bash
# Tells which Ceph this is, for the notes on hosts: a later installation is another one, with other data.
# NAMESPACE
export KUBECONFIG=/etc/kubernetes/admin.conf
if [ "$KW_LOOK" = 1 ]; then
  kw_value rook-owner "$(kubectl --request-timeout=30s get namespace "$NAMESPACE" --ignore-not-found -o 'jsonpath={.metadata.uid}')"
  kw_unchanged
fi
kw_api kubectl --request-timeout=30s get namespace "$NAMESPACE" -o 'jsonpath={.metadata.uid}'
[[ ${KW_OUT%$'\n'} =~ ^[0-9a-f-]+$ ]] || kw_fail host.apiAway "get namespace $NAMESPACE" "$KW_OUT"
kw_value rook-owner "${KW_OUT%$'\n'}"
kw_unchanged
