# shellcheck shell=bash
# SELinux permissive, now and after every start. Only on the user's wish.
enforce=/sys/fs/selinux/enforce
config=/etc/selinux/config
[ -e "$KW_ROOT$enforce" ] || [ -f "$KW_ROOT$config" ] || kw_skip host.noSelinux

kw_read "$KW_ROOT$config"
text=
while IFS= read -r line; do
  [[ $line =~ ^[[:space:]]*SELINUX[[:space:]]*=[[:space:]]*enforcing ]] && line=SELINUX=permissive
  text+=$line$'\n'
done <<< "${KW_TEXT%$'\n'}"
[ ! -f "$KW_ROOT$config" ] || kw_write_file "$config" 0644 "$text" || [ $? = 10 ]

enforcing=0
[ ! -e "$KW_ROOT$enforce" ] || read -r enforcing < "$KW_ROOT$enforce" || true # the kernel writes no line end
if [ "$enforcing" = 1 ]; then
  kw_begin_change
  kw_before selinux live=enforcing
  printf 0 > "$KW_ROOT$enforce" || kw_fail host.selinuxStays
  read -r enforcing < "$KW_ROOT$enforce" || true
  [ "$enforcing" = 0 ] || kw_fail host.selinuxStays
fi
kw_done
