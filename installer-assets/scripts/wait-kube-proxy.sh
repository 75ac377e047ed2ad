# shellcheck shell=bash
# Waits until kube-proxy has written its rules on this host. Pods start as soon as there is a pod network; what one of
# them sends to a Service before that goes nowhere for half a minute, and CoreDNS begins with just that.
# PORT (where kube-proxy tells its health), NAME (of the node). It is not worth a failure: after 90 seconds it is let be.
healthy() {
  local said
  said=$({
    exec 3<> "/dev/tcp/127.0.0.1/$PORT" && printf 'GET /healthz HTTP/1.0\r\n\r\n' >&3 && IFS= read -r -t 5 line <&3 \
      && printf '%s' "$line"
  } 2> /dev/null) || return 1
  [[ $said == *' 200 '* ]]
}

# There is time to ask the cluster once what it says of this node.
tell_node() {
  local ready='.status.conditions[?(@.type=="Ready")]' said status reason message
  said=$(kubectl --kubeconfig "$KW_ROOT/etc/kubernetes/admin.conf" --request-timeout 5s get node "$NAME" \
    -o "jsonpath={$ready.status}$KW_US{$ready.reason}$KW_US{$ready.message}" 2> /dev/null) || return 0
  IFS=$KW_US read -r status reason message <<< "$said"
  case $status in '' | True) ;; *) kw_waiting install.waiting.node "$NAME" "${reason:-Unknown}" "$message" ;; esac
}

until=$((SECONDS + 90)) told=
while ! healthy && ((SECONDS < until)); do
  if [ -z "$told" ]; then
    tell_node
    kw_waiting install.waiting.kubeProxy
  fi
  told=1
  sleep 1
done
kw_unchanged
