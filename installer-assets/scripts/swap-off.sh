# shellcheck shell=bash
# Swap off, now and after every boot, in every form that it has: /proc/swaps, fstab, systemd units (also those
# made for GPT partitions), zram generators, swap services. Undo: the files' copies, unmask, swapon.
mark='# kubeadm-wizard swap-off: '
services=(zramswap.service zram-config.service zram-swap.service zramd.service dphys-swapfile.service
  swapspace.service systemd-swap.service)

fstab_without() { # the new text of fstab into text; returns 1 if nothing has to change
  local line fields found=1
  text=
  kw_read "$KW_ROOT/etc/fstab"
  while IFS= read -r line; do
    read -r -a fields <<< "$line"
    if [ "${fields[2]-}" = swap ] && [[ ${fields[0]} != '#'* ]]; then
      line=$mark$line found=0
    fi
    text+=$line$'\n'
  done <<< "${KW_TEXT%$'\n'}"
  return $found
}

zram_configs() { # configurations of zram-generator that make a swap device, into configs
  local dir file
  local -A seen=()
  configs=()
  for dir in /etc /run /usr/local/lib /usr/lib; do
    for file in "$KW_ROOT$dir"/systemd/zram-generator.conf "$KW_ROOT$dir"/systemd/zram-generator.conf.d/*.conf; do
      [ -f "$file" ] || continue
      file=${file#"$KW_ROOT$dir"}
      [ -z "${seen[$file]-}" ] || continue # /etc comes first and hides the same name elsewhere
      seen[$file]=1
      kw_read "$KW_ROOT$dir$file"
      [[ $'\n'$KW_TEXT == *$'\n['* ]] && configs+=("/etc$file")
    done
  done
  return 0
}

swap_units() { # unit files for swap that are not masked, outside fstab's, into units
  local dir file name
  local -A seen=()
  units=()
  for dir in /etc/systemd/system /run/systemd/system /usr/local/lib/systemd/system /usr/lib/systemd/system \
    /lib/systemd/system /run/systemd/generator /run/systemd/generator.early /run/systemd/generator.late; do
    for file in "$KW_ROOT$dir"/*.swap; do
      [ -e "$file" ] || [ -L "$file" ] || continue
      name=${file##*/}
      [ -z "${seen[$name]-}" ] || continue
      seen[$name]=1
      [ "$KW_ROOT/etc/systemd/system/$name" -ef /dev/null ] && continue
      if [ "$dir" = /run/systemd/generator ] && [ -f "$file" ]; then
        kw_read "$file"
        [[ $KW_TEXT == *SourcePath=/etc/fstab* ]] && continue
      fi
      units+=("$name")
    done
  done
}

swap_services() { # services that make swap and are enabled or running, into makers
  local line unit='' load='' active='' enabled=''
  makers=()
  [ -z "$KW_ROOT" ] || return 0
  while IFS= read -r line; do
    case $line in
      Id=*) unit=${line#*=} ;;
      LoadState=*) load=${line#*=} ;;
      ActiveState=*) active=${line#*=} ;;
      UnitFileState=*) enabled=${line#*=} ;;
      '')
        case $load:$enabled:$active in loaded:enabled*:* | loaded:*:active) makers+=("$unit") ;; esac
        unit='' load='' active='' enabled=''
        ;;
    esac
  done < <(systemctl show -p Id,LoadState,ActiveState,UnitFileState -- "${services[@]}" && echo)
}

active_swaps() { # lines of /proc/swaps into swaps
  local lines
  mapfile -t lines < "$KW_ROOT/proc/swaps"
  swaps=("${lines[@]:1}")
}

look() {
  if fstab_without; then fstab=1; else fstab=0; fi
  zram_configs
  swap_units
  swap_services
  active_swaps
}

record() {
  local line device type size used priority unit
  for line in "${swaps[@]}"; do
    read -r device type size used priority <<< "$line"
    kw_ledger_add swap "device=$device" "type=$type" "kilobytes=$size" "priority=$priority"
  done
  kw_ledger_sync
  for unit in "${makers[@]}" "${units[@]}"; do kw_before_service "$unit"; done
}

off() { # DEVICE as in /proc/swaps, with \040 for a space
  local device
  printf -v device '%b' "${1//\\/\\0}"
  device=${device%' (deleted)'}
  kw_run swapoff -- "$device"
  ((KW_RC == 0)) && return 0
  case $KW_OUT in
    *'annot allocate memory'*) kw_fail host.swapInUse "$device" "$used" ;;
    *) kw_fail host.swapStays "$device" "$KW_OUT" ;;
  esac
}

look
if ((!fstab)) && [ $((${#configs[@]} + ${#units[@]} + ${#makers[@]} + ${#swaps[@]})) = 0 ]; then kw_unchanged; fi
kw_begin_change
record
((!fstab)) || kw_write_file /etc/fstab "0$(stat -c %a "$KW_ROOT/etc/fstab")" "$text"
for file in "${configs[@]}"; do
  kw_write_file "$file" 0644 "${mark% } no compressed swap"$'\n' || [ $? = 10 ]
done
[ -z "$KW_ROOT" ] || kw_changed
for unit in "${makers[@]}"; do kw_run systemctl disable --now -- "$unit"; done
for line in "${swaps[@]}"; do
  read -r device _ _ used _ <<< "$line"
  off "$device"
done
systemctl daemon-reload
for unit in "${units[@]}"; do
  if [ -f "/etc/systemd/system/$unit" ]; then # a unit of the administrator's: not hidden, only not started
    kw_run systemctl disable -- "$unit"
  else
    kw_run systemctl mask -- "$unit"
  fi
  ((KW_RC == 0)) || kw_fail host.swapUnitStays "$unit" "$KW_OUT"
done
for device in /sys/block/zram*; do
  [ -e "$device" ] || continue
  kw_run systemctl stop -- "systemd-zram-setup@${device##*/}.service"
done
active_swaps
[ ${#swaps[@]} = 0 ] || kw_fail host.swapStays "${swaps[0]%%[[:space:]]*}" "${swaps[*]}"
kw_changed
