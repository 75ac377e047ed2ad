# shellcheck shell=bash
# Has this node's kubelet ask the cluster's authority for its serving certificate, in place of signing one itself.
# The kubelet is restarted by the action after this one. No variables.
file=/var/lib/kubelet/config.yaml
kw_read "$KW_ROOT$file"
[ -n "$KW_TEXT" ] || kw_fail install.noKubeletConfig "$file"
key=serverTLSBootstrap
now=
while IFS= read -r line; do
  case $line in "$key:"*) now=$line ;; esac
done <<< "$KW_TEXT"
case $now in
  "$key: true") kw_unchanged ;;
  '') text=${KW_TEXT%$'\n'}$'\n'"$key: true"$'\n' ;;
  *) text=${KW_TEXT/"$now"/"$key: true"} ;;
esac
mode=$(stat -c '%a' -- "$KW_ROOT$file")
kw_write_file "$file" "0$mode" "$text" || true
kw_done
