# shellcheck shell=bash
# Takes away what we let a person do: every binding that we made for the name. The name is kept until the last certificate
# for it has ended, since nothing can call a certificate back.
# PERSON
export KUBECONFIG=$KW_ROOT/etc/kubernetes/admin.conf KUBERC=off
[ -r "$KUBECONFIG" ] || kw_fail running.noAdmin
# shellcheck disable=SC2016 # kubectl's own variables
form='{{range .items}}{{.kind}} {{.metadata.name}} {{with .metadata.namespace}}{{.}}{{else}}-{{end}} {{index .metadata.annotations "kubeadm-wizard/ends"}}
{{end}}'
kw_ask_api kubectl --request-timeout=30s get clusterrolebindings,rolebindings --all-namespaces -l "kubeadm-wizard/access=$PERSON" \
  -o "go-template=$form"
((KW_RC == 0)) || kw_fail running.noApi "${KW_OUT%$'\n'}"
bound=$KW_OUT last=
while read -r kind name space ends; do
  [ -n "$kind" ] || continue
  [[ ! $ends > $last ]] || last=$ends
done <<< "$bound"
[ -n "$last" ] || kw_unchanged
kw_begin_change
kw_now
if [[ $last > $KW_NOW ]]; then # before the bindings go: a line that drops between must not lose it
  kw_before access object=ConfigMap name=kubeadm-wizard-access namespace=kube-system "kept=$PERSON" "until=$last"
  kw_temp
  printf '%s\n' '{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"kubeadm-wizard-access","namespace":"kube-system","labels":{"kubeadm-wizard/access":""}}}' \
    > "$KW_TEMP/map.json"
  kw_ask_api kubectl --request-timeout=30s apply --server-side --force-conflicts --field-manager=kubeadm-wizard -f "$KW_TEMP/map.json"
  ((KW_RC == 0)) || kw_fail running.notTaken "$PERSON" "${KW_OUT%$'\n'}"
  kw_ask_api kubectl --request-timeout=30s --namespace kube-system patch configmap kubeadm-wizard-access --type merge \
    -p "{\"data\":{\"$PERSON\":\"$last\"}}"
  ((KW_RC == 0)) || kw_fail running.notTaken "$PERSON" "${KW_OUT%$'\n'}"
fi
while read -r kind name space ends; do
  [ -n "$kind" ] || continue
  where=()
  [ "$space" = - ] || where=(--namespace "$space")
  kw_before access "object=$kind" "name=$name" "namespace=${space#-}" existed=true "ends=$ends"
  kw_ask_api kubectl --request-timeout=30s "${where[@]}" delete "$kind" "$name" --ignore-not-found
  ((KW_RC == 0)) || kw_fail running.notTaken "$PERSON" "${KW_OUT%$'\n'}"
done <<< "$bound"
kw_changed
