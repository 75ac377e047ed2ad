# shellcheck shell=bash
# Takes away what was brought to this host for the run alone. FOLDER: below /var/cache/kubeadm-wizard
[ -e "$KW_ROOT$FOLDER" ] || kw_unchanged
kw_begin_change
rm -rf -- "$KW_ROOT$FOLDER" || kw_write_failed "$KW_ROOT$FOLDER" ''
dir=${FOLDER%/*}
while [[ $dir == /var/cache/kubeadm-wizard* ]]; do # others may still be there
  rmdir -- "$KW_ROOT$dir" 2> /dev/null || break
  dir=${dir%/*}
done
kw_changed
