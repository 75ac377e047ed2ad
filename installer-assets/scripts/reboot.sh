# shellcheck shell=bash
# Restarts the machine, a moment later so that this answer still gets away. Asked once more in the same run it says
# whether that has been: the boot has another id than the one that the ledger keeps for this action.
# UNTIL (parameters of the running kernel, by blanks, with which it is needless; empty: always needed)
was=
if [ -f "$KW_LEDGER/entries.jsonl" ]; then
  kw_json "$KW_ACTION"
  while IFS= read -r line; do
    case $line in
      *"\"action\":$KW_JSON,\"kind\":\"reboot\",\"boot-id\":\""*) was=${line##*'"boot-id":"'} was=${was%%'"'*} ;;
    esac
  done < "$KW_LEDGER/entries.jsonl"
fi
read -r boot < "$KW_ROOT/proc/sys/kernel/random/boot_id"
if [ -n "$was" ] && [ "$was" != "$boot" ]; then
  [ "$KW_LOOK" = 1 ] || kw_changed # in this run, before the line was lost
  kw_unchanged
fi
if [ -n "$UNTIL" ]; then
  kw_read "$KW_ROOT/proc/cmdline"
  missing=
  for parameter in $UNTIL; do
    [[ " ${KW_TEXT%$'\n'} " == *" $parameter "* ]] || missing=1
  done
  [ -n "$missing" ] || kw_unchanged
fi
kw_begin_change
kw_before reboot "boot-id=$boot"
said=$(systemd-run --quiet --collect --on-active=3 --timer-property=AccuracySec=100ms systemctl reboot 2>&1) \
  || kw_fail host.restartRefused "${said##*$'\n'}"
kw_changed
