# shellcheck shell=bash
# The proxy of a runtime's unit: a drop-in that every user may read, and the addresses in a file for root alone. Without
# PROXY_HTTP both are taken away. DROP_IN, FILE: paths; PROXY_HTTP, PROXY_HTTPS, PROXY_NO, PROXY_ACCOUNT: as in prelude.sh
if [ -z "$PROXY_HTTP" ]; then
  kw_remove_file "$DROP_IN" || [ $? = 10 ]
  kw_remove_file "$FILE" || [ $? = 10 ]
  kw_done
fi

text="# Written by Kubeadm Wizard."
[ -z "$PROXY_ACCOUNT" ] || text=$KW_SECRET
kw_proxies
text+="
HTTP_PROXY=\"$KW_HTTP\"
HTTPS_PROXY=\"$KW_HTTPS\"
NO_PROXY=\"$PROXY_NO\"
"
kw_write_file "$FILE" 0600 "$text" || [ $? = 10 ]
kw_write_file "$DROP_IN" 0644 "# Written by Kubeadm Wizard.
[Service]
EnvironmentFile=$FILE
" || [ $? = 10 ]
kw_done
