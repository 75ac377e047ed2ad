# shellcheck shell=bash
# Lets Flannel on this node read its configuration anew: its pod is made anew where it is older than the configuration. The
# node's other pods keep their addresses and links meanwhile, and the ways to nodes that carry packets as before stay.
# With the kubelet's own credentials, which reach the pods of this node alone. NODE, BACKEND (as Flannel names it)
export KUBECONFIG=$KW_ROOT/etc/kubernetes/kubelet.conf
[ -f "$KUBECONFIG" ] || kw_fail host.noKubeconfig "$KUBECONFIG"
kw_has kubectl || kw_fail host.noKubectl
space=(--request-timeout=30s -n kube-flannel)
pods='{range .items[*]}{.metadata.name}|{.metadata.creationTimestamp}|{.metadata.deletionTimestamp}|{.status.conditions[?(@.type=="Ready")].status}|{.status.initContainerStatuses[*].state.waiting.reason} {.status.containerStatuses[*].state.waiting.reason}{"\n"}{end}'

# Flannel's pod of this node, the newest: POD, MADE, GOING, READY, WAITS.
look() {
  local name made going ready waits
  POD='' MADE='' GOING='' READY='' WAITS=''
  kw_api kubectl "${space[@]}" get pods -l app=flannel --field-selector "spec.nodeName=$NODE" -o "jsonpath=$pods"
  while IFS='|' read -r name made going ready waits; do
    [ -n "$name" ] || continue
    if [ -z "$POD" ] || [[ $made > $MADE ]]; then POD=$name MADE=$made GOING=$going READY=$ready WAITS=$waits; fi
  done <<< "$KW_OUT"
}

kw_api kubectl "${space[@]}" get configmap kube-flannel-cfg -o 'jsonpath={.metadata.creationTimestamp} {.metadata.managedFields[*].time}'
told=
for time in $KW_OUT; do [[ ! $time > $told ]] || told=$time; done

look
if [ -n "$POD" ] && [ -z "$GOING" ] && [[ ! $MADE > $told ]]; then
  kw_begin_change
  kw_before object kind=Pod namespace=kube-flannel "name=$POD" existed=true
  kw_api kubectl "${space[@]}" delete pod "$POD" --wait=false
  look
fi
until [ -n "$POD" ] && [ -z "$GOING" ] && [[ $MADE > $told ]] && [ "$READY" = True ]; do
  waits=${WAITS# } waits=${waits% }
  case $waits in
    '' | PodInitializing* | ContainerCreating*) kw_tell install.waiting.flannelPod "$NODE" ;;
    *) kw_tell install.waiting.pod "kube-flannel/$POD" "$NODE" "$waits" ;;
  esac
  sleep 1
  look
done
kw_api kubectl --request-timeout=30s get node "$NODE" -o 'jsonpath={.metadata.annotations.flannel\.alpha\.coreos\.com/backend-type}'
[ "$KW_OUT" = "$BACKEND"$'\n' ] || kw_fail install.flannelOtherBackend "$NODE" "$BACKEND" "${KW_OUT%$'\n'}"
kw_done
