# shellcheck shell=bash
# Proves a StorageClass: claims a volume, writes into it from one pod, reads it from another, and takes it all away.
# CLASS, IMAGE (with a shell), SPREAD (1: the second pod has to be on another node, where there is one), CLUSTER,
# ANYWHERE (1: pods beside a control plane can use its volumes, too)
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
kw_now
began=$KW_NOW

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
  local away='' anywhere=''
  [ -z "${3-}" ] || away="affinity: {nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution: {nodeSelectorTerms: [{matchExpressions: [{key: kubernetes.io/hostname, operator: NotIn, values: [\"$3\"]}]}]}}}"
  [ "$ANYWHERE" = 0 ] || anywhere='tolerations: [{key: node-role.kubernetes.io/control-plane, operator: Exists, effect: NoSchedule}]'
  kw_json "$2"
  cat > "$KW_TEMP/object.yaml" <<YAML
apiVersion: v1
kind: Pod
metadata: {name: $name-$1, namespace: kube-system}
spec:
  restartPolicy: Never
  terminationGracePeriodSeconds: 0
  automountServiceAccountToken: false
  $anywhere
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

# What the cluster has against the claim, or else against the pod, since this test began, into against. The pod alone only
# says that it has no volume.
against() { # NAME
  local who at text newest=''
  against=
  while IFS='|' read -r who at text; do
    [[ $at == 2*Z && ! $at < $began && ! $at < $newest ]] || continue
    case $who in
      "PersistentVolumeClaim/$name") newest=$at against=$text ;;
      "Pod/$name-$1") [ -n "$newest" ] || against=$text ;;
    esac
  done < <(kubectl "${ns[@]}" get events --field-selector type=Warning -o 'jsonpath={range .items[*]}{.involvedObject.kind}/{.involvedObject.name}|{.lastTimestamp}|{.message}{"\n"}{end}' || true)
}

# Waits for a pod's end; its node into on, what it said into said.
finish() { # NAME
  local phase reason why told='' until=$((SECONDS + 240))
  while :; do
    IFS='|' read -r phase on reason why < <(kubectl "${ns[@]}" get pod "$name-$1" -o 'jsonpath={.status.phase}|{.spec.nodeName}|{.status.containerStatuses[0].state.waiting.reason}|{.status.conditions[?(@.type=="PodScheduled")].message}{"\n"}') || true
    case $phase in
      Succeeded)
        if said=$(kubectl "${ns[@]}" logs "$name-$1"); then
          kw_now
          began=$KW_NOW # what was against it is over
          return 0
        fi
        ;;
      Failed) failed "$(kubectl "${ns[@]}" logs "$name-$1" 2>&1 | tail -n 3)" ;;
    esac
    against=
    [ "$phase" != Pending ] || against "$1"
    why=${against:-${reason:-${why:-$phase}}}
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
  kw_ask_api kubectl get nodes -o 'jsonpath={range .items[*]}{.metadata.name}|{.spec.taints[*].key}{"\n"}{end}'
  ((KW_RC == 0)) || failed "${KW_OUT%$'\n'}"
  while IFS='|' read -r node taints; do
    [ -n "$node" ] && [ "$node" != "$writer" ] || continue
    [ "$ANYWHERE" = 1 ] || [[ " $taints " != *' node-role.kubernetes.io/control-plane '* ]] || continue
    away=$writer
  done <<< "$KW_OUT"
fi
pod reader 'cat /volume/test' "$away"
finish reader
[ "$said" = "$word" ] || failed "$said"
printf 'read on %s\n' "$on"
clear_away
kw_write_file "$mark" 0644 "$uid" || true
kw_changed
