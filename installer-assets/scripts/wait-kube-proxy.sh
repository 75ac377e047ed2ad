# shellcheck shell=bash
# Waits until kube-proxy has written its rules on this host. Pods start as soon as there is a pod network; what one of
# them sends to a Service before that goes nowhere for half a minute, and CoreDNS begins with just that.
# PORT (where kube-proxy tells its health). It is not worth a failure: after 90 seconds it is let be.
healthy() {
  local said
  said=$({
    exec 3<> "/dev/tcp/127.0.0.1/$PORT" && printf 'GET /healthz HTTP/1.0\r\n\r\n' >&3 && IFS= read -r -t 5 line <&3 \
      && printf '%s' "$line"
  } 2> /dev/null) || return 1
  [[ $said == *' 200 '* ]]
}

until=$((SECONDS + 90)) told=
while ! healthy && ((SECONDS < until)); do
  [ -n "$told" ] || kw_waiting install.waiting.kubeProxy
  told=1
  sleep 1
done
kw_unchanged
