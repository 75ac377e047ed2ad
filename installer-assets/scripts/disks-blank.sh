# shellcheck shell=bash
# Proves the disks that Ceph may take once more, at the last moment, and notes whose they become.
# WANTED (lines: their paths), OWNER (identity of the Ceph cluster), DATA (its directory on hosts), SMALLEST (bytes)
# include disk-proof.sh

take_disks() {
  local wanted name device said why path stable size state whys=() aliases=() named=' ' all='' authority whose
  read_users
  [ -n "$digest" ] || kw_fail host.scriptFailed "$KW_ACTION" 1 0 /etc/kubernetes/pki/ca.crt
  find_leftover
  [ -z "$left" ] || kw_fail install.rookLeftover "$data" "${left:0:200}"
  while read -r authority whose path; do # what this Ceph was given before stays its own
    [ "$authority $whose" != "$digest $OWNER" ] || all+="$authority $whose $path"$'\n'
  done <<< "$notes"
  is_noted "$data" || all+="$digest $OWNER $data"$'\n'
  while IFS= read -r wanted; do
    [ -n "$wanted" ] || continue
    device=$(readlink -f -- "$wanted") || device=''
    [ -b "$device" ] || kw_fail install.diskAbsent "$wanted"
    name=${device##*/}
    [ -e "/sys/class/block/$name" ] && [ ! -e "/sys/class/block/$name/partition" ] || kw_fail install.diskIsPart "$wanted" "$device"
    [[ $named != *" $name "* ]] || kw_fail install.diskTwice "$wanted" "$device"
    named+="$name "
    prove "$name"
    if [ "$state" = used ]; then
      said=''
      for why in "${whys[@]}"; do said+="; ${why/"$us"/: }"; done
      kw_fail install.diskNotBlank "$wanted" "$device" "${said#; }"
    fi
    printf '%s: %s, %s bytes, %s\n' "$wanted" "$device" "$size" "$state"
    is_noted "$path" || all+="$digest $OWNER $path"$'\n'
  done <<< "$WANTED"
  [ "$notes" != "$all" ] || kw_unchanged
  kw_begin_change
  kw_before_dir "$data"
  kw_write_file "$taken" 0600 "$all" || true
  kw_changed
}

take_disks
