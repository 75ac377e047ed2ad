# shellcheck shell=bash
# Begins the smoke test: a namespace with nginx on every node behind a Service with a NodePort. What an earlier test left
# is removed first. Waits until every pod runs, or it is known why it does not; that is no failure of this script.
# nginx answers with the address that it sees and the name of its pod, at /large in more than one packet.
# IMAGE, LISTEN (lines: what nginx listens on)
export KUBECONFIG=/etc/kubernetes/admin.conf
space=kubeadm-wizard-smoke
was=$(kw_kubectl get namespace "$space" --ignore-not-found -o 'jsonpath={.metadata.name} {.metadata.labels.kubeadm-wizard/part} {.metadata.annotations.kubeadm-wizard/run}') \
  || kw_fail smoke.noApi
if [ -n "$was" ]; then
  read -r _ part earlier <<< "$was"
  [ "$part" = smoke ] || kw_fail smoke.taken "$space"
  kw_begin_change
  kw_waiting smoke.waiting.leftovers "${earlier:-?}"
  kw_kubectl delete namespace "$space" --timeout=120s || kw_fail smoke.left "$space"
fi
kw_begin_change
kw_before object kind=Namespace "name=$space" existed=false
listen=
while IFS= read -r at; do [ -z "$at" ] || listen+=" listen $at;"; done <<< "$LISTEN"
printf -v large '%3000s' ''
said=$(kw_kubectl apply -f - 2>&1 <<YAML
apiVersion: v1
kind: Namespace
metadata:
  name: $space
  labels: {kubeadm-wizard/part: smoke, pod-security.kubernetes.io/enforce: baseline}
  annotations: {kubeadm-wizard/run: "$KW_RUN"}
---
apiVersion: v1
kind: ConfigMap
metadata: {name: nginx, namespace: $space}
data:
  nginx.conf: |
    worker_processes 1;
    pid /tmp/nginx.pid;
    error_log /dev/stderr;
    events { worker_connections 64; }
    http {
      access_log /dev/stdout;
      server {
       $listen
        location / { return 200 "\$remote_addr \$hostname\n"; }
        location = /large { return 200 "\$remote_addr \$hostname${large// /.}\n"; }
      }
    }
---
apiVersion: v1
kind: Service
metadata: {name: nginx, namespace: $space}
spec:
  type: NodePort
  ipFamilyPolicy: PreferDualStack
  selector: {app: nginx}
  ports: [{name: http, port: 80}]
---
apiVersion: apps/v1
kind: DaemonSet
metadata: {name: nginx, namespace: $space}
spec:
  selector: {matchLabels: {app: nginx}}
  template:
    metadata: {labels: {app: nginx}}
    spec:
      terminationGracePeriodSeconds: 0
      automountServiceAccountToken: false
      enableServiceLinks: false
      tolerations: [{operator: Exists}]
      containers:
        - name: nginx
          image: "$IMAGE"
          imagePullPolicy: IfNotPresent
          command: [nginx, -g, daemon off;]
          ports: [{containerPort: 80}]
          readinessProbe: {tcpSocket: {port: 80}, periodSeconds: 1}
          volumeMounts: [{name: nginx, mountPath: /etc/nginx/nginx.conf, subPath: nginx.conf}]
      volumes: [{name: nginx, configMap: {name: nginx}}]
YAML
) || kw_fail smoke.notMade "${said##*$'\n'}"

form='kw|{.kind}|{.metadata.name}|{.status.nodeInfo.machineID}|{.status.conditions[?(@.type=="Ready")].status}'
form+='|{.status.conditions[?(@.type=="Ready")].message}|{.spec.nodeName}|{.status.podIPs[*].ip}'
form+='|{.status.containerStatuses[*].state.waiting.reason}|{.status.containerStatuses[*].state.waiting.message}'
declare -A pods=() # by node: POD STATE ADDRESSES WORDS
nodes=() waits=()

# What every node has by now: "node NAME MACHINE-ID READY POD STATE ADDRESSES WORDS".
look() {
  local all mark kind name machine ready message node ips reason why state
  all=$(kw_kubectl -n "$space" get pods,nodes -o "jsonpath={range .items[*]}${form//|/$KW_US}{\"\\n\"}{end}") || return 1
  pods=() nodes=() waits=()
  while IFS=$KW_US read -r mark kind name machine ready message node ips reason why; do
    [ "$mark" = kw ] || continue
    if [ "$kind" = Pod ]; then
      [ -n "$node" ] || continue
      state=${reason:-starting}
      case $ready in True*) state=runs why='' ;; esac
      ips=${ips:--}
      pods[$node]="$name $state ${ips// /,} ${why:-}"
    else
      node=${pods[$name]-- starting - }
      if [ "$ready" != True ] && [[ $node != *' runs '* ]]; then
        read -r why _ <<< "$node"
        node="$why notReady - ${message:-}"
      fi
      nodes+=("node $name ${machine:--} ${ready:-Unknown} $node")
      case $node in
        *' runs '* | *' notReady '* | *BackOff* | *InvalidImageName* | *CreateContainer*Error* | *ErrImageNeverPull*) ;;
        *) waits+=("$name") ;;
      esac
    fi
  done <<< "$all"
}
until look && ((${#nodes[@]} && ${#waits[@]} == 0)); do
  ((SECONDS < 180)) || break
  ((${#waits[@]} == 0)) || { printf -v names '%s, ' "${waits[@]}" && kw_waiting smoke.waiting.pods "${names%, }"; }
  sleep 2
done
service=$(kw_kubectl -n "$space" get service nginx -o 'jsonpath={.spec.clusterIP} {.spec.ports[0].nodePort}') || kw_fail smoke.noApi
printf '%s\n' "${nodes[@]}"
printf -v ground '%s\n' "service $service" "${nodes[@]}"
kw_value smoke-ground "$ground"
kw_value smoke-port "${service##* }"
kw_changed
