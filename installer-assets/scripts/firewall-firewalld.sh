# shellcheck shell=bash
# Opens what this host needs in firewalld, at run time and for good, without a reload: that would drop what kube-proxy
# and the CNI plugin have set. RULES: lines from|protocol|ports|why; TRUSTED: lines of ranges (pods), which join the
# zone "trusted". firewall-cmd starts slowly, so rules go in one call a zone.
kw_has firewall-cmd && systemctl is-active --quiet firewalld || kw_fail host.firewallNotRunning firewalld

rich() { # FROM PROTOCOL PORTS: the rule as firewalld itself writes it, into rule
  rule=rule
  case $1 in *:*) rule+=' family="ipv6"' ;; ?*) rule+=' family="ipv4"' ;; esac
  [ -z "$1" ] || rule+=" source address=\"$1\""
  case $2 in
    ipip) rule+=' protocol value="4"' ;; # by number: "ipip" is another protocol's name in /etc/protocols
    tcp | udp | sctp) rule+=" port port=\"$3\" protocol=\"$2\"" ;;
    *) rule+=" protocol value=\"$2\"" ;;
  esac
  rule+=' accept'
}

# The zone of the card that leads to an address (without one: of the default route), into zone.
zone_to() { # FROM
  local route card=
  route=$(ip route get "${1:-192.0.2.1}" 2>/dev/null) || route=$(ip -o route show default) || true
  [[ " $route " =~ \ dev\ ([^ ]+)\  ]] && card=${BASH_REMATCH[1]}
  case $card in
    '' | lo) zone=$default ;;
    *)
      if [ -z "${zone_of[$card]-}" ]; then
        zone_of[$card]=$(firewall-cmd --get-zone-of-interface="$card" 2>/dev/null) || zone_of[$card]=$default
      fi
      zone=${zone_of[$card]}
      ;;
  esac
}

# What a zone lacks of what is wanted, into lacking; WHERE is empty for run time or --permanent.
lack() { # WHERE ZONE ADD-OPTION LIST-OPTION
  local has item
  local -A there=()
  lacking=()
  mapfile -t has < <(firewall-cmd ${1:+"$1"} --zone="$2" "$4" | if [ "$4" = --list-sources ]; then tr ' ' '\n'; else cat; fi)
  for item in "${has[@]}"; do [ -z "$item" ] || there[$item]=1; done
  while IFS= read -r item; do
    [ -z "$item" ] || [ -n "${there[$item]-}" ] || lacking+=("$3=$item")
  done <<< "${wanted[$2]}"
}

ensure() { # ZONE ADD-OPTION LIST-OPTION
  local where item
  for where in '' --permanent; do
    lack "$where" "$1" "$2" "$3"
    [ ${#lacking[@]} -gt 0 ] || continue
    kw_begin_change
    for item in "${lacking[@]}"; do
      kw_ledger_add firewall tool=firewalld "zone=$1" "where=${where:-runtime}" "rule=${item#--add-}" existed=false
    done
    kw_ledger_sync
    kw_run firewall-cmd ${where:+"$where"} --zone="$1" "${lacking[@]}"
    ((KW_RC == 0)) || kw_fail host.firewallRefused firewalld "${lacking[*]#--add-}" "$KW_OUT"
    lack "$where" "$1" "$2" "$3"
    [ ${#lacking[@]} = 0 ] || kw_fail host.firewallRefused firewalld "${lacking[*]#--add-}" "$KW_OUT"
  done
}

default=$(firewall-cmd --get-default-zone)
declare -A wanted=() zone_of=()
while IFS='|' read -r from protocol ports _; do
  [ -n "$protocol" ] || continue
  rich "$from" "$protocol" "$ports"
  zone_to "$from"
  [ "$zone" = trusted ] || wanted[$zone]+=$rule$'\n'
done <<< "$RULES"
for zone in "${!wanted[@]}"; do ensure "$zone" --add-rich-rule --list-rich-rules; done
wanted=([trusted]=$TRUSTED)
[ -z "$TRUSTED" ] || ensure trusted --add-source --list-sources
kw_done
