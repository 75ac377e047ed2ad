# shellcheck shell=bash
# Makes a token, and the command with which a machine joins by it.
# LASTS (seconds), CONTROL_PLANE (1: a control plane; its certificates are uploaded, encrypted with a key, for two hours)
# Gives: join-command, which is never logged, and join-ends.
# include cluster-config.sh
export KUBECONFIG=$KW_ROOT/etc/kubernetes/admin.conf KUBERC=off
[ -r "$KUBECONFIG" ] || kw_fail running.noAdmin
kw_begin_change
kw_cluster_config
key=
if [ "$CONTROL_PLANE" = 1 ]; then
  KW_HUSH=1 kw_ask_api kubeadm init phase upload-certs --upload-certs --config "$KW_TEMP/config.yaml"
  said=${KW_OUT%$'\n'} said=${said##*$'\n'}
  ((KW_RC == 0)) || kw_fail running.noUpload "$said"
  key=$said
  [[ $key =~ ^[0-9a-f]{64}$ ]] || kw_fail running.noUpload 'no key'
fi
kw_before token existed=false "lasts=$LASTS"
KW_HUSH=1 kw_ask_api kubeadm token create --ttl "${LASTS}s" --description 'kubeadm-wizard: join command' --print-join-command
said=${KW_OUT%$'\n'} said=${said##*$'\n'}
((KW_RC == 0)) || kw_fail running.noToken "$said"
printf -v now '%(%s)T' -1
command=${said%"${said##*[![:blank:]]}"}
[[ $command =~ ^kubeadm\ join\ [^\ ]+\ --token\ ([a-z0-9]{6})\.[a-z0-9]{16}\ --discovery-token-ca-cert-hash\ sha256:[0-9a-f]{64}$ ]] \
  || kw_fail running.noToken 'another line than expected'
printf 'the token %s ends in %s seconds\n' "${BASH_REMATCH[1]}" "$LASTS"
kw_value join-command "$command${key:+ --control-plane --certificate-key $key}"
TZ=UTC0 printf -v ends '%(%Y-%m-%dT%H:%M:%SZ)T' $((now + LASTS))
kw_value join-ends "$ends"
kw_changed
