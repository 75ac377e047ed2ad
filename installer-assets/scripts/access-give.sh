# shellcheck shell=bash
# Lets a person into the cluster: a client certificate that ends, in a kubeconfig, and a binding of a role.
# PERSON, MEMBER_OF (lines: groups), ROLE (a ClusterRole), NAMESPACE (empty: the whole cluster), LASTS (seconds)
# Gives: access-config, which is never logged and lies in no file here.
# include cluster-config.sh
export KUBECONFIG=$KW_ROOT/etc/kubernetes/admin.conf KUBERC=off
[ -r "$KUBECONFIG" ] || kw_fail running.noAdmin
what=("clusterrole/$ROLE")
kind=ClusterRoleBinding
if [ -n "$NAMESPACE" ]; then what+=("namespace/$NAMESPACE") kind=RoleBinding; fi
kw_ask_api kubectl --request-timeout=30s get "${what[@]}" -o name
if ((KW_RC != 0)); then
  case $KW_OUT in
    *'clusterroles'*'not found'*) kw_fail running.noSuchRole "$ROLE" ;;
    *'namespaces'*'not found'*) kw_fail running.noSuchNamespace "$NAMESPACE" ;;
  esac
  kw_fail running.noApi "${KW_OUT%$'\n'}"
fi

# A name that was taken away comes back to power with its old certificate, if that has not ended.
KW_HUSH=1 kw_ask_api kubectl --request-timeout=30s --namespace kube-system get configmap kubeadm-wizard-access --ignore-not-found \
  -o "go-template={{with .data}}{{with index . \"$PERSON\"}}{{.}}{{end}}{{end}}"
used=${KW_OUT%$'\n'}
((KW_RC == 0)) || kw_fail running.noApi "$used"
kw_now
[[ ! $used > $KW_NOW ]] || kw_fail running.nameUsed "$PERSON" "$used"
kw_begin_change

kw_cluster_config
groups=() list=
while IFS= read -r group; do
  [ -z "$group" ] || groups+=("--org=$group") list+=${list:+,}$group
done <<< "$MEMBER_OF"
file=$(kubeadm kubeconfig user --config "$KW_TEMP/config.yaml" --client-name "$PERSON" --validity-period "${LASTS}s" \
  "${groups[@]}" 2> "$KW_TEMP/said") || {
  kw_read "$KW_TEMP/said"
  KW_TEXT=${KW_TEXT%$'\n'}
  kw_fail running.noClientConfig "$PERSON" "${KW_TEXT##*$'\n'}"
}
printf -v now '%(%s)T' -1
TZ=UTC0 printf -v ends '%(%Y-%m-%dT%H:%M:%SZ)T' $((now + LASTS))

# The binding remembers the last end of all certificates that were made for it.
name=kubeadm-wizard:$PERSON:$ROLE
where=() space=
if [ -n "$NAMESPACE" ]; then where=(--namespace "$NAMESPACE") space=",\"namespace\":\"$NAMESPACE\""; fi
KW_HUSH=1 kw_ask_api kubectl --request-timeout=30s "${where[@]}" get "$kind" "$name" --ignore-not-found \
  -o 'go-template={{.metadata.name}} {{with .metadata.annotations}}{{index . "kubeadm-wizard/ends"}}{{end}}'
before=${KW_OUT%$'\n'}
((KW_RC == 0)) || kw_fail running.noApi "$before"
if [ -n "$before" ]; then
  kw_before access "object=$kind" "name=$name" "namespace=$NAMESPACE" existed=true "ends=${before#* }"
  [[ ! ${before#* } > $ends ]] || ends=${before#* }
else
  kw_before access "object=$kind" "name=$name" "namespace=$NAMESPACE" existed=false
fi
cat > "$KW_TEMP/binding.json" << END
{"apiVersion":"rbac.authorization.k8s.io/v1","kind":"$kind",
 "metadata":{"name":"$name"$space,"labels":{"kubeadm-wizard/access":"$PERSON"},
  "annotations":{"kubeadm-wizard/ends":"$ends","kubeadm-wizard/groups":"$list"}},
 "roleRef":{"apiGroup":"rbac.authorization.k8s.io","kind":"ClusterRole","name":"$ROLE"},
 "subjects":[{"apiGroup":"rbac.authorization.k8s.io","kind":"User","name":"$PERSON"}]}
END
kw_ask_api kubectl --request-timeout=30s apply --server-side --force-conflicts --field-manager=kubeadm-wizard -f "$KW_TEMP/binding.json"
((KW_RC == 0)) || kw_fail running.notBound "$PERSON" "${KW_OUT%$'\n'}"
kw_value access-config "$file"
kw_changed
