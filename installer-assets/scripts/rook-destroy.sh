# shellcheck shell=bash
# Tells Rook that the data on Ceph's disks and hosts is to be destroyed when its cluster is deleted. Nothing is destroyed yet.
# NAMESPACE, NAME (of the CephCluster)
export KUBECONFIG=/etc/kubernetes/admin.conf
asked=(--request-timeout=30s --namespace "$NAMESPACE")
kw_ask_api kubectl "${asked[@]}" get cephclusters.ceph.rook.io "$NAME" --ignore-not-found -o 'jsonpath={.spec.cleanupPolicy.confirmation}|{.spec.storage.nodes[*].name}|'
if ((KW_RC != 0)); then
  case $KW_OUT in *"doesn't have a resource type"*) KW_OUT='' ;; *) kw_fail install.addonNotRemoved "$NAME" "$KW_OUT" ;; esac
fi
IFS='|' read -r confirmed nodes _ <<< "$KW_OUT" || true
kw_value rook-nodes "${nodes-}"
[[ $KW_OUT == *'|'* ]] || kw_unchanged # it is not there any more
[ "$confirmed" != yes-really-destroy-data ] || kw_unchanged
kw_begin_change
kw_before object kind=CephCluster "namespace=$NAMESPACE" "name=$NAME" existed=true confirmation=
said=$(kw_kubectl "${asked[@]}" patch cephclusters.ceph.rook.io "$NAME" --type merge -p '{"spec":{"cleanupPolicy":{"confirmation":"yes-really-destroy-data"}}}' 2>&1) \
  || kw_fail install.addonNotRemoved "$NAME" "${said##*$'\n'}"
kw_changed
