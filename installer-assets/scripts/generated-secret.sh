# shellcheck shell=bash
# Makes a Secret of random letters where it is not there yet; nobody but the cluster ever has them.
# NAMESPACE, NAME, KEY (under which the letters stand)
export KUBECONFIG=/etc/kubernetes/admin.conf
kubectl=(kubectl --request-timeout=60s --namespace "$NAMESPACE")
if [ "$KW_LOOK" = 1 ] && [ ! -f "$KW_ROOT$KUBECONFIG" ]; then kw_begin_change; fi # a cluster that is to come has none
kw_api "${kubectl[@]}" get secret "$NAME" --ignore-not-found -o name
[ -z "${KW_OUT//[[:space:]]/}" ] || kw_unchanged
kw_begin_change
kw_before object kind=Secret "namespace=$NAMESPACE" "name=$NAME" existed=false
letters=$(head -c 24 /dev/urandom | base64 -w 0)
letters=${letters//[+\/]/x}

# By a pipe: neither a file nor an argument holds them.
until=$((SECONDS + 180))
while :; do
  if said=$(printf '{"apiVersion":"v1","kind":"Secret","metadata":{"name":"%s"},"stringData":{"%s":"%s"}}' "$NAME" "$KEY" "$letters" \
    | "${kubectl[@]}" create -f - 2>&1); then
    kw_changed
  fi
  case $said in *AlreadyExists* | *'already exists'*) kw_changed ;; esac # the answer to the first try was lost
  kw_api_away "$said" "$until" || kw_fail install.secretNotMade "$NAMESPACE/$NAME" "${said##*$'\n'}"
done
