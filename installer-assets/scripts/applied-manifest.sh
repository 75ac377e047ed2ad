# shellcheck shell=bash
# Finds the manifest that was applied from this host and has a DaemonSet: the last of them, into APPLIED; empty where there is
# none.
applied_manifest() { # NAMESPACE/NAME
  local file
  APPLIED=
  for file in "$KW_ROOT"/var/lib/kubeadm-wizard/ledger/*/files/*.manifest.yaml; do
    [ -f "$file" ] || continue
    kw_read "$file"
    [[ $KW_TEXT == *"kind: DaemonSet"* && $KW_TEXT == *"name: ${1#*/}"[[:space:]]* && $KW_TEXT == *"namespace: ${1%/*}"[[:space:]]* ]] || continue
    if [ -z "$APPLIED" ] || [ "$file" -nt "$APPLIED" ]; then APPLIED=$file; fi
  done
}
