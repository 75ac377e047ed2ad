# shellcheck shell=bash
# Proves that pods are scaled by their load: a Deployment that keeps one CPU's share busy gets a second pod from an autoscaler,
# the load ends, and the second pod goes. Everything is taken away, also after a failure. IMAGE (with a shell)
export KUBECONFIG=/etc/kubernetes/admin.conf
space=kubeadm-wizard-scaling
served=$(kw_kubectl get apiservices v1beta1.metrics.k8s.io --ignore-not-found -o 'jsonpath={.status.conditions[?(@.type=="Available")].status}|{.status.conditions[?(@.type=="Available")].message}') \
  || kw_fail smoke.noApi
[ "${served%%|*}" = True ] || kw_fail smoke.noMetrics "${served#*|}"
part=$(kw_kubectl get namespace "$space" --ignore-not-found -o 'jsonpath={.metadata.name} {.metadata.labels.kubeadm-wizard/part}') || kw_fail smoke.noApi
case $part in
  '' | *' scaling') ;;
  *) kw_fail smoke.taken "$space" ;;
esac
kw_begin_change

away() { kw_kubectl delete namespace "$space" --ignore-not-found --timeout=150s; }
failed() { # REASON
  away > /dev/null 2>&1 || true
  kw_fail smoke.scaling "$1"
}
if [ -n "$part" ]; then
  kw_waiting smoke.waiting.leftovers '?'
  away || kw_fail smoke.left "$space"
fi
kw_before object kind=Namespace "name=$space" existed=false
said=$(kw_kubectl apply -f - 2>&1 <<YAML
apiVersion: v1
kind: Namespace
metadata: {name: $space, labels: {kubeadm-wizard/part: scaling, pod-security.kubernetes.io/enforce: baseline}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: load, namespace: $space}
spec:
  selector: {matchLabels: {app: load}}
  template:
    metadata: {labels: {app: load}}
    spec:
      terminationGracePeriodSeconds: 0
      automountServiceAccountToken: false
      enableServiceLinks: false
      tolerations: [{key: node-role.kubernetes.io/control-plane, operator: Exists, effect: NoSchedule}]
      containers:
        - name: load
          image: "$IMAGE"
          imagePullPolicy: IfNotPresent
          command: [sh, -c, 'while [ ! -e /tmp/idle ]; do :; done; exec sleep 3600']
          resources: {requests: {cpu: 20m, memory: 16Mi}, limits: {cpu: 200m}}
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: {name: load, namespace: $space}
spec:
  scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: load}
  minReplicas: 1
  maxReplicas: 2
  metrics: [{type: Resource, resource: {name: cpu, target: {type: Utilization, averageUtilization: 50}}}]
  behavior: {scaleDown: {stabilizationWindowSeconds: 0}}
YAML
) || {
  away > /dev/null 2>&1 || true
  kw_fail smoke.notMade "${said##*$'\n'}"
}

# Waits until so many pods run, and says meanwhile what the autoscaler sees.
until_pods() { # WANTED
  local have='' cpu='' active='' why='' told='' until=$((SECONDS + 300))
  while :; do
    IFS='|' read -r cpu active why < <(kubectl -n "$space" get horizontalpodautoscalers load -o 'jsonpath={.status.currentMetrics[0].resource.current.averageUtilization}|{.status.conditions[?(@.type=="ScalingActive")].status}|{.status.conditions[?(@.type=="ScalingActive")].message}{"\n"}') || true
    IFS='|' read -r have pods < <(kubectl -n "$space" get deployments load -o 'jsonpath={.status.readyReplicas}|{.status.replicas}{"\n"}') || true
    if [ "${have:-0}" = "$1" ] && [ "${pods:-0}" = "$1" ] && [ -n "$cpu" ]; then return 0; fi
    [ "$active" = False ] || why=
    why="${have:-0} → $1, ${cpu:-?} %${why:+: $why}"
    if [ "$why" != "$told" ]; then
      told=$why
      kw_waiting smoke.waiting.scaling "$why"
    fi
    ((SECONDS < until)) || failed "$why"
    sleep 3
  done
}
begun=$SECONDS
until_pods 2
up=$((SECONDS - begun))
printf 'a second pod after %s s\n' "$up"
mapfile -t all < <(kw_kubectl -n "$space" get pods -o 'jsonpath={range .items[*]}{.metadata.name}{"\n"}{end}')
for pod in "${all[@]}"; do
  said=$(kw_kubectl -n "$space" exec "$pod" -- touch /tmp/idle 2>&1) || failed "${said##*$'\n'}"
done
begun=$SECONDS
until_pods 1
down=$((SECONDS - begun))
printf 'one pod again after %s s\n' "$down"
kw_waiting smoke.waiting.removal
away || kw_fail smoke.left "$space"
kw_value smoke-scaled "$up $down"
kw_changed
