# shellcheck shell=bash
# Puts other pod networks away. FILES: names in /etc/cni/net.d; LINKS: names of links. The ledger
# keeps the files; a link comes back with the network that made it.

old=() gone=()
while IFS= read -r name; do
  [ -z "$name" ] || [ ! -e "$KW_ROOT/etc/cni/net.d/$name" ] || old+=("$name")
done <<< "$FILES"
while IFS= read -r name; do
  [ -z "$name" ] || [ ! -e "$KW_ROOT/sys/class/net/$name" ] || gone+=("$name")
done <<< "$LINKS"
((${#old[@]} + ${#gone[@]} > 0)) || kw_unchanged

kw_begin_change
for name in "${old[@]}"; do
  kw_before_file "/etc/cni/net.d/$name"
  rm -f -- "$KW_ROOT/etc/cni/net.d/$name" || kw_write_failed "/etc/cni/net.d/$name" ""
done
for name in "${gone[@]}"; do
  kw_before link "name=$name"
  ip link delete dev "$name"
done
kw_changed
