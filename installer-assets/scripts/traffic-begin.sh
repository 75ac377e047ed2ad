# shellcheck shell=bash
# Starts a pod of nothing but the pause image on every node, to prove that the pod network carries traffic.
# CLUSTER, NODES (lines), IMAGE (the pause image)
export KUBECONFIG=/etc/kubernetes/admin.conf
kw_read "/var/lib/kubeadm-wizard/traffic-$CLUSTER.done"
if [ "$KW_TEXT" = "$NODES"$'\n' ]; then
  kw_value traffic-pods ''
  kw_unchanged
fi
kw_begin_change
kw_before object kind=DaemonSet namespace=kube-system name=kubeadm-wizard-traffic existed=false
said=$(kubectl apply -f - 2>&1 <<YAML
apiVersion: apps/v1
kind: DaemonSet
metadata: {name: kubeadm-wizard-traffic, namespace: kube-system, labels: {app: kubeadm-wizard-traffic}}
spec:
  selector: {matchLabels: {app: kubeadm-wizard-traffic}}
  template:
    metadata: {labels: {app: kubeadm-wizard-traffic}}
    spec:
      terminationGracePeriodSeconds: 0
      automountServiceAccountToken: false
      tolerations: [{operator: Exists}]
      containers: [{name: pause, image: "$IMAGE", imagePullPolicy: IfNotPresent}]
YAML
) || kw_fail install.trafficPods "${said##*$'\n'}"
told=
while :; do
  rows=$(nice -n 15 kubectl -n kube-system get pods -l app=kubeadm-wizard-traffic -o "jsonpath={range .items[*]}{.spec.nodeName} {.status.podIP} {.status.phase}{\"\\n\"}{end}")
  wanted=$(nice -n 15 kubectl -n kube-system get daemonset kubeadm-wizard-traffic -o 'jsonpath={.status.desiredNumberScheduled}')
  pods='' running=0
  while read -r node ip phase; do
    [ "$phase" = Running ] || continue
    running=$((running + 1)) pods+="$node $ip"$'\n'
  done <<< "$rows"
  if ((running > 0)) && [ "$running" = "$wanted" ]; then break; fi
  [ "$told" = "$running" ] || kw_waiting install.waiting.trafficPods "$running" "${wanted:-0}"
  told=$running
  sleep 3
done
kw_value traffic-pods "$pods"
kw_changed
