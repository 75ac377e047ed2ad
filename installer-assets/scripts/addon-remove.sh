# shellcheck shell=bash
# Takes an add-on's objects away, the last first. NAME; MANIFEST (its documents, the last first); IN_USE: a line for each
# thing that must not be there any more: KIND|jsonpath of what belongs to it|value it has there if it is in use; CLAIMS: a
# line for objects that may be somebody else's: KIND|jsonpath|value that ours have there|NAME NAME…
# include claims.sh
# include without-secrets.sh
export KUBECONFIG=/etc/kubernetes/admin.conf
kubectl=(kw_kubectl --request-timeout=60s)
[ -f "$KW_ROOT$KUBECONFIG" ] || kw_fail host.noKubeconfig "$KUBECONFIG"
kw_temp
printf '%s' "$MANIFEST" > "$KW_TEMP/manifest.yaml"

# What somebody else has stays, and what hangs on it.
while IFS='|' read -r kind path value names; do
  [ -n "$kind" ] || continue
  claim "$kind" "$path" "$names"
  said=$("${kubectl[@]}" "${CLAIM[@]}" 2>&1) || kw_fail install.addonNotRemoved "$NAME" "${said##*$'\n'}"
  while IFS='|' read -r name has; do
    [ -n "$name" ] && [ "$has" != "$value" ] || continue
    printf 'left to somebody else: %s/%s\n' "$kind" "$name"
    kw_unchanged
  done <<< "$said"
done <<< "$CLAIMS"

while IFS='|' read -r kind path value; do
  [ -n "$kind" ] || continue
  users=()
  said=$("${kubectl[@]}" get "$kind" -A -o "jsonpath={range .items[*]}{.metadata.namespace}/{.metadata.name}|{$path}{\"\\n\"}{end}" 2>&1) || {
    case $said in *"doesn't have a resource type"*) said='' ;; *) kw_fail install.addonNotRemoved "$NAME" "${said##*$'\n'}" ;; esac
  }
  while IFS='|' read -r who has; do
    [ "$has" != "$value" ] || users+=("$who")
  done <<< "$said"
  if ((${#users[@]})); then
    printf -v all '%s, ' "${users[@]#/}"
    kw_fail install.addonInUse "$NAME" "$kind" "${all%, }"
  fi
done <<< "$IN_USE"

there=$("${kubectl[@]}" get -f "$KW_TEMP/manifest.yaml" --ignore-not-found -o name 2>&1) || {
  case $there in *'no matches for kind'* | *"doesn't have a resource type"* | *'not found'*) ;; *) kw_fail install.addonNotRemoved "$NAME" "${there##*$'\n'}" ;; esac
}
case $'\n'$there in *$'\n'*/*) ;; *) kw_unchanged ;; esac
kw_begin_change
kw_ledger_open
printf -v copy 'files/%04d' $((KW_ENTRIES + 1))
(
  umask 077
  printf '%s\n' "$there" > "$KW_LEDGER/$copy.names"
  "${kubectl[@]}" get -f "$KW_TEMP/manifest.yaml" --ignore-not-found -o yaml 2> /dev/null | without_secrets > "$KW_LEDGER/$copy.yaml" || true
)
kw_ledger_add cluster "name=$NAME" "backup=$copy" removed=true
kw_ledger_sync "$KW_LEDGER/files"
kw_waiting install.waiting.addonGone "$NAME"
kw_ask_api kubectl delete -f "$KW_TEMP/manifest.yaml" --ignore-not-found --wait=true --timeout=240s
if ((KW_RC != 0)); then
  case $KW_OUT in *'no matches for kind'*) ;; *) kw_fail install.addonNotRemoved "$NAME" "$KW_OUT" ;; esac
fi
kw_changed
