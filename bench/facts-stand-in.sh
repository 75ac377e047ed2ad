#!/bin/bash
# About 24 facts of a host, as a requirements check reads them: a stand-in for the benchmark, for as
# long as installer-assets/scripts/facts.sh is not there. One round trip, few processes.
set -euo pipefail
say() { printf '%s=%s\n' "$1" "$2"; }
# shellcheck source=/dev/null
. /etc/os-release
say os "$ID $VERSION_ID"
say host "$(</proc/sys/kernel/hostname)"
say kernel "$(</proc/sys/kernel/osrelease)"
say machine "$HOSTTYPE"
say boot "$(</proc/sys/kernel/random/boot_id)"
say uptime "$(</proc/uptime)"
say load "$(</proc/loadavg)"
say uid "$EUID"
say bash "$BASH_VERSION"
cpus=0
while read -r key _; do [[ $key == processor ]] && cpus=$((cpus + 1)); done </proc/cpuinfo
say cpus "$cpus"
while read -r key value _; do
  case $key in MemTotal: | MemAvailable: | SwapTotal: | SwapFree:) say "${key%:}" "$value" ;; esac
done </proc/meminfo
while read -r device mount type _; do
  case $mount in / | /var | /sys/fs/cgroup) say "mount $mount" "$device $type" ;; esac
done </proc/mounts
modules=
if [[ -r /proc/modules ]]; then
  while read -r name _; do
    case $name in br_netfilter | overlay | nf_conntrack) modules+=" $name" ;; esac
  done </proc/modules
fi
say modules "$modules"
say forward "$(</proc/sys/net/ipv4/ip_forward)"
say swaps "$(</proc/swaps)"
say routes "$(</proc/net/route)"
say ports "$(</proc/net/tcp)"
say disk "$(df -P / /var)"
say addresses "$(ip -o addr 2>/dev/null || true)"
say date "$EPOCHSECONDS"
