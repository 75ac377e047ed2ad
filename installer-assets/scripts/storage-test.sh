# shellcheck shell=bash
# Proves a StorageClass: claims a volume, writes into it from one pod, reads it from another, and takes it all away.
# CLASS, IMAGE (with a shell), SPREAD (1: the second pod has to be on another node, where there is one), CLUSTER
export KUBECONFIG=/etc/kubernetes/admin.conf
mark=/var/lib/kubeadm-wizard/storage-$CLUSTER-$CLASS.done
kw_ask_api kubectl get storageclass "$CLASS" -o 'jsonpath={.metadata.uid}'
((KW_RC == 0)) || kw_fail install.storageNoClass "$CLASS"
uid=${KW_OUT%$'\n'}
kw_read "$KW_ROOT$mark"
[ "$KW_TEXT" != "$uid" ] || kw_unchanged
kw_begin_change
name=kubeadm-wizard-storage-test
kw_temp
ns=(--namespace kube-system)
kw_before object kind=PersistentVolumeClaim namespace=kube-system "name=$name" existed=false
word=$KW_RUN-$RANDOM$RANDOM

# Pods first: a claim that is in use stays.
clear_away() {
  kw_ask_api kubectl "${ns[@]}" delete pod "$name-writer" "$name-reader" --ignore-not-found --grace-period=0 --force
  kw_ask_api kubectl "${ns[@]}" delete persistentvolumeclaim "$name" --ignore-not-found --wait=true --timeout=120s
}

apply() { # what stands in object.yaml
  kw_ask_api kubectl apply -f "$KW_TEMP/object.yaml"
  ((KW_RC == 0)) || failed "${KW_OUT%$'\n'}"
}

pod() { # NAME COMMAND [NODE to keep away from]
  local away=
  [ -z "${3-}" ] || away="affinity: {nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution: {nodeSelectorTerms: [{matchExpressions: [{key: kubernetes.io/hostname, operator: NotIn, values: [\"$3\"]}]}]}}}"
  kw_json "$2"
  cat > "$KW_TEMP/object.yaml" <<YAML
apiVersion: v1
kind: Pod
metadata: {name: $name-$1, namespace: kube-system}
spec:
  restartPolicy: Never
  terminationGracePeriodSeconds: 0
  automountServiceAccountToken: false
  tolerations: [{key: node-role.kubernetes.io/control-plane, operator: Exists, effect: NoSchedule}]
  $away
  containers:
  - {name: test, image: "$IMAGE", imagePullPolicy: IfNotPresent, command: ["sh", "-c", $KW_JSON], volumeMounts: [{name: volume, mountPath: /volume}]}
  volumes: [{name: volume, persistentVolumeClaim: {claimName: $name}}]
YAML
  apply
}

failed() { # REASON
  clear_away
  kw_fail install.storageFailed "$CLASS" "$1"
}

# Waits for a pod's end; its node into on, what it said into said.
finish() { # NAME
  local phase reason why told='' until=$((SECONDS + 240))
  while :; do
    IFS='|' read -r phase on reason why < <(kubectl "${ns[@]}" get pod "$name-$1" -o 'jsonpath={.status.phase}|{.spec.nodeName}|{.status.containerStatuses[0].state.waiting.reason}|{.status.conditions[?(@.type=="PodScheduled")].message}{"\n"}') || true
    case $phase in
      Succeeded) said=$(kubectl "${ns[@]}" logs "$name-$1") && return 0 ;;
      Failed) failed "$(kubectl "${ns[@]}" logs "$name-$1" 2>&1 | tail -n 3)" ;;
    esac
    why=${reason:-${why:-$phase}}
    if [ "$why" != "$told" ]; then
      told=$why
      kw_waiting install.waiting.storagePod "$1" "$why"
    fi
    ((SECONDS < until)) || failed "$1: $why"
    sleep 3
  done
}

clear_away # of a test that was cut off
cat > "$KW_TEMP/object.yaml" <<YAML
apiVersion: v1
kind: PersistentVolumeClaim
metadata: {name: $name, namespace: kube-system}
spec: {accessModes: [ReadWriteOnce], storageClassName: $CLASS, resources: {requests: {storage: 16Mi}}}
YAML
apply
pod writer "echo '$word' > /volume/test && sync"
finish writer
writer=$on
kw_ask_api kubectl "${ns[@]}" get persistentvolumeclaim "$name" -o 'jsonpath={.spec.volumeName} {.status.phase}{"\n"}'
printf 'written on %s\n' "$writer"
kw_ask_api kubectl "${ns[@]}" delete pod "$name-writer" --grace-period=0 --force
((KW_RC == 0)) || failed "${KW_OUT%$'\n'}"
away=
if [ "$SPREAD" = 1 ]; then
  kw_ask_api kubectl get nodes -o 'jsonpath={range .items[*]}{.metadata.name}{"\n"}{end}'
  ((KW_RC == 0)) || failed "${KW_OUT%$'\n'}"
  for node in $KW_OUT; do [ "$node" = "$writer" ] || away=$writer; done
fi
pod reader 'cat /volume/test' "$away"
finish reader
[ "$said" = "$word" ] || failed "$said"
printf 'read on %s\n' "$on"
clear_away
kw_write_file "$mark" 0644 "$uid" || true
kw_changed
