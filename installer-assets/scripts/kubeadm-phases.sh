# shellcheck shell=bash
# Reads what kubeadm says on standard input: repeats it, tells its phases as steps, keeps its reasons.
# Afterwards: KUBEADM_PHASE (the last one), KUBEADM_ERRORS (what preflight refused, lines), KUBEADM_WHY.
# A second call goes on counting.
KUBEADM_STEPS=0 KUBEADM_SEEN=' ' KUBEADM_PHASE=preflight
kubeadm_listen() { # STEPS
  local line name total=$1 error=''
  KUBEADM_ERRORS='' KUBEADM_WHY=''
  while IFS= read -r line; do
    printf '%s\n' "$line"
    case $line in
      '['[a-z]*']'*)
        name=${line#[} name=${name%%]*}
        KUBEADM_PHASE=$name
        if [[ $KUBEADM_SEEN != *" $name "* ]]; then # kubeadm comes back to some of its phases
          KUBEADM_SEEN+="$name " KUBEADM_STEPS=$((KUBEADM_STEPS + 1))
          ((KUBEADM_STEPS <= total)) || total=$KUBEADM_STEPS
          kw_progress "$KUBEADM_STEPS" "$total" "$name"
        fi
        ;;
      *'[ERROR '*']'*) KUBEADM_ERRORS+=${line#"${line%%[![:space:]]*}"}$'\n' ;;
      'To see the stack trace'*) continue ;;
      'error execution phase '*':'* | 'error: error execution phase '*':'*)
        KUBEADM_PHASE=${line#*execution phase } KUBEADM_PHASE=${KUBEADM_PHASE%%:*}
        error=1 KUBEADM_WHY=${line#*execution phase *: }
        continue
        ;;
    esac
    if [ -n "$error" ]; then KUBEADM_WHY+=$'\n'$line; elif [ -n "$line" ]; then KUBEADM_WHY=$line; fi
  done
  KUBEADM_ERRORS=${KUBEADM_ERRORS%$'\n'}
}

# What a beginning of ours leaves, so that kubeadm's own checks let it go on from there.
kubeadm_resume() {
  local c
  printf 'Port-6443,Port-10259,Port-10257,Port-10250,Port-2379,Port-2380,DirAvailable--var-lib-etcd'
  for c in kube-apiserver kube-controller-manager kube-scheduler etcd; do
    printf ',FileAvailable--etc-kubernetes-manifests-%s.yaml' "$c"
  done
}
