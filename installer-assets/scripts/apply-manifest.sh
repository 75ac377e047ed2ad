# shellcheck shell=bash
# Applies objects to the cluster by server-side apply, from a host that has the administrator's kubeconfig.
# NAME: for the user and the ledger; MANIFEST: the documents; FORCE 0|1: take fields from other managers (0).
# include without-secrets.sh
kubeconfig=${KUBECONFIG_FILE:-/etc/kubernetes/admin.conf}
kubectl=(kubectl --kubeconfig "$kubeconfig" --request-timeout=60s)
[ -f "$kubeconfig" ] || kw_fail host.noKubeconfig "$kubeconfig"
kw_has kubectl || kw_fail host.noKubectl

kw_temp
printf '%s' "$MANIFEST" > "$KW_TEMP/manifest.yaml"
apply=(--server-side --field-manager=kubeadm-wizard -f "$KW_TEMP/manifest.yaml")
[ "${FORCE:-0}" = 0 ] || apply+=(--force-conflicts)

explain() {
  case $KW_OUT in
    *'connection refused'* | *'was refused'* | *'i/o timeout'* | *'no route to host'* | *'context deadline'* | *'TLS handshake timeout'*)
      kw_fail host.apiUnreachable "$NAME" "$KW_OUT" ;;
    *'Apply failed with '*conflict*) kw_fail host.applyConflict "$NAME" "$KW_OUT" ;;
    *) kw_fail host.manifestRefused "$NAME" "$KW_OUT" ;;
  esac
}

# The names of what of it is in the cluster now, into there. A kind that is to come has no objects.
look() {
  local line
  there=
  kw_ask_api "${kubectl[@]}" get -f "$KW_TEMP/manifest.yaml" --ignore-not-found -o name
  if ((KW_RC != 0)); then
    case $KW_OUT in *'not found'* | *'no matches for kind'* | *"doesn't have a resource type"*) ;; *) explain ;; esac
  fi
  while IFS= read -r line; do
    [[ ! $line =~ ^[a-z0-9.-]+/[^[:space:]]+$ ]] || there+=$line$'\n'
  done <<< "$KW_OUT"
}

# The same for undo. Of Secrets only the names.
record() {
  local copy
  kw_ledger_open
  printf -v copy 'files/%04d' $((KW_ENTRIES + 1))
  (
    umask 077
    without_secrets <<< "$MANIFEST" > "$KW_LEDGER/$copy.manifest.yaml"
    printf '%s' "$there" > "$KW_LEDGER/$copy.names"
    if [ -n "$there" ]; then
      "${kubectl[@]}" get -f "$KW_TEMP/manifest.yaml" --ignore-not-found -o yaml 2> "$KW_TEMP/said" | without_secrets > "$KW_LEDGER/$copy.yaml" || true
    fi
  )
  kw_ledger_add cluster "name=$NAME" "backup=$copy"
  kw_ledger_sync "$KW_LEDGER/files"
}

# A cluster that this run made holds nothing of it yet, but for what kubeadm puts into kube-system.
is_new() {
  local made
  [[ $MANIFEST != *kube-system* ]] || return 1
  for made in /var/lib/kubeadm-wizard/init-*.done; do
    if kw_of_this_run "$made"; then return 0; fi
  done
  return 1
}

there=
is_new || look
if [ -n "$there" ]; then
  # 0 for "the same", 1 for "differs", and more when it cannot tell: a namespace or kind that is to come
  kw_ask_api "${kubectl[@]}" diff "${apply[@]}"
  case $KW_RC in
    0) kw_unchanged ;;
    1) ;;
    *)
      case $KW_OUT in
        *'not found'* | *'no matches for kind'* | *"doesn't have a resource type"*) ;;
        *) explain ;;
      esac
      ;;
  esac
fi
kw_begin_change
record
# A manifest may bring a kind and an object of it: the API server needs some seconds between the two.
until=$((SECONDS + 90))
while :; do
  kw_ask_api "${kubectl[@]}" apply "${apply[@]}"
  ((KW_RC != 0)) || kw_changed
  case $KW_OUT in
    *'no matches for kind'* | *'failed calling webhook'* | *'unable to recognize'*) ;;
    *) explain ;;
  esac
  ((SECONDS < until)) || explain
  kw_waiting host.waitsForKinds "$NAME"
  sleep 2
done
