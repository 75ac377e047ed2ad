# shellcheck shell=bash
# Time servers, through the time service that is there. SERVERS: lines. Others that are configured stay.
begin='# BEGIN kubeadm-wizard' end='# END kubeadm-wizard'

unit_of() { # the first of these units that is running, else that is there, into unit
  local name line load active there=
  unit=
  for name in "$@"; do
    load='' active=''
    while IFS= read -r line; do
      case $line in LoadState=*) load=${line#*=} ;; ActiveState=*) active=${line#*=} ;; esac
    done < <(systemctl show -p LoadState,ActiveState -- "$name")
    [ "$load" = loaded ] || continue
    if [ "$active" = active ]; then unit=$name && return 0; fi
    [ -n "$there" ] || there=$name
  done
  unit=$there
}

chrony_lines() {
  local server
  lines=
  while IFS= read -r server; do lines+="server $server iburst prefer"$'\n'; done <<< "${SERVERS%$'\n'}"
}

# In a folder of sources where chrony.conf names one, else in a marked block.
write_chrony() {
  local config=/etc/chrony/chrony.conf rest block
  [ -f "$config" ] || config=/etc/chrony.conf
  [ -f "$config" ] || kw_fail host.noTimeService
  chrony_lines
  kw_read "$config"
  # shellcheck disable=SC1011,SC2026 # it is read as it is meant
  if [[ $KW_TEXT =~ (^|$'\n')sourcedir[[:space:]]+(/etc/[^[:space:]]+) ]]; then
    kw_write_file "${BASH_REMATCH[2]}/kubeadm-wizard.sources" 0644 "$lines" && changed=1 || [ $? = 10 ]
    return 0
  fi
  block=$begin$'\n'$lines$end$'\n'
  rest=$KW_TEXT
  if [[ $KW_TEXT == *"$begin"*"$end"* ]]; then
    rest=${KW_TEXT%%"$begin"*}${KW_TEXT#*"$end"$'\n'}
    [[ $KW_TEXT != *"$block"* ]] || return 0
  fi
  kw_write_file "$config" 0644 "${rest%$'\n'}"$'\n'"$block" && changed=1 || [ $? = 10 ]
}

write_timesyncd() {
  local words=${SERVERS%$'\n'}
  kw_write_file /etc/systemd/timesyncd.conf.d/50-kubeadm-wizard.conf 0644 "# Written by Kubeadm Wizard
[Time]
NTP=${words//$'\n'/ }
" && changed=1 || [ $? = 10 ]
}

changed=
unit_of chrony.service chronyd.service systemd-timesyncd.service
case $unit in
  chrony*) write_chrony ;;
  systemd-timesyncd*) write_timesyncd ;;
  *) kw_fail host.noTimeService ;;
esac
if [ -n "$changed" ] || ! systemctl is-active --quiet "$unit" || ! systemctl is-enabled --quiet "$unit"; then
  kw_begin_change
  kw_before_service "$unit"
  kw_run systemctl enable -- "$unit"
  kw_run systemctl restart -- "$unit"
  ((KW_RC == 0)) || kw_fail host.serviceFailed "$unit" restart "$KW_OUT"
fi
kw_done
