# shellcheck shell=bash
# Joins this host to the cluster. The configuration holds the token: it goes through a pipe and never into a file.
# JOIN (the JoinConfiguration), TOKEN, CA_HASH, CERTIFICATE_KEY (may be empty), CLUSTER (name), PASSED_OVER
state=/var/lib/kubeadm-wizard/join-$CLUSTER
if [ -f "$state.done" ] && [ -f /etc/kubernetes/kubelet.conf ]; then kw_unchanged; fi

resume=
if [ -f "$state.begun" ]; then
  resume=Port-10250,FileAvailable--etc-kubernetes-kubelet.conf,FileAvailable--etc-kubernetes-bootstrap-kubelet.conf,FileAvailable--etc-kubernetes-pki-ca.crt
  resume+=,Port-6443,Port-10259,Port-10257,Port-2379,Port-2380,DirAvailable--var-lib-etcd
  for c in kube-apiserver kube-controller-manager kube-scheduler etcd; do
    resume+=,FileAvailable--etc-kubernetes-manifests-$c.yaml
  done
elif [ -f /etc/kubernetes/kubelet.conf ]; then
  kw_fail install.foreignCluster /etc/kubernetes
fi
kw_begin_change
kw_make_dir /var/lib/kubeadm-wizard 0700
kw_before cluster role=joined "name=$CLUSTER" existed=false
: > "$state.begun"
sync "$state.begun"
JOIN=${JOIN//"<join-token>"/$TOKEN}
JOIN=${JOIN//"<ca-hash>"/$CA_HASH}
JOIN=${JOIN//"<certificate-key>"/$CERTIFICATE_KEY}

ignore=$PASSED_OVER${PASSED_OVER:+${resume:+,}}$resume
args=(--config /dev/stdin)
[ -z "$ignore" ] || args+=("--ignore-preflight-errors=$ignore")
step='' steps=0 errors=() lines=()
while IFS= read -r line; do
  printf '%s\n' "$line"
  case $line in
    '['[a-z]*']'*)
      name=${line#[} name=${name%%]*}
      if [ "$name" != "$step" ]; then
        step=$name steps=$((steps + 1))
        kw_progress "$steps" 6 "$step"
      fi
      ;;
    *'[ERROR '*']'*) errors+=("${line#"${line%%[![:space:]]*}"}") ;;
  esac
  [ -z "$line" ] || lines=("${lines[@]: -3}" "$line")
done < <(printf '%s' "$JOIN" | kubeadm join "${args[@]}" 2>&1)
rc=0
wait "$!" || rc=$?
if ((rc != 0)); then
  if ((${#errors[@]} > 0)); then
    printf -v all '%s\n' "${errors[@]}"
    kw_fail install.preflight "${all%$'\n'}"
  fi
  printf -v last '%s\n' "${lines[@]}"
  kw_fail install.kubeadmJoin "${step:-preflight}" "${last%$'\n'}"
fi
: > "$state.done"
sync "$state.done"
kw_changed
