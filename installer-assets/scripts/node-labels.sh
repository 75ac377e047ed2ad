# shellcheck shell=bash
# Sets labels that a kubelet may not give itself. LABELS (lines: node key=value)
export KUBECONFIG=/etc/kubernetes/admin.conf
declare -A has=() # what each node carries, as lines key=value
while read -r node label; do
  [ -n "$node" ] || continue
  if [ -z "${has[$node]-}" ]; then
    # shellcheck disable=SC2016 # kubectl's own variables
    kw_api kubectl --request-timeout=30s get node "$node" -o 'go-template={{range $k, $v := .metadata.labels}}{{$k}}={{$v}}{{"\n"}}{{end}}'
    has[$node]=$'\n'$KW_OUT
  fi
  [[ ${has[$node]} != *$'\n'"$label"$'\n'* ]] || continue
  kw_begin_change
  key=${label%%=*} value='' existed=false
  if [[ ${has[$node]} == *$'\n'"$key="* ]]; then # an empty value is a value, too
    existed=true value=${has[$node]#*$'\n'"$key="} value=${value%%$'\n'*}
  fi
  kw_before label "node=$node" "key=$key" "existed=$existed" "value=$value"
  kw_api kubectl --request-timeout=30s label --overwrite node "$node" "$label"
done <<< "$LABELS"
kw_done
