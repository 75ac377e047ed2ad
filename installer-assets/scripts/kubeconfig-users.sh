# shellcheck shell=bash
# Gives root and the login user the administrator's kubeconfig on this control plane.
# USERS (lines), COMPLETION (1: bash completion of kubectl too)
kw_read /etc/kubernetes/admin.conf
admin=$KW_TEXT
while IFS= read -r user; do
  [ -n "$user" ] || continue
  entry=$(getent passwd "$user") || continue
  IFS=: read -r _ _ uid gid _ home _ <<< "$entry"
  file=$home/.kube/config
  kw_read "$file"
  if [ "$KW_TEXT" = "$admin" ]; then continue; fi
  if [ -n "$KW_TEXT" ] && [[ $KW_TEXT != *"$(grep -m1 certificate-authority-data: /etc/kubernetes/admin.conf)"* ]]; then
    printf '%s holds another cluster; left as it is\n' "$file"
    continue
  fi
  fresh=0
  [ -d "$home/.kube" ] || fresh=1
  kw_write_file "$file" 0600 "$admin" || [ $? = 10 ]
  ((fresh == 0)) || chown "$uid:$gid" "$home/.kube"
  chown "$uid:$gid" "$file"
done <<< "$USERS"
if [ "$COMPLETION" = 1 ] && kw_has kubectl; then
  kw_write_file /etc/bash_completion.d/kubectl 0644 "$(kubectl completion bash)"$'\n' || [ $? = 10 ]
fi
kw_done
