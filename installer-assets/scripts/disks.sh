# shellcheck shell=bash
# Prints every disk and whether it is proven blank, before facts.sh and in the form of its head lines:
# "proof NAME PATH STABLE BYTES MODEL ROTATIONAL REMOVABLE STATE", for each of its other names "proof-alias NAME PATH", for each
# reason against it "proof-why NAME CODE TEXT", and at last "proof-end LEFTOVER". STATE: blank, used, or ours (Ceph of this
# cluster has it from an earlier run).
#
# DATA, SMALLEST; LOOPS 1: loop devices count as disks (for tests)
# include disk-proof.sh

# The names of what counts as a disk, into disks.
find_disks() {
  local at name value
  disks=()
  for at in /sys/class/block/*; do
    name=${at##*/}
    [ ! -e "$at/partition" ] || continue
    case $name in
      loop*) [ "${LOOPS-}" = 1 ] || continue ;;
      ram* | zram* | dm-* | md* | sr* | fd[0-9]* | nbd* | rbd* | drbd* | bcache* | mtdblock* | zd[0-9]*) continue ;;
    esac
    line_of value "$at/hidden"
    [ "$value" != 1 ] || continue # one way of several to the same disk
    line_of value "$at/size"
    [ "${value:-0}" = 0 ] || disks+=("$name") # else a reader without a medium
  done
}

list_disks() {
  local name path stable size model rotational removable state why disks=() whys=() aliases=()
  find_disks
  read_users
  find_leftover
  for name in "${disks[@]}"; do
    prove "$name"
    line_of model "/sys/class/block/$name/device/model"
    line_of rotational "/sys/class/block/$name/queue/rotational"
    line_of removable "/sys/class/block/$name/removable"
    printf "$us%s" proof "$name" "$path" "$stable" "$size" "$model" "$rotational" "$removable" "$state"
    printf '\n'
    for why in "${aliases[@]}"; do printf '%s\n' "${us}proof-alias$us$name$us$why"; done
    for why in "${whys[@]}"; do printf '%s\n' "${us}proof-why$us$name$us$why"; done
  done
  printf '%s\n' "${us}proof-end$us$left"
}

list_disks
