# shellcheck shell=bash
# Looks whether something that an add-on would apply is there already and somebody else's; changes nothing.
# NAME; CLAIMS (lines): KIND|jsonpath|value that ours have there|NAME NAME…
# include claims.sh
export KUBECONFIG=/etc/kubernetes/admin.conf
[ "$KW_LOOK" = 0 ] || [ -f "$KW_ROOT$KUBECONFIG" ] || kw_unchanged # a cluster that is to come has nothing yet

while IFS='|' read -r kind path value names; do
  [ -n "$kind" ] || continue
  claim "$kind" "$path" "$names"
  kw_api kubectl --request-timeout=30s "${CLAIM[@]}"
  while IFS='|' read -r name has; do
    [ -n "$name" ] && [ "$has" != "$value" ] || continue
    case $kind in
      apiservices*) kw_fail install.apiTaken "$NAME" "$name" "${has:-?}" ;;
      *) kw_fail install.addonTaken "$NAME" "$kind/$name" "${path//\\/}" "$value" ;;
    esac
  done <<< "$KW_OUT"
done <<< "$CLAIMS"
kw_unchanged
