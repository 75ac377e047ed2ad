# shellcheck shell=bash
# Makes the control plane with kubeadm, its phases told as steps. A beginning of ours that was cut off is gone on with.
# CONFIG (path of kubeadm.yaml on this host), CLUSTER (name), PASSED_OVER (preflight identifiers, by comma)
state=/var/lib/kubeadm-wizard/init-$CLUSTER
kubeconfig=/etc/kubernetes/admin.conf

if [ -f "$state.done" ] && [ -f "$kubeconfig" ]; then kw_unchanged; fi

resume=
if [ -f "$state.begun" ]; then
  # These are the marks of our own beginning; kubeadm's phases take up what is there.
  resume=Port-6443,Port-10259,Port-10257,Port-10250,Port-2379,Port-2380,DirAvailable--var-lib-etcd
  for c in kube-apiserver kube-controller-manager kube-scheduler etcd; do
    resume+=,FileAvailable--etc-kubernetes-manifests-$c.yaml
  done
elif [ -f /etc/kubernetes/manifests/kube-apiserver.yaml ] || [ -f "$kubeconfig" ]; then
  kw_fail install.foreignCluster /etc/kubernetes
fi
kw_begin_change
kw_make_dir /var/lib/kubeadm-wizard 0700
kw_before cluster role=control-plane "name=$CLUSTER" existed=false
: > "$state.begun"
sync "$state.begun"

ignore=$PASSED_OVER${PASSED_OVER:+${resume:+,}}$resume
args=(--config "$CONFIG" --skip-token-print --skip-certificate-key-print)
[ -z "$ignore" ] || args+=("--ignore-preflight-errors=$ignore")
step='' steps=0 errors=() lines=()
while IFS= read -r line; do
  printf '%s\n' "$line"
  case $line in
    '['[a-z]*']'*)
      name=${line#[} name=${name%%]*}
      if [ "$name" != "$step" ]; then
        step=$name steps=$((steps + 1))
        kw_progress "$steps" 13 "$step"
      fi
      ;;
    *'[ERROR '*']'*) errors+=("${line#"${line%%[![:space:]]*}"}") ;;
  esac
  [ -z "$line" ] || lines=("${lines[@]: -3}" "$line")
done < <(exec kubeadm init "${args[@]}" 2>&1 < /dev/null)
rc=0
wait "$!" || rc=$?
if ((rc != 0)); then
  if ((${#errors[@]} > 0)); then
    printf -v all '%s\n' "${errors[@]}"
    kw_fail install.preflight "${all%$'\n'}"
  fi
  printf -v last '%s\n' "${lines[@]}"
  kw_fail install.kubeadmInit "${step:-preflight}" "${last%$'\n'}"
fi
: > "$state.done"
sync "$state.done"
kw_changed
