# shellcheck shell=bash
# Before anything is taken away: looks whether the objects of the pod network that goes are all known, and whether the API
# server takes those of the new one; then every node is marked, so that whoever goes on with a switch knows from what to what.
# MARK (the text of the mark), WORKLOADS (lines: NAMESPACE/NAME of the DaemonSets that go), OBJECTS (lines: APIVERSION KIND
# NAMESPACE NAME), WISHES (lines: kinds that an operator takes away), OPERATOR (lines: NAMESPACE NAME), NAME and MANIFEST (of the new network), NODES (lines)
# include applied-manifest.sh
export KUBECONFIG=$KW_ROOT/etc/kubernetes/admin.conf
[ -f "$KUBECONFIG" ] || kw_fail host.noKubeconfig "$KUBECONFIG"
kw_has kubectl || kw_fail host.noKubectl
key=kubeadm-wizard/network-switch
kubectl=(kubectl --request-timeout=60s)

while IFS= read -r workload; do
  [ -n "$workload" ] || continue
  [[ $'\n'$OBJECTS$'\n' != *$'\n'"apps/v1 DaemonSet ${workload%/*} ${workload#*/}"$'\n'* ]] || continue
  applied_manifest "$workload"
  [ -n "$APPLIED" ] || kw_fail install.networkObjects "$workload"
done <<< "$WORKLOADS"

# Who takes it away has to run, as long as there is something that he holds.
for wish in $WISHES; do
  KW_HUSH=1 kw_ask_api "${kubectl[@]}" get "$wish" -o 'jsonpath={.items[*].metadata.finalizers}'
  ((KW_RC == 0)) && [[ $KW_OUT == *[a-z]* ]] || continue
  while read -r namespace operator; do
    [ -n "$operator" ] || continue
    KW_HUSH=1 kw_api "${kubectl[@]}" -n "$namespace" get deployment "$operator" --ignore-not-found -o 'jsonpath={.status.availableReplicas}'
    [[ ${KW_OUT%$'\n'} == [1-9]* ]] || kw_fail install.operatorAway "$namespace/$operator" "$wish"
  done <<< "$OPERATOR"
  break
done

kw_temp
printf '%s' "$MANIFEST" > "$KW_TEMP/manifest.yaml"
KW_HUSH=1 kw_ask_api "${kubectl[@]}" apply --server-side --force-conflicts --dry-run=server --field-manager=kubeadm-wizard -f "$KW_TEMP/manifest.yaml"
if ((KW_RC != 0)); then
  refused=
  while IFS= read -r line; do
    case $line in # a namespace or a kind that is to come with it is none yet
      '' | *' serverside-applied'* | *'namespaces "'*'" not found'* | *'no matches for kind'* | *'ensure CRDs are installed first'*) ;;
      [Ww]arning:* | *' is deprecated'*) ;;
      *) refused+=$line$'\n' ;;
    esac
  done <<< "$KW_OUT"
  [ -z "$refused" ] || kw_fail host.manifestRefused "$NAME" "${refused%$'\n'}"
fi

# jsonpath takes a dot or a slash in a key only behind a backslash or not at all; a template takes any
KW_HUSH=1 kw_api "${kubectl[@]}" get nodes -o "go-template={{range .items}}{{.metadata.name}} {{with .metadata.annotations}}{{index . \"$key\"}}{{end}}{{\"\\n\"}}{{end}}"
unmarked=()
while read -r node has; do
  [ -z "$node" ] || [ "$has" = "$MARK" ] || unmarked+=("$node")
done <<< "$KW_OUT"
((${#unmarked[@]})) || kw_unchanged
kw_begin_change
for node in "${unmarked[@]}"; do kw_ledger_add annotation "node=$node" "key=$key"; done
kw_ledger_sync
kw_api "${kubectl[@]}" annotate nodes "${unmarked[@]}" "$key=$MARK" --overwrite
kw_changed
