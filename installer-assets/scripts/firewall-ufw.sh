# shellcheck shell=bash
# Opens what this host needs in ufw. RULES: lines from|protocol|ports|why; TRUSTED: lines of ranges (pods), let in and
# through. The default policies stay. ufw starts slowly, so the ports of one sender and protocol become one rule.
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
keys=() wanted=()
while IFS='|' read -r from protocol ports _; do
  case $protocol in
    '') ;;
    tcp | udp) add_ports "$from" "$protocol" "$ports" ;;
    ah | esp | gre | ipv6 | igmp) wanted+=("allow from ${from:-any} proto $protocol") ;;
    *) kw_fail host.firewallProtocol ufw "$protocol" ;;
  esac
done <<< "$RULES"
for key in "${keys[@]}"; do [ -z "${ports_of[$key]}" ] || flush "$key"; done
while IFS= read -r range; do
  [ -z "$range" ] || wanted+=("allow from $range" "route allow from $range" "route allow to $range")
done <<< "$TRUSTED"

kw_read /etc/ufw/ufw.conf
[[ $'\n'$KW_TEXT == *$'\n'ENABLED=yes* ]] || kw_fail host.firewallNotRunning ufw
look
missing=()
for rule in "${wanted[@]}"; do
  [[ $there == *$'\n'"$rule"$'\n'* ]] || missing+=("$rule")
done
[ ${#missing[@]} -gt 0 ] || kw_unchanged
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
