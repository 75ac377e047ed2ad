# shellcheck shell=bash
# Names in /etc/hosts, in a marked block of ours. ENTRIES: lines "address name name…".
# Debian's "127.0.1.1 hostname" stays: the kubelet passes over loopback addresses and takes the next one, which the
# block gives; the name keeps resolving when the block is taken away. Our block stands before a line that gives one
# of its names another address, as the first answer wins.
begin='# BEGIN kubeadm-wizard' end='# END kubeadm-wizard'
block=$begin$'\n'${ENTRIES%$'\n'}$'\n'$end$'\n'

declare -A addresses_of=() # a name may have one of each family
while read -r address names; do
  for name in $names; do addresses_of[$name]+=" $address "; done
done <<< "$ENTRIES"

disagrees() { # LINE: gives one of our names another address that is not loopback
  local line=${1%%#*} address names name
  read -r address names <<< "$line"
  case $address in '' | 127.* | ::1) return 1 ;; esac
  for name in $names; do
    [ -z "${addresses_of[$name]-}" ] || [[ ${addresses_of[$name]} == *" $address "* ]] || return 0
  done
  return 1
}

# The new text into text: the block where it is, unless it changed or a line before it disagrees.
renew() { # FILE
  local line rest='' inside='' has='' before='' conflict=''
  kw_read "$KW_ROOT$1"
  text=$KW_TEXT
  [ -z "$KW_TEXT" ] || [ "${KW_TEXT%$'\n'}" != "$KW_TEXT" ] || KW_TEXT+=$'\n'
  while IFS= read -r line; do
    if [ "$line" = "$begin" ]; then inside=1; fi
    if [ -n "$inside" ]; then
      has+=$line$'\n'
      [ "$line" != "$end" ] || inside=
      continue
    fi
    if [ -z "$conflict" ] && disagrees "$line"; then
      conflict=1 before=$rest
      if [ "$has" = "$block" ]; then conflict=later; fi
      echo "$1 also has: $line"
    fi
    rest+=$line$'\n'
  done < <(printf '%s' "$KW_TEXT")
  if [ "$has" = "$block" ] && [ "$conflict" != 1 ]; then return 0; fi
  [ -z "$inside" ] || kw_fail host.hostsBlockBroken "$1" "$end"
  if [ -n "$conflict" ]; then text=$before$block${rest#"$before"}; else text=$rest$block; fi
}

# cloud-init may write the file anew at every boot, from a template that the file names.
files=(/etc/hosts)
kw_read "$KW_ROOT/etc/hosts"
if [[ $KW_TEXT == *manage_etc_hosts* && $KW_TEXT =~ /etc/cloud/templates/hosts\.[a-z]+\.tmpl ]]; then
  [ ! -f "$KW_ROOT${BASH_REMATCH[0]}" ] || files+=("${BASH_REMATCH[0]}")
fi
for file in "${files[@]}"; do
  renew "$file"
  kw_write_file "$file" 0644 "$text" || [ $? = 10 ]
done
kw_done
