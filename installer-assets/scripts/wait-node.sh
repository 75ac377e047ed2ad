# shellcheck shell=bash
# Waits until the cluster says that this very node is Ready, and tells meanwhile what it says. It watches, with the
# kubelet's own credentials: to ask again and again would take the CPU that a small machine needs just now.
# NAME (of the node)
export KUBECONFIG=$KW_ROOT/etc/kubernetes/kubelet.conf
condition='.object.status.conditions[?(@.type=="Ready")]'
fields="kw$KW_US{$condition.status}$KW_US{$condition.reason}$KW_US{$condition.message}{\"\\n\"}"

ready=''
while [ -z "$ready" ]; do
  while IFS=$KW_US read -r mark status reason message; do
    case $mark:$status in
      kw:True) ready=1 && break ;;
      kw:*) kw_tell install.waiting.node "$NAME" "${reason:-Unknown}" "$message" ;;
      :*) ;;
      *) kw_tell install.waiting.api "$mark" ;; # what kubectl says of the line
    esac
  done < <(exec kubectl get node "$NAME" --watch --output-watch-events -o "jsonpath=$fields" 2>&1 < /dev/null)
  watcher=$!
  kill "$watcher" 2> /dev/null || true
  wait "$watcher" || true
  [ -n "$ready" ] || sleep 2 # the API server ends a watch after a while, and may be away
done
kw_unchanged
