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
kw_temp
cat > "$KW_TEMP/pods.yaml" <<YAML
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
kw_ask_api kubectl apply -f "$KW_TEMP/pods.yaml"
if ((KW_RC != 0)); then
  KW_OUT=${KW_OUT%$'\n'}
  kw_fail install.trafficPods "${KW_OUT##*$'\n'}"
fi
until kubectl -n kube-system rollout status daemonset/kubeadm-wizard-traffic; do
  kw_waiting install.waiting.trafficPods
  sleep 3
done < /dev/null 2>&1
kw_api kubectl --request-timeout=30s -n kube-system get pods -l app=kubeadm-wizard-traffic --field-selector status.phase=Running \
  -o "jsonpath={range .items[*]}{.spec.nodeName} {.status.podIP}{\"\\n\"}{end}"
[ -n "$KW_OUT" ] || kw_fail install.trafficPods "$KW_OUT"
kw_value traffic-pods "${KW_OUT%$'\n'}"
kw_changed
