# shellcheck shell=bash
# Opens what this host needs in the user's own nftables rules. RULES: lines from|protocol|ports|why; TRUSTED: lines of
# ranges (pods), let in and through. An accept in a table of ours would not help: a packet passes only if every base
# chain lets it. So our rules, each with our comment, go first into the user's input and forward chains, now and by a
# file that the user's configuration includes.
include=/etc/nftables.d/kubeadm-wizard.nft
mark=kubeadm-wizard
kw_has nft || kw_fail host.firewallNotRunning nftables

# The user's filter chains for input and forward, "family table chain hook", into chains; those of iptables,
# firewalld, kube-proxy and CNI plugins are theirs alone.
find_chains() {
  local line family='' table='' chain='' word
  chains=() ours=0
  while IFS= read -r line; do
    case $line in
      'table '*) read -r _ family table _ <<< "$line" ;;
      *$'\t''chain '*) read -r _ chain _ <<< "$line" ;;
      *'type filter hook input '* | *'type filter hook forward '*)
        case $family:$table in
          *:firewalld | *:kube-proxy | *:cilium | *:calico | *:flannel* | bridge:* | netdev:*) continue ;;
          ip:filter | ip6:filter) case $chain in INPUT | FORWARD) [[ $listing != *'managed by iptables-nft'* ]] || continue ;; esac ;;
        esac
        word=${line#*hook } word=${word%% *}
        chains+=("$family $table $chain $word")
        ;;
      *"comment \"$mark"*) ours=$((ours + 1)) ;;
    esac
  done <<< "$listing"
}

match() { # FROM PROTOCOL PORTS FAMILY: the condition into condition; returns 1 if it is not of this family
  condition=
  case $1 in
    '') ;;
    *:*) [ "$4" != ip ] || return 1 && condition="ip6 saddr $1 " ;;
    *) [ "$4" != ip6 ] || return 1 && condition="ip saddr $1 " ;;
  esac
  case $2 in
    tcp | udp | sctp) condition+="$2 dport $3 " ;;
    ipip) condition+='meta l4proto 4 ' ;; # by number: "ipip" is another protocol's name in /etc/protocols
    icmp) case $1 in *:*) condition+='meta l4proto ipv6-icmp ' ;; *) condition+='meta l4proto icmp ' ;; esac ;;
    *) condition+="meta l4proto $2 " ;;
  esac
}

range_of() { case $1 in *:*) [ "$2" != ip ] && ip=ip6 ;; *) [ "$2" != ip6 ] && ip=ip ;; esac; } # RANGE FAMILY

add() { # CHAIN CONDITION WHY
  text+="insert rule $1 ${2}accept comment \"$mark: ${3//\"/}\""$'\n'
  count=$((count + 1))
}

rules_for() { # FAMILY TABLE CHAIN HOOK
  local from protocol ports why range chain="$1 $2 $3"
  while IFS='|' read -r from protocol ports why; do
    [ -n "$protocol" ] && [ "$4" = input ] && match "$from" "$protocol" "$ports" "$1" || continue
    add "$chain" "$condition" "$why"
  done <<< "$RULES"
  while IFS= read -r range; do
    [ -n "$range" ] && range_of "$range" "$1" || continue
    add "$chain" "$ip saddr $range " pods
    [ "$4" = input ] || add "$chain" "$ip daddr $range " pods
  done <<< "$TRUSTED"
}

configuration() { # the file that nftables.service loads, into config
  systemctl is-enabled --quiet nftables.service || kw_fail host.nftablesNotLoaded "$include"
  config=/etc/nftables.conf
  [ ! -f /etc/sysconfig/nftables.conf ] || config=/etc/sysconfig/nftables.conf
}

remove_ours() {
  local family table chain hook line
  for line in "${chains[@]}"; do
    read -r family table chain hook <<< "$line"
    while IFS= read -r line; do
      [[ $line == *"comment \"$mark"*"# handle "* ]] || continue
      nft delete rule "$family" "$table" "$chain" handle "${line##*# handle }"
    done < <(nft -a list chain "$family" "$table" "$chain")
  done
}

listing=$(nft list ruleset 2>&1) || kw_fail host.firewallRefused nftables 'list ruleset' "$listing"
find_chains
[ ${#chains[@]} -gt 0 ] || kw_unchanged # nothing of the user's filters
text='# Written by Kubeadm Wizard'$'\n' count=0
for line in "${chains[@]}"; do
  read -r family table chain hook <<< "$line"
  rules_for "$family" "$table" "$chain" "$hook"
done
configuration
said=$(nft -c -f - <<< "$text" 2>&1) || kw_fail host.firewallRefused nftables "$text" "$said"
kw_read "$include"
before=$KW_TEXT
kw_write_file "$include" 0644 "$text" || [ $? = 10 ]
kw_read "$config"
if [[ $'\n'$KW_TEXT != *$'\n'"include \"$include\""* ]]; then
  kw_write_file "$config" "0$(stat -c %a "$config")" "${KW_TEXT%$'\n'}"$'\n'"include \"$include\""$'\n' || [ $? = 10 ]
fi
if [ "$before" != "$text" ] || [ "$ours" != "$count" ]; then
  kw_begin_change
  while IFS= read -r line; do
    [[ $line != insert* ]] || kw_ledger_add firewall tool=nftables "rule=$line" existed=false
  done <<< "$text"
  kw_ledger_sync
  ((ours == 0)) || remove_ours
  kw_run nft -f "$include"
  ((KW_RC == 0)) || kw_fail host.firewallRefused nftables "$text" "$KW_OUT"
fi
kw_done
