# shellcheck shell=bash
# Docker's configuration, merged beforehand from what was read of it. BEFORE: that text; CONTENT: the merged one, empty
# where the text could not be understood. A file that is another one by now, or holds passwords, which are not read, is
# left as it is.
path=/etc/docker/daemon.json
mode=0644
kw_read "$KW_ROOT$path"
now=${KW_TEXT%$'\n'}
[ -n "$CONTENT" ] || kw_fail install.daemonJsonBroken "$path"
if [ -f "$KW_ROOT$path" ]; then
  [ "$now" != "${CONTENT%$'\n'}" ] || kw_unchanged
  mode=0$(stat -c %a -- "$KW_ROOT$path")
fi
[ "$now" = "${BEFORE%$'\n'}" ] || kw_fail install.daemonJsonOther "$path" "$CONTENT"
kw_begin_change

# Proof by dockerd itself, where it can (since 23.0).
kw_temp
printf '%s' "$CONTENT" > "$KW_TEMP/daemon.json"
said=$(dockerd --validate --config-file="$KW_TEMP/daemon.json" 2>&1) || case $said in
  *'unknown flag'* | *'command not found'*) ;;
  *) kw_fail install.daemonJsonRefused "$path" "${said##*$'\n'}" ;;
esac
kw_write_file "$path" "$mode" "$CONTENT" || [ $? = 10 ]
kw_done
