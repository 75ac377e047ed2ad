# shellcheck shell=bash
# Opens what this host needs in ufw. RULES: lines from|protocol|ports|why; TRUSTED: lines of ranges (pods), let in and
# through. The default policies stay. ufw starts slowly, so the ports of one sender and protocol become one rule. IP-in-IP
# and ICMP, which its command does not know, go as a block of ours into the rules that it reads before the user's.
kw_has ufw || kw_fail host.firewallNotRunning ufw
comment=kubeadm-wizard

add_ports() { # FROM PROTOCOL PORTS: collects; ufw takes at most fifteen ports a rule, a range counts twice
  local key="$1|$2" ports=${3//-/:} weight=1
  case $ports in *:*) weight=2 ;; esac
  if [ -n "${ports_of[$key]-}" ] && ((weight_of[$key] + weight > 15)); then flush "$key"; fi
  [ -n "${ports_of[$key]-}" ] || keys+=("$key")
  ports_of[$key]+=${ports_of[$key]:+,}$ports
  weight_of[$key]=$((${weight_of[$key]:-0} + weight))
}

flush() { # KEY: its rule as "ufw show added" writes it, without the comment
  local from=${1%|*} protocol=${1#*|} sorted ports
  mapfile -t sorted < <(sort -un <<< "${ports_of[$1]//,/$'\n'}") # ufw sorts them too
  ports=$(IFS=, && echo "${sorted[*]}")
  wanted+=("allow from ${from:-any} to any port $ports proto $protocol")
  ports_of[$1]='' weight_of[$1]=0
}

# Lines for the files of /etc/ufw, into block4 and block6.
before() { # FROM PROTOCOL
  local protocol=$2
  [ "$2" != ipip ] || protocol=4 # by number: "ipip" is another protocol's name in /etc/protocols
  case $1 in
    *:*) block6+="-A ufw6-before-input -s $1 -p ${protocol/#icmp/ipv6-icmp} -j ACCEPT"$'\n' ;;
    *) block4+="-A ufw-before-input ${1:+-s $1 }-p $protocol -j ACCEPT"$'\n' ;;
  esac
}

# Puts our block at the end of the table "filter" of such a file, in place of an earlier one.
write_block() { # FILE LINES
  local text rest head begin='# BEGIN kubeadm-wizard' end='# END kubeadm-wizard' block=
  kw_read "$1"
  text=$KW_TEXT
  if [[ $text == *"$begin"$'\n'*"$end"$'\n'* ]]; then text=${text%%"$begin"*}${text#*"$end"$'\n'}; fi
  [ -z "$2" ] || block=$begin$'\n'$2$end$'\n'
  [ -n "$block" ] || [ "$text" != "$KW_TEXT" ] || return 0
  [[ $text == *'*filter'$'\n'*$'\n'COMMIT* ]] || kw_fail host.firewallProtocol ufw "$1"
  rest=${text#*'*filter'$'\n'}
  head=${rest%%$'\n'COMMIT*}
  text=${text%"$rest"}$head$'\n'$block${rest:$((${#head} + 1))}
  if kw_write_file "$1" "0$(stat -c %a "$1")" "$text"; then reload=1; else [ $? = 10 ]; fi
}

# The rules that ufw has, each as we would write it, into there.
look() {
  local line
  there=$'\n'
  while IFS= read -r line; do
    line=${line#ufw } line=${line%% comment *}
    if [[ $line =~ ^allow\ ([0-9:,]+)/(tcp|udp)$ ]]; then # its short form of a rule for everybody
      line="allow from any to any port ${BASH_REMATCH[1]} proto ${BASH_REMATCH[2]}"
    fi
    there+=$line$'\n'
  done < <(ufw show added)
}

declare -A ports_of=() weight_of=()
keys=() wanted=() block4='' block6='' reload=0
while IFS='|' read -r from protocol ports _; do
  case $protocol in
    '') ;;
    tcp | udp) add_ports "$from" "$protocol" "$ports" ;;
    ah | esp | gre | ipv6 | igmp) wanted+=("allow from ${from:-any} proto $protocol") ;;
    ipip | icmp) before "$from" "$protocol" ;;
    *) kw_fail host.firewallProtocol ufw "$protocol" ;;
  esac
done <<< "$RULES"
for key in "${keys[@]}"; do [ -z "${ports_of[$key]}" ] || flush "$key"; done
while IFS= read -r range; do
  [ -z "$range" ] || wanted+=("allow from $range" "route allow from $range" "route allow to $range")
done <<< "$TRUSTED"

kw_read /etc/ufw/ufw.conf
[[ $'\n'$KW_TEXT == *$'\n'ENABLED=yes* ]] || kw_fail host.firewallNotRunning ufw
write_block /etc/ufw/before.rules "$block4"
write_block /etc/ufw/before6.rules "$block6"
if ((reload)); then
  kw_run ufw reload
  ((KW_RC == 0)) || kw_fail host.firewallRefused ufw "$block4$block6" "$KW_OUT"
fi
look
missing=()
for rule in "${wanted[@]}"; do
  [[ $there == *$'\n'"$rule"$'\n'* ]] || missing+=("$rule")
done
[ ${#missing[@]} -gt 0 ] || kw_done
kw_begin_change
kw_before_file /etc/ufw/user.rules
kw_before_file /etc/ufw/user6.rules
for rule in "${missing[@]}"; do kw_ledger_add firewall tool=ufw "rule=$rule" existed=false; done
kw_ledger_sync
done=0
for rule in "${missing[@]}"; do
  read -r -a words <<< "$rule"
  kw_run ufw "${words[@]}" comment "$comment"
  ((KW_RC == 0)) || kw_fail host.firewallRefused ufw "$rule" "$KW_OUT"
  done=$((done + 1))
  kw_progress "$done" "${#missing[@]}" "$rule"
done
kw_wrote_file /etc/ufw/user.rules
kw_wrote_file /etc/ufw/user6.rules
look
for rule in "${missing[@]}"; do
  [[ $there == *$'\n'"$rule"$'\n'* ]] || kw_fail host.firewallRefused ufw "$rule" "$there"
done
kw_changed
