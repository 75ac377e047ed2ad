# shellcheck shell=bash
# Deletes bootstrap tokens: nobody joins by them any more. Who has joined stays.
# TOKENS (lines: the names, the six characters before the dot)
export KUBECONFIG=$KW_ROOT/etc/kubernetes/admin.conf KUBERC=off
[ -r "$KUBECONFIG" ] || kw_fail running.noAdmin
secrets=()
while IFS= read -r token; do
  [ -z "$token" ] || secrets+=("secret/bootstrap-token-$token")
done <<< "$TOKENS"
kw_ask_api kubectl --request-timeout=30s --namespace kube-system get "${secrets[@]}" --ignore-not-found -o name
((KW_RC == 0)) || kw_fail running.noApi "${KW_OUT%$'\n'}"
[ -n "$KW_OUT" ] || kw_unchanged
there=$KW_OUT
kw_begin_change
while IFS= read -r secret; do
  [ -n "$secret" ] || continue
  kw_before token "name=${secret#secret/bootstrap-token-}" existed=true
  kw_ask_api kubectl --request-timeout=30s --namespace kube-system delete "$secret" --ignore-not-found
  ((KW_RC == 0)) || kw_fail running.notDeleted "${secret#secret/bootstrap-token-}" "${KW_OUT%$'\n'}"
done <<< "$there"
kw_changed
