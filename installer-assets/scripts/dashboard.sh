#!/bin/bash
# Prints the way to a dashboard, from a control plane: three lines, the address and port of its Service, a token for its
# account, and the time at which the token ends. What it prints is a secret and is never logged. Exit code 3: there is no
# cluster; 4: there is no such Service. Changes nothing but what the API server signs.
# Set before it: NAMESPACE, SERVICE, ACCOUNT, LIFETIME (such as 1h)
set -euo pipefail

export LC_ALL=C KUBECONFIG=/etc/kubernetes/admin.conf
PATH=$PATH:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
[[ -r $KUBECONFIG ]] || exit 3
place=$(kubectl --namespace "$NAMESPACE" get service "$SERVICE" -o 'jsonpath={.spec.clusterIP} {.spec.ports[0].port}' --request-timeout=30s </dev/null) || exit 4
ready=$(kubectl --namespace "$NAMESPACE" get endpointslices -l "kubernetes.io/service-name=$SERVICE" \
  -o 'jsonpath={.items[*].endpoints[*].conditions.ready}' --request-timeout=30s </dev/null) || ready=
case " $ready " in *' true '*) ready=1 ;; *) ready=0 ;; esac
printf '%s %s\n' "$place" "$ready"
exec kubectl --namespace "$NAMESPACE" create token "$ACCOUNT" "--duration=$LIFETIME" \
  -o 'jsonpath={.status.token}{"\n"}{.status.expirationTimestamp}{"\n"}' --request-timeout=30s </dev/null
