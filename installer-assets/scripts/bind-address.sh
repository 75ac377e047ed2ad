# shellcheck shell=bash
# An address on a network card, now and after every start, through the network tool in use.
# INTERFACE; ADDRESS with its prefix length, such as 203.0.113.7/32. The card is never taken down for it.
family=ipv4 inet=inet
case $ADDRESS in *:*) family=ipv6 inet=inet6 ;; esac
[ -e "/sys/class/net/$INTERFACE" ] || kw_fail host.noSuchCard "$INTERFACE"

is_active() { systemctl is-active --quiet "$1" 2>/dev/null; }

by_network_manager() {
  local connection addresses
  kw_has nmcli && is_active NetworkManager || return 1
  connection=$(nmcli -g GENERAL.CONNECTION device show "$INTERFACE" 2>/dev/null) || return 1
  [ -n "$connection" ] || return 1 # not managed by it
  addresses=$(nmcli -g "$family.addresses" connection show "$connection")
  [[ ",${addresses//[ |\\]/,}," != *",$ADDRESS,"* ]] || return 0
  kw_begin_change
  kw_before address "tool=NetworkManager" "connection=$connection" "field=$family.addresses" "value=$addresses"
  kw_run nmcli connection modify "$connection" "+$family.addresses" "$ADDRESS"
  ((KW_RC == 0)) || kw_fail host.addressRefused "$ADDRESS" "$INTERFACE" "$KW_OUT"
}

# netplan with networkd too: its files have stable names, and drop-ins for them are read.
by_networkd() {
  local line file=
  is_active systemd-networkd || return 1
  while IFS= read -r line; do
    case $line in *'Network File: '*) file=${line#*Network File: } ;; esac
  done < <(networkctl status --no-pager -- "$INTERFACE" 2>/dev/null)
  case $file in /*) ;; *) return 1 ;; esac
  kw_write_file "/etc/systemd/network/${file##*/}.d/50-kubeadm-wizard.conf" 0644 "# Written by Kubeadm Wizard
[Address]
Address=$ADDRESS
" || [ $? = 10 ]
  ((!KW_CHANGED)) || kw_run networkctl reload
}

by_ifupdown() {
  local main=/etc/network/interfaces
  [ -f "$main" ] && kw_has ifup || return 1
  kw_read "$main"
  [[ $'\n'$KW_TEXT =~ $'\n'[[:space:]]*source(-directory)?[[:space:]]+(/etc/network/)?interfaces\.d ]] || return 1
  kw_write_file "/etc/network/interfaces.d/kubeadm-wizard-${INTERFACE//./_}" 0644 "# Written by Kubeadm Wizard
iface $INTERFACE $inet static
    address $ADDRESS
" || [ $? = 10 ]
}

by_network_manager || by_networkd || by_ifupdown || kw_fail host.noNetworkTool "$INTERFACE" "$ADDRESS"

there() { [[ $(ip -o addr show dev "$INTERFACE") == *" $inet ${ADDRESS%/32}"[/\ ]* ]]; }
if ! there; then
  kw_begin_change
  kw_before address tool=ip "interface=$INTERFACE" "address=$ADDRESS" existed=false
  kw_run ip addr add "$ADDRESS" dev "$INTERFACE"
  there || kw_fail host.addressRefused "$ADDRESS" "$INTERFACE" "$KW_OUT"
fi
kw_done
