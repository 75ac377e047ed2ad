# shellcheck shell=bash
# Changes taints, labels and whether pods are placed, of one node of a cluster that stands.
# NODE, CHANGES (lines: "taint + KEY=VALUE:EFFECT", "taint - KEY:EFFECT", "label + KEY=VALUE", "label - KEY", "cordon",
# "uncordon")
export KUBECONFIG=/etc/kubernetes/admin.conf
# shellcheck disable=SC2016 # kubectl's own variables
form='cordoned {{if .spec.unschedulable}}yes{{else}}no{{end}}
{{range .spec.taints}}taint {{.key}}:{{.effect}} {{with .value}}{{.}}{{end}}
{{end}}{{range $k, $v := .metadata.labels}}label {{$k}} {{$v}}
{{end}}'
said=$(kw_kubectl get node "$NODE" -o "go-template=$form" 2>&1) || {
  case $said in *NotFound*) kw_fail running.noSuchNode "$NODE" ;; esac
  kw_fail running.noApi "${said##*$'\n'}"
}
declare -A taints=() labels=()
cordoned=no
while read -r kind key value; do
  case $kind in
    cordoned) cordoned=$key ;;
    taint) taints[$key]=$value ;;
    label) labels[$key]=$value ;;
  esac
done <<< "$said"

run() { # KUBECTL-ARGUMENT…
  kw_ask_api kubectl "$@"
  ((KW_RC == 0)) || kw_fail running.notChanged "$NODE" "${KW_OUT%$'\n'}"
}

was() { # NAME VALUE…: what is before the change, where "+x" says that it is there
  local kind=$1 key=$2 there=$3 value=$4
  if [ -n "$there" ]; then
    kw_before "$kind" "node=$NODE" "key=$key" existed=true "value=$value"
  else
    kw_before "$kind" "node=$NODE" "key=$key" existed=false
  fi
}

while read -r kind sign what; do
  case "$kind $sign" in
    'taint +')
      key=${what%%[=:]*} effect=${what##*:} value=
      case $what in *=*) value=${what#*=} value=${value%:*} ;; esac
      at=$key:$effect
      if [ -n "${taints[$at]+x}" ] && [ "${taints[$at]}" = "$value" ]; then continue; fi
      kw_begin_change
      was taint "$at" "${taints[$at]+x}" "${taints[$at]-}"
      run taint node "$NODE" "$key=$value:$effect" --overwrite
      ;;
    'taint -')
      [ -n "${taints[$what]+x}" ] || continue
      kw_begin_change
      was taint "$what" x "${taints[$what]}"
      run taint node "$NODE" "$what-"
      ;;
    'label +')
      key=${what%%=*} value=${what#*=}
      if [ -n "${labels[$key]+x}" ] && [ "${labels[$key]}" = "$value" ]; then continue; fi
      kw_begin_change
      was label "$key" "${labels[$key]+x}" "${labels[$key]-}"
      run label node "$NODE" "$what" --overwrite
      ;;
    'label -')
      [ -n "${labels[$what]+x}" ] || continue
      kw_begin_change
      was label "$what" x "${labels[$what]}"
      run label node "$NODE" "$what-"
      ;;
    'cordon '*)
      [ "$cordoned" = no ] || continue
      kw_begin_change
      kw_before cordon "node=$NODE" was=no
      run cordon "$NODE"
      ;;
    'uncordon '*)
      [ "$cordoned" = yes ] || continue
      kw_begin_change
      kw_before cordon "node=$NODE" was=yes
      run uncordon "$NODE"
      ;;
  esac
done <<< "$CHANGES"
kw_done
