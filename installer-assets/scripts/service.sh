# shellcheck shell=bash
# A systemd unit in a wanted state. UNIT, ENABLED 0|1, RUNNING 0|1 or empty (left as it is), NEWER_THAN: lines of files; the unit
# is restarted when it runs and one of them changed after it started.

look() {
  local line
  load='' enabled='' active='' sub='' reload=''
  while IFS= read -r line; do
    case $line in
      LoadState=*) load=${line#*=} ;;
      UnitFileState=*) enabled=${line#*=} ;;
      ActiveState=*) active=${line#*=} ;;
      SubState=*) sub=${line#*=} ;;
      NeedDaemonReload=*) reload=${line#*=} ;;
    esac
  done < <(systemctl show -p LoadState,UnitFileState,ActiveState,SubState,NeedDaemonReload -- "$UNIT")
  # between two crashes; the kubelet does so until kubeadm init has written its configuration, and that is normal
  if [ "$sub" = auto-restart ] && [ "$UNIT" != kubelet.service ]; then active=failed; fi
}

# Microseconds since 1970 at which the unit became active, into started; systemd's own clock value.
look_started() {
  local i char path='' value
  for ((i = 0; i < ${#UNIT}; i++)); do
    char=${UNIT:i:1}
    case $char in [a-zA-Z0-9]) path+=$char ;; *) printf -v path '%s_%02x' "$path" "'$char" ;; esac
  done
  value=$(busctl get-property org.freedesktop.systemd1 "/org/freedesktop/systemd1/unit/$path" \
    org.freedesktop.systemd1.Unit ActiveEnterTimestamp)
  started=${value#t }
}

# The first file of NEWER_THAN that changed after the unit started, into newer.
look_newer() {
  local file stamp
  newer=
  [ -n "${NEWER_THAN-}" ] || return 0
  case $active in active | reloading) ;; *) return 0 ;; esac
  look_started
  while IFS= read -r file; do
    [ -e "$file" ] || continue
    stamp=$(stat -c %.6Y -- "$file")
    if ((${stamp/./} > started)); then newer=$file; fi
  done <<< "$NEWER_THAN"
}

failed() { # VERB
  local tail
  tail=$(journalctl "_SYSTEMD_UNIT=$UNIT" -n 5 -o cat -q --no-pager 2>/dev/null) || tail= # its own last words
  kw_fail host.serviceFailed "$UNIT" "$1" "${tail:-$KW_OUT}"
}

act() { # VERB
  kw_run systemctl "$1" -- "$UNIT"
  ((KW_RC == 0)) || failed "$1"
}

look
# A unit file that was written since systemd read them; it keeps units that others name, though they were not there.
if [ "$reload" = yes ] || { [ "$load" = not-found ] && [ -f "$KW_ROOT/etc/systemd/system/$UNIT" ]; }; then
  kw_begin_change
  kw_run systemctl daemon-reload
  look
fi
case $load in
  masked) kw_fail host.serviceMasked "$UNIT" ;;
  not-found)
    if [ "$ENABLED" = 0 ] && [ "$RUNNING" != 1 ]; then kw_done; fi
    kw_fail host.serviceMissing "$UNIT"
    ;;
  loaded) ;;
  *) kw_fail host.serviceBroken "$UNIT" "$load" ;;
esac
look_newer

verbs=()
case $ENABLED:$enabled in
  1:disabled | 1:enabled-runtime | 1:linked | 1:linked-runtime | 1:masked-runtime) verbs+=(enable) ;;
  0:enabled | 0:enabled-runtime) verbs+=(disable) ;;
esac
case $RUNNING:$active in
  :*) [ -z "$newer" ] || verbs+=(restart) ;;
  1:active | 1:reloading | 1:activating) [ -z "$newer" ] || verbs+=(restart) ;;
  1:*) verbs+=(restart) ;;
  0:inactive | 0:failed) ;;
  0:*) verbs+=(stop) ;;
esac
[ ${#verbs[@]} -gt 0 ] || kw_done

kw_begin_change
kw_before_service "$UNIT"
for verb in "${verbs[@]}"; do act "$verb"; done
look
case $RUNNING:$active in :* | 1:active | 1:activating | 1:reloading | 0:inactive | 0:failed) ;; *) failed start ;; esac
kw_changed
