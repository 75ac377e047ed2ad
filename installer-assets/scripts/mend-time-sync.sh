# shellcheck shell=bash
# Starts the time service that is installed; the first of these that the host has.

for unit in chrony.service chronyd.service systemd-timesyncd.service ntpsec.service ntpd.service; do
  load=
  while IFS= read -r line; do
    case $line in
      LoadState=*) load=${line#*=} ;;
      ActiveState=*) active=${line#*=} ;;
      UnitFileState=*) enabled=${line#*=} ;;
    esac
  done < <(systemctl show -p LoadState,ActiveState,UnitFileState -- "$unit")
  [ "$load" = loaded ] || continue
  if [ "$active" = active ] && [ "$enabled" = enabled ]; then kw_unchanged; fi
  kw_begin_change
  kw_before_service "$unit"
  kw_run systemctl enable --now -- "$unit"
  ((KW_RC == 0)) || kw_fail check.noTimeService
  kw_changed
done
kw_fail check.noTimeService
