# shellcheck shell=bash
# Takes the objects of a pod network away: what its operator looks after goes by the operator; then its DaemonSets, and its
# pods end; then the rest. Kinds of its own go with
# their objects, but for those in which people wrote something. Nothing of another network is named here.
# SWITCH (which one it is), WORKLOADS (lines: NAMESPACE/NAME), WISHES (lines: kinds), OBJECTS (lines: APIVERSION KIND NAMESPACE NAME), GROUPS_OF_IT,
# WRITTEN (lines: kinds that people write), ANNOTATIONS (lines: how those of nodes begin)
# include applied-manifest.sh
# include without-secrets.sh
export KUBECONFIG=$KW_ROOT/etc/kubernetes/admin.conf
shopt -s nullglob
done=/var/lib/kubeadm-wizard/switch-cni.removed
kw_read "$KW_ROOT$done"
if [ "$KW_TEXT" = "$SWITCH"$'\n' ]; then kw_unchanged; fi
kw_begin_change
kubectl=(kubectl --request-timeout=60s)
kw_temp

# One more document of those that go, if it is none that needs care.
add() { # TEXT
  local line kind='' name=''
  while IFS= read -r line; do
    case $line in
      'kind: '*) kind=${line#kind: } ;;
      '  name: '*) [ -n "$name" ] || name=${line#  name: } ;;
    esac
  done <<< "$1"
  case $kind in
    '' | CustomResourceDefinition) ;;
    Namespace) case $name in kube-system | kube-public | kube-node-lease | default) ;; *) spaces+=("${name//\"/}") ;; esac ;;
    *) documents+="---"$'\n'"$1" ;;
  esac
}

# What was applied from this host in its place, document by document; the last that has its DaemonSet.
add_applied() { # NAMESPACE/NAME
  local line text=''
  applied_manifest "$1"
  [ -n "$APPLIED" ] || return 0
  while IFS= read -r line || [ -n "$line" ]; do
    if [[ $line = ---* ]]; then
      add "$text"
      text=''
    else
      text+=$line$'\n'
    fi
  done < "$APPLIED"
  add "$text"
}

documents='' spaces=() daemons=''
while read -r version kind namespace name; do
  case $kind in
    '') continue ;;
    Namespace)
      spaces+=("$name")
      continue
      ;;
  esac
  text="{\"apiVersion\": \"$version\", \"kind\": \"$kind\", \"metadata\": {\"name\": \"$name\""
  [ "$namespace" = - ] || text+=", \"namespace\": \"$namespace\""
  documents+="---"$'\n'"$text}}"$'\n'
done <<< "$OBJECTS"
while IFS= read -r workload; do
  [ -n "$workload" ] || continue
  daemons+="---"$'\n'"{\"apiVersion\": \"apps/v1\", \"kind\": \"DaemonSet\", \"metadata\": {\"name\": \"${workload#*/}\", \"namespace\": \"${workload%/*}\"}}"$'\n'
  add_applied "$workload"
done <<< "$WORKLOADS"
printf '%s' "$daemons" > "$KW_TEMP/1-daemons.yaml"
printf '%s' "$documents" > "$KW_TEMP/2-rest.yaml"

# Objects as they are into the ledger. Of Secrets only the names.
keep() { # NAME GET-ARGUMENT…
  local copy
  kw_ledger_open
  printf -v copy 'files/%04d' $((KW_ENTRIES + 1))
  (umask 077 && "${kubectl[@]}" get "${@:2}" --ignore-not-found -o yaml 2> /dev/null < /dev/null | without_secrets > "$KW_LEDGER/$copy.yaml") || true
  kw_ledger_add cluster "name=$1" "backup=$copy" removed=true
  kw_ledger_sync "$KW_LEDGER/files"
}

# Deletes what a file names; what is not there, of kinds that are not there, is none.
delete() { # FILE [ARGUMENT…]
  kw_ask_api kubectl delete -f "$1" --ignore-not-found --wait=true --timeout=240s "${@:2}"
  ((KW_RC == 0)) || case $KW_OUT in
    *'no matches for kind'* | *"doesn't have a resource type"* | *'(NotFound)'*) ;;
    *) kw_fail install.networkStays "${KW_OUT%$'\n'}" ;;
  esac
}

# What an operator was told to run: it takes that away in its own order, while it is there itself.
for wish in $WISHES; do
  KW_HUSH=1 kw_ask_api "${kubectl[@]}" get "$wish" -o name
  case $KW_RC:$KW_OUT in
    0:*/*) ;;
    0:* | *"doesn't have a resource type"* | *'no matches for kind'*) continue ;;
    *) kw_fail install.networkStays "${KW_OUT%$'\n'}" ;;
  esac
  keep "$wish" "$wish"
  kw_waiting install.waiting.networkGone "${KW_OUT//$'\n'/ }"
  kw_ask_api kubectl delete "$wish" --all --wait=true --timeout=600s
  ((KW_RC == 0)) || kw_fail install.networkStays "${KW_OUT%$'\n'}"
done

if [ -n "$daemons" ]; then
  keep network-daemons -f "$KW_TEMP/1-daemons.yaml"
  kw_waiting install.waiting.networkGone "${WORKLOADS//$'\n'/, }"
  delete "$KW_TEMP/1-daemons.yaml" --cascade=foreground
fi
if [ -n "$documents" ]; then
  [[ $documents == *'kind: Secret'* ]] || keep network-objects -f "$KW_TEMP/2-rest.yaml"
  delete "$KW_TEMP/2-rest.yaml" --cascade=foreground
fi

# Kinds of its own.
plurals=()
if [ -n "$GROUPS_OF_IT" ]; then
  KW_HUSH=1 kw_api "${kubectl[@]}" get customresourcedefinitions -o 'jsonpath={range .items[*]}{.metadata.name}{"\n"}{end}'
  while IFS= read -r plural; do
    [ -n "$plural" ] && [[ $'\n'$GROUPS_OF_IT$'\n' == *$'\n'"${plural#*.}"$'\n'* ]] || continue
    if [[ $'\n'$WRITTEN$'\n' == *$'\n'"$plural"$'\n'* ]]; then
      if ! has=$(kw_kubectl --request-timeout=60s get "$plural" -A -o name); then
        printf 'stays, as nobody could say whether somebody wrote it: %s\n' "$plural"
        continue
      elif [ -n "$has" ]; then
        printf 'stays, as somebody wrote it: %s\n' "$plural" "${has//$'\n'/, }"
        continue
      fi
    fi
    keep "$plural" "$plural" -A
    plurals+=("$plural")
  done <<< "$KW_OUT"
fi
# Whoever would take a finalizer off is gone by now, and with one on it no kind ever goes.
for plural in "${plurals[@]}"; do
  while IFS='|' read -r space name holds; do
    [ -n "$holds" ] || continue
    scope=()
    [ -z "$space" ] || scope=(-n "$space")
    kw_ask_api "${kubectl[@]}" "${scope[@]}" patch "$plural" "$name" --type=merge -p '{"metadata":{"finalizers":null}}'
    case $KW_RC:$KW_OUT in 0:* | *NotFound*) ;; *) kw_fail install.networkStays "${KW_OUT%$'\n'}" ;; esac
  done < <(kw_kubectl --request-timeout=60s get "$plural" -A -o 'jsonpath={range .items[*]}{.metadata.namespace}|{.metadata.name}|{.metadata.finalizers}{"\n"}{end}' || true)
done
if ((${#plurals[@]})); then
  kw_ask_api kubectl delete customresourcedefinitions "${plurals[@]}" --ignore-not-found --wait=true --timeout=240s
  ((KW_RC == 0)) || kw_fail install.networkStays "${KW_OUT%$'\n'}"
fi

# A namespace goes only if nobody's pods are in it.
for space in "${spaces[@]}"; do
  if ! has=$(kw_kubectl --request-timeout=60s -n "$space" get pods -o name); then
    printf 'stays, as nobody could say whether pods are in it: namespace %s\n' "$space"
    continue
  elif [ -n "$has" ]; then
    printf 'stays, pods are in it: namespace %s\n' "$space"
    continue
  fi
  kw_before object kind=Namespace "name=$space" existed=true
  kw_ask_api kubectl delete namespace "$space" --ignore-not-found --wait=true --timeout=240s
  ((KW_RC == 0)) || kw_fail install.networkStays "${KW_OUT%$'\n'}"
done

# Annotations that it gave to nodes.
if [ -n "$ANNOTATIONS" ]; then
  going=()
  # shellcheck disable=SC2016 # the template's own names
  KW_HUSH=1 kw_api "${kubectl[@]}" get nodes -o 'go-template={{range .items}}{{$n := .metadata.name}}{{range $k, $v := .metadata.annotations}}{{$n}} {{$k}} {{$v}}{{"\n"}}{{end}}{{end}}'
  while read -r node key value; do
    while IFS= read -r prefix; do
      [ -n "$prefix" ] && [[ $key = "$prefix"* ]] || continue
      kw_ledger_add annotation "node=$node" "key=$key" "value=$value"
      [[ " ${going[*]-} " == *" $key- "* ]] || going+=("$key-")
    done <<< "$ANNOTATIONS"
  done <<< "$KW_OUT"
  kw_ledger_sync
  ((${#going[@]} == 0)) || kw_api "${kubectl[@]}" annotate nodes --all "${going[@]}"
fi
kw_write_file "$done" 0600 "$SWITCH"$'\n' || [ $? = 10 ]
kw_changed
