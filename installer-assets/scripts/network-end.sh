# shellcheck shell=bash
# The switch is through: takes the marks of it from the nodes.
export KUBECONFIG=$KW_ROOT/etc/kubernetes/admin.conf
key=kubeadm-wizard/network-switch
KW_HUSH=1 kw_api kubectl --request-timeout=60s get nodes -o "go-template={{range .items}}{{with .metadata.annotations}}{{index . \"$key\"}}{{end}}{{\"\\n\"}}{{end}}"
has=${KW_OUT//<no value>/}
[[ $has == *[![:space:]]* ]] || kw_unchanged
kw_begin_change
kw_before annotation node=all "key=$key" "value=${has//$'\n'/ }"
kw_api kubectl --request-timeout=60s annotate nodes --all "$key-"
kw_changed
