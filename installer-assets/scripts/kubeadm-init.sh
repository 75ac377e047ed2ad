# shellcheck shell=bash
# Makes the control plane with kubeadm, its phases told as steps. A beginning of ours that was cut off is gone on with.
# CONFIG (path of kubeadm.yaml on this host), CLUSTER (name), SKIP (phases that the user leaves out, by comma),
# ADDRESS, PORT (where this host's API server listens)
# include kubeadm-phases.sh
etc=$KW_ROOT/etc/kubernetes
state=$KW_ROOT/var/lib/kubeadm-wizard/init-$CLUSTER
kubeconfig=$etc/admin.conf

if [ -f "$state.done" ] && [ -f "$kubeconfig" ]; then kw_unchanged; fi

resume=
if [ -f "$state.begun" ]; then
  resume=$(kubeadm_resume)
elif [ -f "$etc/manifests/kube-apiserver.yaml" ] || [ -f "$kubeconfig" ]; then
  kw_fail install.foreignCluster /etc/kubernetes
fi
kw_begin_change
kw_run kubeadm config validate --config "$CONFIG" # stricter than init, which passes over what it does not know
((KW_RC == 0)) || kw_fail install.configRefused "$KW_OUT"
kw_make_dir /var/lib/kubeadm-wizard 0700
kw_before cluster role=control-plane "name=$CLUSTER" existed=false
: > "$state.begun"
sync "$state.begun"

# The controller manager gives up when the API server has no RBAC rules ten seconds after it began, and the kubelet's
# back-off then keeps it away for longer each time. So kubeadm runs in two parts: etcd and the API server first, and
# what needs them when they are ready.
second=control-plane/controller-manager,control-plane/scheduler,wait-control-plane,upload-config,upload-certs
second+=,mark-control-plane,bootstrap-token,kubelet-finalize,addon,show-join-command
first=preflight,certs,kubeconfig,etcd,control-plane/apiserver,kubelet-start

init() { # PHASES to skip
  local rc=0 args=(--config "$CONFIG" --skip-token-print --skip-certificate-key-print)
  args+=("--skip-phases=$1${SKIP:+,}$SKIP")
  [ -z "$resume" ] || args+=("--ignore-preflight-errors=$resume")
  kubeadm_listen 18 < <(exec kubeadm init "${args[@]}" 2>&1 < /dev/null)
  wait "$!" || rc=$?
  if ((rc != 0)); then
    [ -z "$KUBEADM_ERRORS" ] || kw_fail install.preflight "$KUBEADM_ERRORS"
    kw_fail install.kubeadmInit "$KUBEADM_PHASE" "$KUBEADM_WHY"
  fi
}

case $ADDRESS in *:*) host="[$ADDRESS]" ;; *) host=$ADDRESS ;; esac
pki=$etc/pki

# What the API server says of itself, into said. By a small program where there is one: kubectl takes a second of the
# CPU that the API server needs just now.
ask_api() {
  if kw_has openssl && [ -f "$pki/apiserver-kubelet-client.key" ]; then
    said=$(printf 'GET /readyz HTTP/1.0\r\nHost: %s\r\n\r\n' "$host" \
      | timeout 15 openssl s_client -quiet -connect "$host:$PORT" -CAfile "$pki/ca.crt" -verify_return_error \
        -cert "$pki/apiserver-kubelet-client.crt" -key "$pki/apiserver-kubelet-client.key" 2> /dev/null) || true
    [[ $said == HTTP/*' 200 '* ]]
  else
    said=$(nice -n 15 kubectl --kubeconfig "$kubeconfig" --server "https://$host:$PORT" --request-timeout 15s \
      get --raw /readyz 2>&1)
  fi
}

# How often systemd had to start the kubelet again.
kubelet_restarts() { systemctl show kubelet --property=NRestarts --value 2> /dev/null || printf '0\n'; }

# The last that the kubelet said before it ended, into why.
kubelet_why() {
  kw_run journalctl --unit=kubelet --lines=20 --output=cat --no-pager
  why=${KW_OUT%$'\n'} why=${why##*$'\n'}
  if [[ $KW_OUT =~ .*err=\"(([^\"\\]|\\.)*)\" ]]; then why=${BASH_REMATCH[1]}; fi
}

# Ready, with its rules. When it does not come to it, kubeadm's own wait tells why: soon, where not even the kubelet
# has come up, which answers at this port of its own before it starts anything. One that ends again and again need not
# be waited for.
wait_for_api() {
  local until=$((SECONDS + 300)) soon=$((SECONDS + 90)) alive='' told='' now said why ended
  ended=$(kubelet_restarts)
  while ((SECONDS < until)); do
    if [ -z "$alive" ]; then
      if (exec 3<> /dev/tcp/127.0.0.1/10248) 2> /dev/null; then
        alive=1
      elif (($(kubelet_restarts) >= ended + 3)); then
        kubelet_why
        kw_fail install.kubeadmInit kubelet-check "$why"
      elif ((SECONDS >= soon)); then
        return
      fi
    fi
    now=$host:$PORT
    if (exec 3<> "/dev/tcp/$ADDRESS/$PORT") 2> /dev/null; then
      if ask_api; then return 0; fi
      if [[ $said =~ \[-\]([a-z0-9/-]+) ]]; then now=${BASH_REMATCH[1]}; fi
    fi
    [ "$told" = "$now" ] || kw_waiting install.waiting.api "$now"
    told=$now
    sleep 2
  done
}

init "$second"
wait_for_api
init "$first"
: > "$state.done"
sync "$state.done"
kw_changed
