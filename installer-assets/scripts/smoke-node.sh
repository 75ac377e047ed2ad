# shellcheck shell=bash
# What this node and its own test pod reach: every test pod by its address, the Service by its cluster address, and the
# Service's name in the cluster DNS. What does not answer is an answer, not a failure of this script.
# GROUND (lines: service ADDRESS NODE-PORT, node NAME MACHINE-ID READY POD STATE ADDRESSES …), GIVES, SOCKET
declare -A pod_of=() ips_of=()
names=() self='' service=''
kw_read /etc/machine-id
id=${KW_TEXT%$'\n'}
kw_temp
ask=(crictl --timeout 60s --runtime-endpoint "$SOCKET")
mkdir "$KW_TEMP/ways"

fail() {
  kw_read "$KW_TEMP/said"
  KW_TEXT=${KW_TEXT%$'\n'}
  kw_fail smoke.noRuntime "$SOCKET" "${KW_TEXT##*$'\n'}"
}

own=$("${ask[@]}" ps --state Running -q --label io.kubernetes.pod.namespace=kubeadm-wizard-smoke 2> "$KW_TEMP/said") || fail
pid='' pod=''
if [ -n "$own" ]; then
  said=$("${ask[@]}" inspect -o go-template --template '{{.info.pid}} {{index .status.labels "io.kubernetes.pod.name"}}' \
    "${own%%$'\n'*}" 2> "$KW_TEMP/said") || fail
  read -r pid pod <<< "$said"
fi
while read -r kind name machine _ its state ips _; do
  case $kind in
    service) service=$name ;;
    node)
      names+=("$name")
      if [ "$state" = runs ]; then pod_of[$name]=$its ips_of[$name]=$ips; fi
      if [ "$its" = "$pod" ] || { [ -z "$self" ] && [ "$machine" = "$id" ]; }; then self=$name; fi
      ;;
  esac
done <<< "$GROUND"
if [ -z "$pid" ] && [ -n "${pod_of[$self]-}" ]; then fail; fi
mine=,${ips_of[$self]-},
here=' '
while read -r _ _ _ address _; do here+="${address%/*} "; done < <(ip -o addr show)

get() { # WAY ADDRESS PATH: the answer's last line into said; WAY: node or pod
  local to=$2 way=()
  [ "$1" = node ] || way=(nsenter -t "$pid" -n)
  # shellcheck disable=SC2016 # expanded where it runs
  said=$(timeout 5 "${way[@]}" bash -c 'exec 3<> "/dev/tcp/$0/80" && printf "GET %s HTTP/1.0\r\n\r\n" "$1" >&3 && cat <&3' "$to" "$3" 2> /dev/null) || said=
  said=${said##*$'\n'}
}

state() { # WAY POD: what the answer means; empty POD: any
  local seen name
  read -r seen name <<< "$said"
  if [ -z "$seen" ]; then
    printf 'silent -'
  elif [ -n "$2" ] && [ "${name%%.*}" != "$2" ]; then
    printf 'other %s' "${name%%.*}"
  elif [ "$1" = node ] && [[ $here != *" $seen "* ]]; then
    printf 'source %s' "$seen"
  elif [ "$1" = pod ] && [[ $mine != *",$seen,"* ]]; then
    printf 'source %s' "$seen"
  else
    printf 'ok %s' "$seen"
  fi
}

reach() { # WAY NAME ADDRESS: thrice at most; what answers small, answers large too
  local result
  for _ in 1 2 3; do
    get "$1" "$3" /
    result=$(state "$1" "${pod_of[$2]}")
    case $result in silent*) ;; *) break ;; esac
  done
  case $result in
    ok*)
      get "$1" "$3" /large
      [ -n "$said" ] || get "$1" "$3" /large
      [ -n "$said" ] || result='large -'
      ;;
  esac
  printf '%s %s %s %s\n' "$1" "$2" "$3" "$result"
}

serve() { # WAY: a Service picks any of the pods
  local result
  for _ in 1 2 3 4 5; do
    get "$1" "$service" /
    if [ -n "$said" ]; then break; fi
  done
  result='silent -'
  [ -z "$said" ] || result="ok ${said##* }"
  printf 'service %s %s %s\n' "$1" "$service" "$result"
}

resolve() { # in the pod's own files, as any program there would
  local said result='silent -'
  for _ in 1 2; do
    if said=$(timeout 15 nsenter -t "$pid" -m -n getent hosts nginx.kubeadm-wizard-smoke.svc 2>&1); then
      read -r said _ <<< "$said"
      result="ok $said" && break
    fi
  done
  case $result in "ok $service" | silent*) ;; *) result="other $said" ;; esac
  printf 'dns pod %s %s\n' "$service" "$result"
}

ways=(node)
[ -z "$pid" ] || ways+=(pod)
at=100000 # names of files that sort as they were begun
for way in "${ways[@]}"; do
  for name in "${names[@]}"; do
    [ "$way$name" != "pod$self" ] || continue
    IFS=, read -r -a ips <<< "${ips_of[$name]-}"
    for ip in "${ips[@]}"; do
      at=$((at + 1))
      reach "$way" "$name" "$ip" > "$KW_TEMP/ways/$at" &
      if ((at % 8 == 0)); then wait; fi
    done
  done
  at=$((at + 1))
  serve "$way" > "$KW_TEMP/ways/$at" &
done
at=$((at + 1))
if [ -n "$pid" ]; then resolve > "$KW_TEMP/ways/$at" & fi
wait
result="self ${self:--}"$'\n'
for file in "$KW_TEMP"/ways/*; do
  kw_read "$file"
  result+=$KW_TEXT
done
printf '%s' "$result"
kw_value "$GIVES" "$result"
kw_unchanged
