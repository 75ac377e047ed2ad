# shellcheck shell=bash
# shellcheck disable=SC2034 # what it finds is told by the script that includes it
# Whether a disk is proven blank, and what speaks against it; the same proof when disks are shown and when they are taken.
# It only reads. What cannot be read, a tool that is missing and tools that disagree all speak against a disk.
#
# DATA (Ceph's directory on hosts), SMALLEST (bytes), OWNER (identity of a Ceph cluster, if one is known)
export LC_ALL=C
PATH=$PATH:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
# Before bash 4.4 an empty list counts as unset.
((BASH_VERSINFO[0] * 100 + BASH_VERSINFO[1] >= 404)) || set +u
us=$'\x1f' root=${KW_ROOT-} taken=/var/lib/kubeadm-wizard/rook-disks data=${DATA:-/var/lib/rook}
smallest=${SMALLEST:-5368709120} owner=${OWNER-} digest='' notes='' mounts='' users='' left='' limit=()

has_tool() { command -v "$1" > /dev/null 2>&1; }

# The first line of a file of the kernel's, without blanks around it, into the variable.
line_of() { # VARIABLE FILE
  local text=''
  { IFS= read -r text < "$2"; } 2> /dev/null || true
  text=${text#"${text%%[![:space:]]*}"} text=${text%"${text##*[![:space:]]}"}
  printf -v "$1" '%s' "${text//$us/ }"
}

# What concerns all disks, read once: mounts in every process' view, and who holds a device open.
read_users() {
  local file kind number comm pid
  ! has_tool timeout || limit=(timeout 20)
  # A process that ends meanwhile is no error.
  mounts=$({ cat /proc/[0-9]*/mountinfo 2> /dev/null || true; } | awk '{
    for (i = 7; i < NF; i++) if ($i == "-") break
    if (!told[$3 $(i + 2) $5]++) print $3 "\t" $(i + 2) "\t" $5 }') || mounts=''
  while IFS='|' read -r file kind number; do
    case $kind in block*) ;; *) continue ;; esac
    pid=${file#/proc/} pid=${pid%%/*}
    line_of comm "/proc/$pid/comm"
    users+="$((16#${number%:*})):$((16#${number#*:})) $comm ($pid)"$'\n'
  done < <({ find /proc/[0-9]*/fd -maxdepth 1 -type l -lname '/dev/*' ! -lname /dev/null ! -lname '/dev/pts/*' -print0 \
    | xargs -0 -r stat -L -c '%n|%F|%t:%T' --; } 2> /dev/null || true)
  if [ -r "$root/etc/kubernetes/pki/ca.crt" ]; then
    digest=$(sha256sum < "$root/etc/kubernetes/pki/ca.crt") digest=${digest%% *}
  fi
  [ ! -r "$root$taken" ] || IFS= read -r -d '' notes < "$root$taken" || true
}

# Whether it was noted on an earlier run: of this cluster's authority and, where that is known, of this very Ceph.
is_noted() { # PATH
  local authority whose path
  while read -r authority whose path; do
    [ -z "$digest" ] || [ "$authority" != "$digest" ] || [ "$path" != "$1" ] || [ "$whose" != "${owner:-$whose}" ] || return 0
  done <<< "$notes"
  return 1
}

# What is in Ceph's directory and not of this cluster, into left.
find_leftover() {
  local file
  left=''
  ! is_noted "$data" || return 0
  for file in "$root$data"/* "$root$data"/.[!.]*; do [ ! -e "$file" ] || left+=" ${file##*/}"; done
  left=${left# }
}

# A name that stays when disks are added or swapped, into path; stable says whether there is one, aliases has all of them.
name_path() { # NAME
  local link best=9 rank
  path=/dev/$1 stable=0 aliases=()
  for link in /dev/disk/by-id/* /dev/disk/by-path/*; do
    case $link in
      */lvm-pv-uuid-* | */dm-* | */md-*) continue ;; # of the content, not of the disk
      */by-path/*) rank=5 ;;
      */nvme-eui.* | */nvme-nvme.* | */nvme-uuid.* | */wwn-* | */scsi-[0-9]*) rank=3 ;;
      */ata-* | */nvme-* | */scsi-* | */virtio-* | */mmc-* | */usb-*) rank=1 ;;
      *) rank=4 ;;
    esac
    [ "$link" -ef "/dev/$1" ] || continue
    aliases+=("$link")
    ((rank >= best)) || best=$rank path=$link stable=1
  done
}

against() { whys+=("$1$us${2//[$us$'\n']/ }"); } # CODE TEXT

# Whether a disk or a part of it is used by something that the kernel lists.
list_uses() { # NAME
  local place at number name swap source point said='' numbers=' ' names=' ' system=''
  for place in "/sys/class/block/$1" "/sys/class/block/$1/$1"*; do
    [ -r "$place/dev" ] || continue
    line_of number "$place/dev"
    numbers+="$number " names+="/dev/${place##*/} "
    [ ! -e "$place/partition" ] || said+=" ${place##*/}"
  done
  [ -z "$said" ] || against partitions "${said# }"
  said=''
  for at in "/sys/class/block/$1"/holders/* "/sys/class/block/$1/$1"*/holders/*; do
    [ -e "$at" ] || continue
    line_of name "$at/dm/name"
    said+=" ${name:-${at##*/}}"
  done
  # What the kernel itself reads by a name: loop devices, zram's store, and disks that are exported to other machines.
  for at in /sys/block/loop*/loop/backing_file /sys/block/zram*/backing_dev /sys/kernel/config/nvmet/subsystems/*/namespaces/*/device_path /sys/kernel/config/target/core/*/*/udev_path; do
    line_of swap "$at"
    for name in $names; do [ ! "${swap:-none}" -ef "$name" ] || said+=" $at"; done
  done
  [ -z "$said" ] || against holder "${said# }"
  said=''
  [ -n "$mounts" ] || against unread /proc/self/mountinfo
  while IFS=$'\t' read -r number source point; do
    [[ -n $number && ($numbers == *" $number "* || $names == *" $source "*) ]] || continue
    [[ "$said " == *" $point "* ]] || said+=" $point"
    case $point in / | /boot | /boot/* | /usr) system+=" $point" ;; esac
  done <<< "$mounts"
  [ -z "$system" ] || against system "${system# }"
  [ -z "$said" ] || against mounted "${said# }"
  while read -r swap _; do
    for name in $names; do [ ! "$swap" -ef "$name" ] || against swap "$swap"; done
  done < /proc/swaps
  said=''
  while read -r number name; do
    [[ -z $number || $numbers != *" $number "* || "$said, " == *", $name, "* ]] || said+=", $name"
  done <<< "$users"
  [ -z "$said" ] || against process "${said#, }"
}

# What a tool says of a device into said, and its status into code.
ask_tool() { # TOOL ARG…
  code=0
  said=$("${limit[@]}" "$@" 2>&1 < /dev/null) || code=$?
}

# wipefs finds what stands at known places, blkid what is whole, lsblk what udev knows: blank is what all call so.
read_signatures() { # NAME
  local tool said='' code=0 line key value found='' saw=' ' below='' whole=1
  for tool in wipefs blkid lsblk cmp find xargs stat awk; do
    has_tool "$tool" || { whole='' && against tool "$tool"; }
  done
  [ -n "$whole" ] || return 0

  ask_tool wipefs --no-act --parsable "/dev/$1"
  ((code == 0)) || { against unread "wipefs: ${said:-$code}" && said=''; }
  while IFS= read -r line; do
    case $line in '' | '#'*) ;; *) found+=" ${line##*,}" saw+='wipefs ' ;; esac
  done <<< "$said"

  ask_tool blkid -p -o export "/dev/$1"
  case $code in
    0)
      saw+='blkid '
      while IFS='=' read -r key value; do
        case $key in TYPE | PTTYPE) found+=" $value" ;; esac
        [ "$key" != PTTYPE ] || against table "$value"
      done <<< "$said"
      [ -n "$found" ] || found=' ?'
      ;;
    2) ;; # nothing found
    8) saw+='blkid ' found+=' ?' ;; # several that exclude each other
    *) against unread "blkid: ${said:-$code}" ;;
  esac

  ask_tool lsblk -P -p -o NAME,FSTYPE,PTTYPE "/dev/$1"
  ((code == 0)) || ask_tool lsblk -P -p -o NAME,FSTYPE "/dev/$1" # before util-linux 2.33
  ((code == 0)) || { against unread "lsblk: ${said:-$code}" && said=''; }
  while IFS= read -r line; do
    [[ $line =~ ^NAME=\"([^\"]*)\"\ FSTYPE=\"([^\"]*)\"(\ PTTYPE=\"([^\"]*)\")?$ ]] || {
      [ -z "$line" ] || against unread "lsblk: $line"
      continue
    }
    if [ "${BASH_REMATCH[1]}" = "/dev/$1" ]; then
      value="${BASH_REMATCH[2]} ${BASH_REMATCH[4]}"
      [ "$value" = ' ' ] || saw+='lsblk ' found+=" $value"
    else
      below+=" ${BASH_REMATCH[1]}"
    fi
  done <<< "$said"
  [ -z "$below" ] || against below "${below# }"
  tell_signatures
}

tell_signatures() { # with found, saw
  local word words=' ' tool who=''
  for word in $found; do [[ $words == *" $word "* ]] || words+="$word "; done
  [ "$words" = ' ' ] || words=${words# } words=${words% }
  [ "$saw" = ' ' ] || against signature "$words"
  for tool in wipefs blkid lsblk; do [[ $saw != *" $tool "* ]] || who+=" $tool"; done
  case $who in '' | ' wipefs blkid lsblk') ;; *) against disagree "${who# }" ;; esac
}

# What no tool knows, or what is encrypted, is no nothing: the first and the last MiB have to be zeros.
compare_bytes() { # NAME BYTES
  local said='' code=0 where places=(0) many=1048576
  (($2 >= many)) || many=$2
  (($2 < 2 * many)) || places+=($(($2 - many)))
  for where in "${places[@]}"; do
    ask_tool cmp -s -n "$many" -i "$where:0" "/dev/$1" /dev/zero
    case $code in
      0) ;;
      1) against data "$where" ;;
      *) against unread "cmp: ${said:-$code}" ;;
    esac
  done
}

# Whether the kernel would give it to somebody alone: not if it is used in a way that no list shows.
ask_alone() { # NAME
  local said='' code=0
  has_tool perl || return 0
  # shellcheck disable=SC2016 # perl's variables
  ask_tool perl -e 'use Fcntl; sysopen(my $f, $ARGV[0], O_RDONLY | O_EXCL) or do { print "$!"; exit 1 }' "/dev/$1"
  ((code == 0)) || against busy "$said"
}

# Everything about one disk into path, stable, size, whys, state.
prove() { # NAME
  local why code fixed
  whys=() state=blank
  line_of size "/sys/class/block/$1/size"
  size=$((${size:-0} * 512)) # the kernel counts in 512 always
  line_of fixed "/sys/class/block/$1/ro"
  name_path "$1"
  if [ -b "/dev/$1" ]; then
    list_uses "$1"
    read_signatures "$1"
    ((${#whys[@]})) || compare_bytes "$1" "$size"
    ((${#whys[@]})) || ask_alone "$1"
  else
    against unread "/dev/$1"
  fi
  ((size >= smallest)) || against small "$smallest"
  [ "$fixed" = 0 ] || against readonly ''
  ((${#whys[@]})) || return 0
  state=used
  is_noted "$path" || return 0
  for why in "${whys[@]}"; do
    code=${why%%"$us"*}
    case $code in
      data | process | busy | disagree) ;; # old tools do not know Ceph; it runs
      signature) [ "${why#*"$us"}" = ceph_bluestore ] || return 0 ;;
      *) return 0 ;;
    esac
  done
  state=ours
}
