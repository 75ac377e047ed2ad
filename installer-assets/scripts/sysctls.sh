# shellcheck shell=bash
# Kernel parameters, now and at every start. SYSCTLS: lines name=value; FILE under /etc/sysctl.d.

live() { # NAME: its value with single spaces into value
  local words
  kw_sysctl_file "$1"
  [ -e "$KW_SYSCTL" ] || kw_fail host.sysctlMissing "$1"
  read -r -d '' -a words < "$KW_SYSCTL" || true
  value="${words[*]}"
}

# The files that systemd reads after ours at boot, in its order: by name, /etc before /run before /usr.
later_files() {
  local dir file name ours=${FILE##*/}
  local -A seen=()
  later=()
  for dir in /etc /run /usr/local/lib /usr/lib /lib; do
    for file in "$KW_ROOT$dir"/sysctl.d/*.conf; do
      name=${file##*/}
      [ -e "$file" ] && [ -z "${seen[$name]-}" ] || continue
      seen[$name]=1
      [[ $name > $ours ]] && later+=("$file")
    done
  done
  # ufw sets its own when it starts, which is later still
  if [ -f "$KW_ROOT/etc/ufw/ufw.conf" ]; then
    kw_read "$KW_ROOT/etc/ufw/ufw.conf"
    [[ $KW_TEXT != *$'\n'ENABLED=yes* ]] || later+=("$KW_ROOT/etc/ufw/sysctl.conf")
  fi
}

overridden() { # FILE: fails if it sets one of ours to another value
  local line name
  [ -f "$1" ] || return 0
  while IFS= read -r line || [ -n "$line" ]; do
    [[ $line =~ ^[[:space:]]*-?([A-Za-z0-9_./-]+)[[:space:]]*=[[:space:]]*(.*[^[:space:]])[[:space:]]*$ ]] || continue
    name=${BASH_REMATCH[1]}
    case $name in */*) [[ ${name%%/*} == *.* ]] || name=${name//\//.} ;; esac
    [ -n "${wanted[$name]-}" ] && [ "${wanted[$name]}" != "${BASH_REMATCH[2]}" ] || continue
    kw_fail host.sysctlOverridden "$name" "${wanted[$name]}" "${1#"$KW_ROOT"}" "${BASH_REMATCH[2]}"
  done < "$1"
}

declare -A wanted=()
names=() wrong=()
while IFS='=' read -r name value; do
  names+=("$name") wanted[$name]=$value
done <<< "$SYSCTLS"
later_files
for file in "${later[@]}"; do overridden "$file"; done
for name in "${names[@]}"; do
  live "$name"
  [ "$value" = "${wanted[$name]}" ] || wrong+=("$name=$value")
done

if [ ${#wrong[@]} -gt 0 ]; then
  kw_begin_change
  for pair in "${wrong[@]}"; do kw_ledger_add sysctl "name=${pair%%=*}" existed=true "value=${pair#*=}"; done
  kw_ledger_sync
  for pair in "${wrong[@]}"; do
    name=${pair%%=*}
    kw_sysctl_file "$name"
    printf '%s\n' "${wanted[$name]}" > "$KW_SYSCTL" || kw_fail host.sysctlRefused "$name" "${wanted[$name]}"
    live "$name"
    [ "$value" = "${wanted[$name]}" ] || kw_fail host.sysctlRefused "$name" "${wanted[$name]}"
  done
fi
kw_write_file "$FILE" 0644 "# Written by Kubeadm Wizard"$'\n'"$SYSCTLS"$'\n' || [ $? = 10 ]
kw_done
