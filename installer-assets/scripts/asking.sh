# shellcheck shell=bash
# What stands before the scripts that only ask the API server, from a control plane. Exit code 3: there is no cluster.
set -euo pipefail

export LC_ALL=C KUBECONFIG=/etc/kubernetes/admin.conf KUBERC=off
PATH=$PATH:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
[[ -r $KUBECONFIG ]] || exit 3

# Asks by kubectl, whose answer goes to standard output. An API server that is just away, or has just come and does not know
# the administrator's rights yet, is asked again, for half a minute.
ask() { # KUBECTL-ARGUMENT…
  local until=$((SECONDS + 30)) code errors
  while :; do
    code=0
    { errors=$(kubectl --request-timeout=30s "$@" 2>&1 >&4 4>&- </dev/null) || code=$?; } 4>&1
    case $code:$errors in
      0:*) ;;
      *'connection refused'* | *'was refused'* | *'connection reset'* | *'i/o timeout'* | *'TLS handshake timeout'* | *': EOF'* | *'unexpected EOF'* | *'User "kubernetes-admin" cannot '* | *'(Forbidden): unknown'*)
        if ((SECONDS < until)); then
          sleep 2
          continue
        fi
        ;;
    esac
    [[ -z $errors ]] || printf '%s\n' "$errors" >&2
    return "$code"
  done
}
