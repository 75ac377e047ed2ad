# shellcheck shell=bash
# Takes away what Flannel left of the way in which it carried packets before: it does not do that itself. Routes go first, on
# every node, and links only after them, so that none sends into a link that its other end has not any more.
# BACKEND (that runs now), PART (routes, links), PODS (lines: ranges of the pods)
shopt -s extglob nullglob

links=()
vxlan=("$KW_ROOT"/sys/class/net/flannel.+([0-9]) "$KW_ROOT"/sys/class/net/flannel-v6.+([0-9]))
wireguard=("$KW_ROOT"/sys/class/net/flannel-wg?(-v6))
case $BACKEND in
  vxlan) links=("${wireguard[@]}") ;;
  wireguard) links=("${vxlan[@]}") ;;
  *) links=("${vxlan[@]}" "${wireguard[@]}") ;;
esac
links=("${links[@]##*/}")

# Lines of "FAMILY ROUTE" that lead pods' packets through a link of before, or past WireGuard.
stale_routes() {
  local range family line device link
  while IFS= read -r range; do
    [ -n "$range" ] || continue
    family=-4
    case $range in *:*) family=-6 ;; esac
    while IFS= read -r line; do
      [ -n "$line" ] || continue
      device=${line##* dev } device=${device%% *}
      if [[ "$BACKEND $line" == 'wireguard '*' via '* ]]; then
        printf '%s %s\n' "$family" "$line"
        continue
      fi
      for link in "${links[@]}"; do
        [ "$link" != "$device" ] || printf '%s %s\n' "$family" "$line"
      done
    done < <(ip -o "$family" route show root "$range")
  done <<< "$PODS"
}

if [ "$PART" = routes ]; then
  mapfile -t routes < <(stale_routes)
  ((${#routes[@]})) || kw_unchanged
  kw_begin_change
  for route in "${routes[@]}"; do kw_ledger_add route "route=${route#* }" "family=${route%% *}"; done
  kw_ledger_sync
  for route in "${routes[@]}"; do
    read -r -a words <<< "$route"
    kw_run ip "${words[0]}" route del "${words[@]:1}"
    case $KW_RC:$KW_OUT in 0:* | *'No such process'*) ;; *) kw_fail install.routeStays "${route#* }" "${KW_OUT%$'\n'}" ;; esac
  done
  kw_changed
fi

((${#links[@]})) || kw_unchanged
kw_begin_change
for link in "${links[@]}"; do kw_ledger_add link "name=$link"; done
kw_ledger_sync
for link in "${links[@]}"; do
  kw_run ip link delete dev "$link"
  [ ! -e "$KW_ROOT/sys/class/net/$link" ] || kw_fail install.linkStays "$link" "${KW_OUT%$'\n'}"
done
kw_changed
