# shellcheck shell=bash
# Gives a cloned machine an identity of its own. It is made new only once in a run: the ledger knows.

if [ -f "$KW_LEDGER/entries.jsonl" ]; then
  kw_read "$KW_LEDGER/entries.jsonl"
  [[ $KW_TEXT != *'"path":"/etc/machine-id"'* ]] || kw_unchanged
fi
kw_begin_change
read -r -d '' id < "$KW_ROOT/proc/sys/kernel/random/uuid" || true
id=${id//[-[:space:]]/}
kw_write_file /etc/machine-id 0444 "$id"$'\n' || [ $? = 10 ]
# D-Bus keeps a copy where it is no link
if [ -f "$KW_ROOT/var/lib/dbus/machine-id" ] && [ ! -L "$KW_ROOT/var/lib/dbus/machine-id" ]; then
  kw_write_file /var/lib/dbus/machine-id 0444 "$id"$'\n' || [ $? = 10 ]
fi
kw_changed
