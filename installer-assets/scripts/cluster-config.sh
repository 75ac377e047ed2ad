# shellcheck shell=bash
# The cluster's own ClusterConfiguration into $KW_TEMP/config.yaml: kubeadm writes its endpoint into what it makes. Without
# one kubeadm would guess an address of this machine, so it gets that of the administrator's kubeconfig.
# KUBECONFIG
kw_cluster_config() {
  local config
  kw_temp
  KW_HUSH=1 kw_ask_api kubectl --request-timeout=30s --namespace kube-system get configmap kubeadm-config \
    -o 'jsonpath={.data.ClusterConfiguration}'
  config=${KW_OUT%$'\n'}
  ((KW_RC == 0)) || kw_fail running.noKubeadmConfig "${config##*$'\n'}"
  if [[ $config != *controlPlaneEndpoint:\ * ]]; then
    kw_read "$KUBECONFIG"
    [[ $KW_TEXT =~ server:\ https://([^[:space:]]+) ]] || kw_fail running.noKubeadmConfig "$KUBECONFIG"
    config+=$'\n'"controlPlaneEndpoint: ${BASH_REMATCH[1]}"
  fi
  printf '%s\n' "$config" > "$KW_TEMP/config.yaml"
}
