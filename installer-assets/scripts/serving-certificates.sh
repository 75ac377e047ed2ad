# shellcheck shell=bash
# Approves the serving certificates that the kubelets asked for, and no others: the request has to come from the node
# itself, under its own name, for nothing but the node's own names and addresses. Every request is shown.
# WITHIN: seconds (240). NODES (lines: node name-or-address…); the first word is the node's name, all of them may stand in its certificate.
export KUBECONFIG=/etc/kubernetes/admin.conf
kubectl=(kw_kubectl --request-timeout=30s)
declare -A own=() refused=() done_with=()
names=()
while read -r -a words; do
  ((${#words[@]})) || continue
  names+=("${words[0]}")
  own[${words[0]}]=" ${words[*]} "
done <<< "$NODES"

# Nodes that join later are told by kubeadm's ConfigMap.
tell_newcomers() {
  local text line key=serverTLSBootstrap now=
  text=$("${kubectl[@]}" -n kube-system get configmap kubelet-config -o 'jsonpath={.data.kubelet}') || return 0
  while IFS= read -r line; do
    case $line in "$key:"*) now=$line ;; esac
  done <<< "$text"
  [ "$now" != "$key: true" ] || return 0
  kw_begin_change
  kw_before object kind=ConfigMap namespace=kube-system name=kubelet-config existed=true "value=$text"
  if [ -n "$now" ]; then text=${text/"$now"/"$key: true"}; else text=${text%$'\n'}$'\n'"$key: true"$'\n'; fi
  kw_json "$text"
  "${kubectl[@]}" -n kube-system patch configmap kubelet-config --type merge -p "{\"data\":{\"kubelet\":$KW_JSON}}"
}

# What a request says, as kubectl reads it, into user, subject, organization, dns, ips and other.
read_request() { # NAME
  local line
  local section=''
  user='' subject='' organization='' dns='' ips='' other='' signer=''
  while IFS= read -r line; do
    case $line in
      'Requesting User:'*) user=${line#*:} ;;
      'Signer:'*) signer=${line#*:} ;;
      *'Common Name:'*) subject=${line#*:} ;;
      *'Organization:'*) organization=${line#*:} ;;
      *'DNS Names:'*) dns=${line#*:} section=dns ;;
      *'IP Addresses:'*) ips=${line#*:} section=ips ;;
      *'Email Addresses:'* | *'URIs:'*) other=$line section=other ;;
      'Events:'*) section= ;;
      *[![:space:]]*) # a further line of a list
        case $section in dns) dns+=" $line" ;; ips) ips+=" $line" ;; esac
        ;;
    esac
  done < <("${kubectl[@]}" describe csr "$1")
}

trimmed() { # VARIABLE…
  local -n text=$1
  read -r text <<< "${text//$'\t'/ }" || true
}

# Why a request is not approved, into why; empty if it may be.
judge() {
  local name
  why=''
  for field in user subject organization signer; do trimmed "$field"; done
  node=${user#system:node:}
  if [ "$signer" != kubernetes.io/kubelet-serving ]; then
    why="signer $signer"
  elif [ "$user" = "$node" ] || [ -z "${own[$node]-}" ]; then
    why="asked by $user"
  elif [ "$subject" != "$user" ] || [ "$organization" != system:nodes ]; then
    why="subject $subject, $organization"
  elif [ -n "$other" ]; then
    why="$other"
  elif [ -z "${dns//[[:space:]]/}${ips//[[:space:]]/}" ]; then
    why='neither name nor address'
  else
    for name in ${dns//,/ } ${ips//,/ }; do
      [[ ${own[$node]} == *" $name "* ]] || why="$name is not of $node"
    done
  fi
}

approve_pending() {
  local name signer decided line words
  while IFS='|' read -r name signer decided; do
    [ "$signer" = kubernetes.io/kubelet-serving ] && [ -z "$decided" ] || continue
    [ -z "${done_with[$name]-}" ] || continue
    read_request "$name"
    judge
    read -r -d "" -a words <<< "$dns $ips" || true
    line="$name: $user for ${words[*]-}"
    done_with[$name]=1
    if [ -n "$why" ]; then
      printf 'not approved: %s (%s)\n' "$line" "$why"
      refused[${node:-?}]="$name: $why"
      continue
    fi
    kw_begin_change
    kw_before object kind=CertificateSigningRequest name="$name" existed=true value=pending
    "${kubectl[@]}" certificate approve "$name"
    printf 'approved: %s\n' "$line"
  done < <("${kubectl[@]}" get csr -o 'jsonpath={range .items[*]}{.metadata.name}|{.spec.signerName}|{.status.conditions[*].type}{"\n"}{end}')
}

# The nodes whose kubelet has no certificate yet: the API server cannot talk to it.
look_silent() {
  local name
  silent=()
  for name in "${names[@]}"; do
    if [ -z "${answers[$name]-}" ]; then
      if said=$(kubectl --request-timeout=30s get --raw "/api/v1/nodes/$name/proxy/healthz" 2>&1); then answers[$name]=1; else silent+=("$name"); fi
    fi
  done
}

tell_newcomers
declare -A answers=()
until=$((SECONDS + ${WITHIN:-240}))
while :; do
  approve_pending
  look_silent
  ((${#silent[@]})) || kw_done
  [ -z "${refused[${silent[0]}]-}" ] || kw_fail install.certificateRefused "${silent[0]}" "${refused[${silent[0]}]}"
  ((SECONDS < until)) || kw_fail install.certificateMissing "${silent[0]}" "${said##*$'\n'}"
  kw_waiting install.waiting.certificate "${silent[0]}"
  sleep 3
done
