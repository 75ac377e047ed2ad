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
    icmp) case $1 in *:*) rule+=' protocol value="ipv6-icmp"' ;; *) rule+=' protocol value="icmp"' ;; esac ;;
    tcp | udp | sctp) rule+=" port port=\"$3\" protocol=\"$2\"" ;;
    *) rule+=" protocol value=\"$2\"" ;;
  esac
  rule+=' accept'
}

# All zones by one call: their rich rules and sources as items "zone|option=value" of has, the zone of each card.
read_zones() { # WHERE: empty for run time, or --permanent
  local line zone='' part='' word
  has=()
  while IFS= read -r line; do
    case $line in
      '') continue ;;
      [^[:space:]]*) zone=${line%% *} ;;
      '  interfaces: '*) for word in ${line#*: }; do zone_of[$word]=$zone; done ;;
      '  sources: '*) for word in ${line#*: }; do has["$zone|source=$word"]=1; done ;;
      *) line=${line#"${line%%[![:space:]]*}"} && [[ $line != rule\ * ]] || has["$zone|rich-rule=$line"]=1 ;;
    esac
  done < <(firewall-cmd ${1:+"$1"} --list-all-zones)
}

# The zone of the card that leads to an address (without one: of the default route), into zone.
zone_to() { # FROM
  local route card=
  route=$(ip route get "${1%/*}" 2> /dev/null) || route=$(ip -o route show default) || true
  if [[ " $route " =~ \ dev\ ([^ ]+)\  ]]; then card=${BASH_REMATCH[1]}; fi
  zone=${zone_of[${card:-none}]-$default}
}

ensure() { # WHERE: what of wanted is not in has
  local item zone
  local -A lacking=()
  for item in "${wanted[@]}"; do
    [ -n "${has[$item]-}" ] || lacking[${item%%|*}]+="--add-${item#*|}"$'\n'
  done
  [ ${#lacking[@]} -gt 0 ] || return 0
  kw_begin_change
  for zone in "${!lacking[@]}"; do
    mapfile -t options <<< "${lacking[$zone]%$'\n'}"
    for item in "${options[@]}"; do
      kw_ledger_add firewall tool=firewalld "zone=$zone" "where=${1:-runtime}" "rule=${item#--add-}" existed=false
    done
    kw_ledger_sync
    kw_run firewall-cmd ${1:+"$1"} --zone="$zone" "${options[@]}"
    ((KW_RC == 0)) || kw_fail host.firewallRefused firewalld "${options[*]#--add-}" "$KW_OUT"
  done
  read_zones "$1"
  for item in "${wanted[@]}"; do
    [ -n "${has[$item]-}" ] || kw_fail host.firewallRefused firewalld "${item#*|}" "$KW_OUT"
  done
}

default=public
kw_read /etc/firewalld/firewalld.conf
if [[ $KW_TEXT =~ (^|$'\n')DefaultZone=([^$'\n']+) ]]; then default=${BASH_REMATCH[2]}; fi
declare -A has=() zone_of=()
wanted=()
read_zones ''
while IFS='|' read -r from protocol ports _; do
  [ -n "$protocol" ] || continue
  rich "$from" "$protocol" "$ports"
  zone_to "$from"
  [ "$zone" = trusted ] || wanted+=("$zone|rich-rule=$rule")
done <<< "$RULES"
while IFS= read -r range; do
  [ -z "$range" ] || wanted+=("trusted|source=$range")
done <<< "$TRUSTED"
ensure ''
read_zones --permanent
ensure --permanent
kw_done
