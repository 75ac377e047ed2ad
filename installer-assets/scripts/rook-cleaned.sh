# shellcheck shell=bash
# Waits until Rook's jobs have wiped the disks and directories of Ceph on each host; says meanwhile which are still at it.
# NAMESPACE, NODES (by blanks)
export KUBECONFIG=/etc/kubernetes/admin.conf
while :; do
  missing=''
  if said=$(kubectl --request-timeout=30s --namespace "$NAMESPACE" get jobs -l app=rook-ceph-cleanup -o 'jsonpath={range .items[*]}{.spec.template.spec.nodeSelector.kubernetes\.io/hostname}|{.status.succeeded}|{.status.failed}|{.status.conditions[?(@.type=="Failed")].message}{"\n"}{end}' 2>&1); then
    for node in $NODES; do
      state=absent why=''
      while IFS='|' read -r on well failed reason; do
        [ "$on" = "$node" ] || continue
        state=running
        [ "${well:-0}" = 0 ] || state=wiped
        [ -z "$reason" ] || why=$reason
        [ -z "$why" ] || kw_fail install.rookNotWiped "$node" "$why${failed:+ ($failed)}"
      done <<< "$said"
      [ "$state" = wiped ] || missing+=", $node ($state)"
    done
    [ -n "$missing" ] || kw_unchanged
    kw_tell install.waiting.rookWipes "${missing#, }"
  else
    kw_tell install.waiting.api "${said%%$'\n'*}"
  fi
  sleep 4
done
