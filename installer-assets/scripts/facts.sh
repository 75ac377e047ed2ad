#!/bin/bash
# Reads what a host is and has, in one go; changes nothing.
#
# Set before it: PROBES (lines: an http or https address, or host:port), PEERS (lines: addresses of
# the other nodes), PROBE_PROXY (address, without a password), PROBE_SECONDS. All may be missing.
#
# Output: head lines begin with US (\x1f) and hold fields separated by it: "file PATH" and
# "text NAME" are followed by lines as they are; every other head is a fact of its own. The first is
# "begin", the last is "end": without it the output was cut. Interpretation is the reader's part.
#
# It forks little: files are read with read and mapfile, which start no process, and nothing is read
# from a pipe where it can be long (a system call for each byte).
set -euo pipefail
# Before bash 4.4 an empty list counts as unset.
((BASH_VERSINFO[0] * 100 + BASH_VERSINFO[1] >= 404)) || set +u

readonly US=$'\x1f'
export LC_ALL=C
for dir in /usr/local/sbin /usr/local/bin /usr/sbin /usr/bin /sbin /bin; do
  [[ :$PATH: == *:$dir:* || -L $dir ]] || PATH+=:$dir
done
shopt -s nullglob extglob globstar dotglob
child='' late=0 slow='' probes='' elapsed=0
release='' host=''

head_line() { # NAME FIELD…
  local line='' field
  for field in "$@"; do line+=$US${field//[$US$'\n']/ }; done
  printf '%s\n' "$line"
}

# Milliseconds since a reading of EPOCHREALTIME, which bash has from version 5.
elapsed() { # START
  local now=${EPOCHREALTIME:-}
  elapsed=0
  [[ -z $1 ]] || elapsed=$(((${now/[.,]/} - ${1/[.,]/}) / 1000))
}

has() { hash -- "$1"; }

# One line of a file into the variable named first; fails where there is none.
first_line() { # VARIABLE FILE
  [[ -r $2 ]] && IFS= read -r "$1" <"$2" || [[ -n ${!1:-} ]]
}

# A file as it is, without user names and passwords in addresses.
print_file() { # FILE
  local text=''
  [[ -f $1 && -r $1 ]] || return 0
  IFS= read -r -d '' -n 65536 text <"$1" || true
  while [[ $text =~ ://[^/@[:space:]]*@ ]]; do text=${text//"${BASH_REMATCH[0]}"/://}; done
  head_line file "$1"
  printf '%s\n' "${text%$'\n'}"
}

print_files() { # FILE…
  local file
  for file in "$@"; do print_file "$file"; done
}

# A command's output. The alarm ends one that hangs, and then no other is started.
run() { # NAME COMMAND…
  local name=$1
  shift
  ((late)) && return 0
  has "$1" || return 0
  head_line text "$name"
  "$@" </dev/null &
  child=$!
  wait "$child" || true
  child=''
  if ((late)); then
    printf '\n'
    head_line late "$name"
  fi
}

# shellcheck disable=SC2329 # called by the trap
alarm() {
  late=1
  [[ -z $child ]] || kill -9 "$child" 2>/dev/null || true
}

# The alarm's clock: one process, gone when this shell closes its end.
start_alarm() {
  trap alarm USR1
  exec {clock}> >(
    exec >/dev/null 2>&1
    read -r -t "${FACTS_SECONDS:-40}" _ || { (($? > 128)) && kill -USR1 $$; }
  )
}

read_system() {
  local value
  print_file /etc/os-release
  [[ -r /etc/os-release ]] || print_file /usr/lib/os-release
  first_line release /proc/sys/kernel/osrelease && head_line kernel release "$release"
  first_line value /proc/sys/kernel/ostype && head_line kernel kind "$value"
  value=''
  first_line value /proc/sys/kernel/arch || value=$(exec uname -m) || value=''
  head_line kernel hardware "$value"
  first_line value /proc/cmdline && head_line kernel cmdline "$value"
  value=''
  first_line value /sys/devices/system/cpu/online && head_line cpus "$value"
  [[ -n $value ]] || print_file /proc/cpuinfo
  local lines=() line
  mapfile -t -n 5 lines </proc/meminfo || true
  for line in "${lines[@]}"; do
    [[ $line =~ ^(MemTotal|MemAvailable):\ *([0-9]+)\ kB ]] &&
      head_line memory "${BASH_REMATCH[1]}" "${BASH_REMATCH[2]}"
  done
  value=''
  first_line value /etc/machine-id && head_line machine-id "$value"
  value=''
  first_line value /sys/class/dmi/id/product_uuid && head_line product-uuid "$value"
  value=''
  first_line value /proc/1/comm && head_line init "$value"
  value=''
  first_line value /run/systemd/container && head_line container "$value"
  [[ -f /.dockerenv ]] && head_line container docker
  [[ -f /run/.containerenv ]] && head_line container podman
  first_line host /proc/sys/kernel/hostname && head_line hostname "$host"
}

read_login() {
  local name value
  head_line login "$EUID" "${USER:-}" "${SUDO_USER:-}"
  for name in http_proxy https_proxy no_proxy HTTP_PROXY HTTPS_PROXY NO_PROXY; do
    value=${!name:-}
    [[ $value =~ ^(.*://)[^/@]*@(.*)$ ]] && value=${BASH_REMATCH[1]}${BASH_REMATCH[2]}
    [[ -n $value ]] && head_line env "$name" "$value"
  done
  local lines=() line
  mapfile -t lines </etc/passwd || true
  for line in "${lines[@]}"; do
    [[ $line == "${SUDO_USER:-?}:"* || $line =~ ^[^:]*:[^:]*:$EUID: ]] && head_line user "$line"
  done
  print_files /etc/environment /etc/locale.conf /etc/default/locale /etc/timezone
}

read_cgroups() {
  local dir=/sys/fs/cgroup
  [[ -d $dir/init.scope || -d $dir/system.slice || -d $dir/systemd || -d $dir/unified/init.scope ]] &&
    head_line cgroup systemd
  if [[ -e $dir/cgroup.controllers ]]; then
    head_line cgroup v2
    print_file $dir/cgroup.controllers
    return
  fi
  [[ -e $dir/unified/cgroup.controllers ]] && head_line cgroup unified
  [[ -d $dir/memory || -d $dir/cpu || -d $dir/systemd ]] && head_line cgroup v1
  print_file /proc/cgroups
}

readonly MODULES='overlay br_netfilter nf_conntrack ip_vs ip_vs_rr ip_vs_wrr ip_vs_sh vxlan ipip
  wireguard dummy veth bridge ip_tables ip6_tables iptable_filter iptable_nat nf_tables nft_compat
  nf_nat xt_comment xt_MASQUERADE ip_set rbd nbd zram'

read_modules() {
  local name missing=''
  for name in $MODULES; do
    if [[ -e /sys/module/$name/initstate ]]; then
      head_line module "$name" loaded
    elif [[ -d /sys/module/$name ]]; then
      head_line module "$name" built-in
    else
      head_line module "$name" not-loaded
      missing+="|${name//_/[_-]}"
    fi
  done
  print_file /proc/filesystems
  local dir=/lib/modules/$release
  if [[ -n $missing && -r $dir/modules.dep ]]; then
    head_line module-files "$dir"
    run modules grep -HoE "/(${missing#|})\.ko(\.[a-z]+)?(:|\$)" "$dir/modules.builtin" "$dir/modules.dep"
  fi
}

readonly SYSCTLS='net/ipv4/ip_forward net/bridge/bridge-nf-call-iptables
  net/bridge/bridge-nf-call-ip6tables net/bridge/bridge-nf-call-arptables
  net/ipv6/conf/all/forwarding net/ipv6/conf/default/forwarding net/ipv6/conf/all/disable_ipv6
  net/ipv6/conf/default/disable_ipv6 net/ipv4/conf/all/rp_filter net/ipv4/conf/default/rp_filter
  net/ipv4/ip_nonlocal_bind net/ipv4/ip_local_port_range net/netfilter/nf_conntrack_max
  fs/inotify/max_user_watches fs/inotify/max_user_instances fs/file-max fs/nr_open vm/swappiness
  vm/overcommit_memory vm/panic_on_oom vm/max_map_count kernel/panic kernel/panic_on_oops
  kernel/pid_max kernel/threads-max user/max_user_namespaces kernel/keys/root_maxkeys
  kernel/keys/root_maxbytes'

read_sysctls() {
  local name value
  for name in $SYSCTLS; do
    value=''
    first_line value "/proc/sys/$name" && head_line sysctl "${name//\//.}" "${value//$'\t'/ }"
  done
}

readonly OPTIONS='NAMESPACES|NET_NS|PID_NS|IPC_NS|UTS_NS|CGROUPS|CGROUP_BPF|CGROUP_CPUACCT|CGROUP_DEVICE|CGROUP_FREEZER|CGROUP_PIDS|CGROUP_SCHED|CPUSETS|MEMCG|INET|EXT4_FS|PROC_FS|NETFILTER_XT_TARGET_REDIRECT|IP_NF_TARGET_REDIRECT|NETFILTER_XT_MATCH_COMMENT|FAIR_GROUP_SCHED|OVERLAY_FS|AUFS_FS|BLK_DEV_DM|CFS_BANDWIDTH|CGROUP_HUGETLB|SECCOMP|SECCOMP_FILTER'

read_kernel_config() {
  local file
  for file in /proc/config.gz "/boot/config-$release" "/usr/src/linux-$release/.config" \
    "/usr/lib/modules/$release/config" "/usr/lib/ostree-boot/config-$release" \
    "/usr/src/linux-headers-$release/.config" "/lib/modules/$release/build/.config"; do
    [[ -r $file ]] || continue
    head_line kernel-config "$file"
    case $file in
      *.gz) run kernel-config grep -E "^CONFIG_($OPTIONS)=" <(exec gzip -dc "$file" 2>/dev/null) ;;
      *) run kernel-config grep -E "^CONFIG_($OPTIONS)=" "$file" ;;
    esac
    return
  done
}

readonly UNITS='containerd crio docker cri-docker kubelet firewalld ufw nftables iptables
  netfilter-persistent chrony chronyd systemd-timesyncd ntp ntpd ntpsec openntpd NetworkManager
  systemd-networkd networking wicked network systemd-resolved nm-cloud-setup unattended-upgrades
  apt-daily apt-daily-upgrade packagekit apparmor multipathd zramswap k3s k3s-agent rke2-server
  rke2-agent k0scontroller k0sworker snap.microk8s.daemon-kubelite keepalived haproxy'

# Only units that have a file are asked for: systemd takes long to answer for those it has not.
read_services() {
  local asked=() unit files known manager='' told
  [[ -d /run/systemd/system ]] || return 0
  exec {told}< <(exec systemctl show --property=Version,SystemState,NFailedUnits,Virtualization 2>/dev/null)
  await_text manager "$told" 20
  exec {told}<&-
  head_line text manager
  printf '%s\n' "$manager"
  files=({/etc,/run,/usr/local/lib,/usr/lib}/systemd/system/*.@(service|socket|timer|swap)
    /run/systemd/@(transient|generator|generator.early|generator.late)/*.@(service|swap))
  [[ -L /lib ]] || files+=(/lib/systemd/system/*.@(service|socket|timer|swap))
  known=" ${files[*]##*/} "
  for unit in $UNITS; do
    [[ $known == *" $unit.service "* ]] && asked+=("$unit.service")
  done
  for unit in nm-cloud-setup.timer docker.socket cri-docker.socket; do
    [[ $known == *" $unit "* ]] && asked+=("$unit")
  done
  [[ $known == *'.swap '* ]] && asked+=('*.swap')
  ((${#asked[@]} == 0)) || run services systemctl show --no-pager \
    --property=Id,LoadState,ActiveState,UnitFileState,FragmentPath,SourcePath,What "${asked[@]}"
  [[ $manager == *NFailedUnits=[1-9]* ]] &&
    run failed-units systemctl list-units --state=failed --plain --no-legend --no-pager
  return 0
}

readonly PLACES='/ /boot /etc /usr /opt /tmp /run /var /var/log /var/tmp /var/lib /var/lib/kubelet
  /var/lib/etcd /var/lib/containerd /var/lib/containers /var/lib/docker /var/cache /etc/kubernetes'

read_space() {
  local place real reals=()
  for place in $PLACES; do
    real=$place
    until [[ -d $real ]]; do real=${real%/*} real=${real:-/}; done
    head_line place "$place" "$real"
    reals+=("$real")
  done
  run space df -kPT "${reals[@]}"
  local lines=() line
  mapfile -t lines </proc/self/mountinfo || true
  head_line text mounts
  for line in "${lines[@]}"; do
    [[ $line == *' - '*' /dev/'* || $line == *' / / '* ]] && printf '%s\n' "$line"
  done
}

read_swap() {
  local lines=() line
  print_file /proc/swaps
  [[ -r /etc/fstab ]] && mapfile -t lines </etc/fstab
  for line in "${lines[@]}"; do
    [[ $line =~ ^[[:space:]]*[^#[:space:]]+[[:space:]]+[^[:space:]]+[[:space:]]+swap([[:space:]]|$) ]] &&
      head_line fstab-swap "$line"
  done
  for line in /etc/systemd/zram-generator.conf /run/systemd/zram-generator.conf \
    /usr/lib/systemd/zram-generator.conf /usr/local/lib/systemd/zram-generator.conf \
    /etc/default/zramswap; do
    [[ -e $line ]] && head_line zram-config "$line"
  done
}

read_disks() {
  local path name size dev value
  for path in /sys/class/block/!(loop*|ram*|zram*); do
    [[ -d $path ]] || continue
    name=${path##*/} size=0 dev=''
    first_line size "$path/size" && first_line dev "$path/dev" || continue
    local fields=("$name" "$size" "$dev")
    for value in ro removable queue/rotational partition; do
      local text=''
      first_line text "$path/$value" || true
      fields+=("$text")
    done
    head_line disk "${fields[@]}"
    [[ -r /run/udev/data/b$dev ]] && read_udev "$name" "/run/udev/data/b$dev"
  done
}

read_udev() { # NAME FILE
  local lines=() line
  mapfile -t lines <"$2"
  for line in "${lines[@]}"; do
    [[ $line == E:ID_FS_TYPE=* ]] && head_line disk-content "$1" "${line#*=}"
  done
}

route_questions() {
  local address
  set -f
  for address in $PEERS; do printf 'route get %s\n' "$address"; done
}

read_network() {
  local path value
  for path in /sys/class/net/*; do
    [[ -e $path/device ]] && head_line nic-device "${path##*/}"
  done
  if has busybox && [[ ${BASH_CMDS[ip]:-} -ef ${BASH_CMDS[busybox]} ]]; then
    run addresses ip addr show
    run routes ip route show
  else
    # One process for both; -force goes on after an address without a route.
    run addresses ip -force -batch <(printf 'addr show\nroute show table main\n')
    [[ -z ${PEERS:-} ]] || run peers ip -force -batch <(route_questions)
  fi
  has ip || print_file /proc/net/route
  print_files /proc/net/ipv6_route /etc/resolv.conf /run/systemd/resolve/resolv.conf /etc/hosts
  run ports ss -tulnp
  has ss || print_files /proc/net/tcp /proc/net/tcp6 /proc/net/udp /proc/net/udp6
  for value in /etc/netplan/*.yaml; do head_line network-file netplan "$value"; done
  for value in /etc/network/interfaces /etc/network/interfaces.d/*; do
    [[ -f $value ]] && head_line network-file ifupdown "$value"
  done
  local lines=() line
  for path in /etc/NetworkManager/conf.d/*.conf /etc/NetworkManager/NetworkManager.conf; do
    [[ -r $path ]] || continue
    mapfile -t lines <"$path"
    for line in "${lines[@]}"; do
      [[ $line == unmanaged-devices* ]] && head_line unmanaged "${line#*=}"
    done
  done
}

read_clock() {
  [[ -n ${EPOCHREALTIME:-} ]] || run date date +%s%N
  [[ -e /run/systemd/timesync/synchronized ]] && head_line timesync-synchronized
  run links ls -ld /etc/localtime /etc/resolv.conf /sys/class/block/!(loop*|ram*)
}

read_security() {
  local value=''
  first_line value /sys/fs/selinux/enforce && head_line selinux "$value"
  print_file /etc/selinux/config
  value=''
  first_line value /sys/module/apparmor/parameters/enabled && head_line apparmor "$value"
}

# Asks the tools only where the kernel has the tables already: asking would load the modules.
read_firewall() {
  print_files /etc/ufw/ufw.conf /etc/firewalld/firewalld.conf
  local iptables='' names='' backend=''
  has iptables && iptables=${BASH_CMDS[iptables]}
  for backend in nft legacy; do
    [[ -n $iptables && $iptables -ef ${iptables%/*}/xtables-$backend-multi ]] && break
    backend=''
  done
  [[ -z $iptables ]] || head_line iptables "$backend"
  IFS= read -r -d '' names </proc/net/ip_tables_names || true
  if [[ $names == *filter* && $backend != nft || -d /sys/module/nf_tables && $backend != legacy ]]; then
    count_rules
  fi
  [[ -d /sys/module/nf_tables ]] && run nft-tables nft list tables
  return 0
}

# Counts instead of printing: a node with many services has tens of thousands of rules.
count_rules() {
  has iptables-save && has awk || return 0
  # shellcheck disable=SC2016 # awk's fields
  run iptables awk '
    BEGIN {
      while (("iptables-save 2>/dev/null" | getline) > 0) {
        if (/^\*/) table = substr($1, 2)
        if (/^:KUBE-/) kube++
        if (table != "filter") continue
        if (/^:(INPUT|FORWARD|OUTPUT) /) print "policy", substr($1, 2), $2
        if (/^-A INPUT / && !/KUBE-/) input++
      }
      print "input", input + 0
      print "kube", kube + 0
    }'
}

readonly TOOLS='losetup mount cp iptables ip6tables iptables-save conntrack ethtool socat tar curl wget
  gpg gpgv python3 perl apt-get apt-mark dpkg dpkg-query dnf5 dnf yum zypper rpm systemctl timedatectl
  hostnamectl ss ip tc nft ufw firewall-cmd nmcli netplan crictl ctr nerdctl runc crun docker podman
  helm openssl nsenter ebtables ipset ipvsadm modprobe swapoff zramctl lsblk blkid chronyc getenforce
  setenforce semanage unzip gzip zstd xz jq fio nc nmap sudo awk sed grep find timeout systemd-run
  kubeadm kubelet kubectl containerd crio dockerd cri-dockerd apparmor_parser'

read_tools() {
  local name
  for name in $TOOLS; do
    has "$name" && head_line tool "$name" "${BASH_CMDS[$name]}"
  done
  return 0
}

read_runtimes() {
  local path lines=() line
  for path in /run/containerd/containerd.sock /run/crio/crio.sock /run/cri-dockerd.sock \
    /run/docker.sock; do
    [[ -S $path ]] && head_line socket "$path"
  done
  print_files /etc/systemd/system/{containerd,docker,kubelet}.service.d/*proxy*.conf
  # Not the whole file: it may hold a registry's password.
  [[ -r /etc/containerd/config.toml ]] || return 0
  mapfile -t -n 2000 lines </etc/containerd/config.toml
  head_line text containerd-config
  for line in "${lines[@]}"; do
    [[ $line =~ ^[[:space:]]*(\[|[\"\']|\]|version|disabled_plugins|SystemdCgroup|sandbox|config_path|imports|bin_dir|conf_dir|snapshotter) ]] &&
      printf '%s\n' "$line"
  done
  return 0
}

read_kubernetes() {
  local file lines line
  print_files /etc/default/kubelet /etc/sysconfig/kubelet /var/lib/kubelet/kubeadm-flags.env \
    {/etc,/run,/usr/lib,/lib,/usr/local/lib}/systemd/system/kubelet.service.d/*.conf
  for file in /etc/kubernetes/{kubelet,bootstrap-kubelet}.conf; do
    [[ -r $file ]] || continue
    mapfile -t lines <"$file"
    for line in "${lines[@]}"; do
      [[ $line =~ ^[[:space:]]*server:[[:space:]]*(.*)$ ]] && head_line api-server "${BASH_REMATCH[1]}"
    done
  done
  for file in /etc/kubernetes/**; do [[ -f $file ]] && head_line left kubernetes "$file"; done
  for file in /var/lib/etcd/*; do head_line left etcd "${file##*/}"; done
  for file in /var/lib/kubelet/*; do head_line left kubelet "${file##*/}"; done
  for file in /etc/cni/net.d/*; do head_line left cni "${file##*/}"; done
  for file in /sys/class/net/@(cni0|flannel.*|flannel-v6.*|cali*|tunl0|vxlan*.calico|wireguard.cali|cilium_*|lxc*|weave|kube-ipvs0|kube-bridge|nodelocaldns); do
    head_line left link "${file##*/}"
  done
}

readonly PACKAGES='kubeadm kubelet kubectl cri-tools kubernetes-cni containerd containerd.io runc cri-o
  docker.io docker-ce docker-ce-cli moby-engine moby-containerd cri-dockerd podman podman-docker
  conntrack conntrack-tools iptables iptables-nft ethtool socat nftables firewalld ufw chrony
  systemd-timesyncd ntp ntpsec openssh-server containernetworking-plugins containernetworking-plugins
  container-selinux unattended-upgrades packagekit dnf-plugins-core python3-dnf-plugin-versionlock
  apt-transport-https ca-certificates gnupg gpg curl'

read_packages() {
  local installed=''
  if [[ -r /var/lib/dpkg/status ]] && has awk; then
    installed=$(exec awk -v wanted="$PACKAGES" '
      BEGIN { n = split(wanted, names); for (i = 1; i <= n; i++) want[names[i]] }
      /^Package: / { name = $2 }
      /^Status: / { status = $2 " " $3 " " $4 }
      /^Version: / { version = $2 }
      /^$/ { tell() }
      END { tell() }
      function tell() {
        if (name != "" && status !~ /(config-files|not-installed)$/ &&
            (name in want || status != "install ok installed")) print name, version, status
        name = ""
      }' /var/lib/dpkg/status 2>/dev/null) || true
    head_line text dpkg
    printf '%s\n' "$installed"
    print_files /etc/apt/sources.list /etc/apt/sources.list.d/*.@(list|sources)
    read_apt_proxy
  elif has rpm; then
    # shellcheck disable=SC2086 # a list of names
    installed=$(exec rpm -q --qf '%{NAME} %{VERSION}-%{RELEASE}\n' $PACKAGES 2>/dev/null) || true
    head_line text rpm
    printf '%s\n' "$installed"
    print_files /etc/yum.repos.d/*.repo /etc/zypp/repos.d/*.repo /etc/dnf/vars/* /etc/yum/vars/* \
      /etc/dnf/dnf.conf /etc/yum.conf /etc/dnf/plugins/versionlock.list \
      /etc/yum/pluginconf.d/versionlock.list /etc/dnf/versionlock.toml /etc/zypp/locks
  fi
  packaged=" ${installed//$'\n'/ } "
  read_locks
}

read_apt_proxy() {
  local file text
  for file in /etc/apt/apt.conf /etc/apt/apt.conf.d/*; do
    text=''
    [[ -r $file ]] && IFS= read -r -d '' text <"$file" || true
    [[ $text == *[Pp]roxy* ]] && print_file "$file"
  done
  return 0
}

# fcntl locks stand in /proc/locks with their process; others write their pid into a file.
read_locks() {
  local lock pid line lines=() fd files=() seen=' '
  for lock in /var/lib/dpkg/lock-frontend /var/lib/dpkg/lock /var/lib/apt/lists/lock \
    /var/cache/apt/archives/lock /var/lib/rpm/.rpm.lock /usr/lib/sysimage/rpm/.rpm.lock; do
    [[ -e $lock ]] && files+=("$lock")
  done
  mapfile -t lines </proc/locks || true
  for line in "${lines[@]}"; do
    [[ $line =~ POSIX[[:space:]]+[A-Z]+[[:space:]]+WRITE[[:space:]]+([0-9]+) ]] || continue
    pid=${BASH_REMATCH[1]}
    [[ $seen == *" $pid "* ]] && continue
    seen+="$pid "
    for fd in /proc/"$pid"/fd/*; do
      for lock in "${files[@]}"; do
        [[ $fd -ef $lock ]] && tell_lock "$lock" "$pid"
      done
    done
  done
  for lock in /run/yum.pid /run/zypp.pid /var/cache/dnf/*.pid /var/lib/dnf/*.pid /run/dnf/*.pid; do
    pid=''
    first_line pid "$lock" && [[ $pid == +([0-9]) && -d /proc/$pid ]] && tell_lock "$lock" "$pid"
  done
  return 0
}

tell_lock() { # FILE PID
  local command=() comm=''
  mapfile -t -d '' command <"/proc/$2/cmdline" || first_line comm "/proc/$2/comm" || true
  head_line lock "$1" "$2" "${command[*]:-$comm}"
}

# What may take long, beside the rest: names, time, programs that no package owns.
read_slowly() {
  local text program
  if [[ -n $host ]] && has getent; then
    text=$(exec getent ahosts "$host" 2>/dev/null) || text=''
    head_line text own-name && printf '%s\n' "$text"
  fi
  if has timedatectl && [[ -d /run/systemd/system && ! -e /run/systemd/timesync/synchronized ]]; then
    text=$(exec timedatectl show --property=NTPSynchronized,Timezone 2>/dev/null) || text=''
    head_line text timedate && printf '%s\n' "$text"
  fi
  version kubeadm kubeadm version -o short
  version kubelet kubelet --version
  version kubectl kubectl version --client
  for program in containerd crio dockerd cri-dockerd; do
    version "$program" "$program" --version
  done
  version crictl crictl --version
}

version() { # PROGRAM COMMAND…
  local text owner=" $1 "
  has "$1" || return 0
  case $1 in
    containerd) owner=' @(containerd|containerd.io|moby-containerd) ' ;;
    dockerd) owner=' @(docker.io|docker-ce|moby-engine) ' ;;
    crio) owner=' cri-o ' ;;
    crictl) owner=' cri-tools ' ;;
  esac
  # shellcheck disable=SC2053 # a pattern
  [[ ${BASH_CMDS[$1]} == @(/usr|)/@(s|)bin/* && $packaged == *$owner* ]] && return 0
  shift
  text=$(exec "$@" 2>/dev/null </dev/null) || return 0
  head_line text "version $1"
  printf '%s\n' "$text"
}

# What was asked for, so that no answer is an answer too.
asked() {
  local target
  set -f
  for target in ${PROBES:-}; do head_line try "$target"; done
  for target in ${PEERS:-}; do head_line peer "$target"; done
  set +f
}

# The tries, side by side, each with a deadline of its own; all lines are printed at the end.
probe_all() {
  local seconds=${PROBE_SECONDS:-6} target urls=() places=()
  set -f
  for target in ${PROBES:-}; do
    case $target in
      http://* | https://*) urls+=("$target") ;;
      *) places+=("$target") ;;
    esac
  done
  if ! has curl && ! has wget; then
    places+=("${urls[@]}") urls=()
  fi
  ((${#places[@]} == 0)) || try_places "$seconds" "${places[@]}" &
  if ((${#urls[@]})) && has curl; then
    try_addresses "$seconds" "${urls[@]}"
  elif ((${#urls[@]})); then
    try_with_wget "$seconds" "${urls[@]}"
  fi
  wait
}

try_places() { # SECONDS PLACE…
  local seconds=$1 place pids=() clock
  shift
  for place in "$@"; do
    try_place "$place" &
    pids+=($!)
  done
  trap 'kill "${pids[@]}" 2>/dev/null' USR2
  local me=$BASHPID
  exec {clock}> >(
    exec >/dev/null 2>&1
    read -r -t "$seconds" _ || { (($? > 128)) && kill -USR2 "$me"; }
  )
  wait "${pids[@]}" || wait "${pids[@]}" || true
  exec {clock}>&-
}

try_place() { # HOST:PORT or, without curl and wget, a URL
  local from=${EPOCHREALTIME:-} said='' inner=''
  # A wait can be interrupted, a connect cannot: hence a process that can be ended.
  trap 'head_line probe "$1" tcp 28 "" "$((${PROBE_SECONDS:-6} * 1000))"; kill $inner; exit 0' TERM
  exec {answer}< <(exec 2>&1; ask_place "$1")
  inner=$!
  IFS= read -r -d '' said <&"$answer" || true
  elapsed "$from"
  if [[ $said =~ (^|$'\n')HTTP/[0-9.]+\ ([0-9]+) ]]; then
    head_line probe "$1" plain 0 "${BASH_REMATCH[2]}" "$elapsed"
  else
    head_line probe "$1" tcp '' '' "$elapsed" "$said"
  fi
}

ask_place() { # HOST:PORT or URL
  local host port line request
  if [[ ! $1 =~ ^(https?)://(\[[^]/]*\]|[^]/:]+)(:([0-9]+))?(/.*)?$ ]]; then
    host=${1%:*} && : <>"/dev/tcp/${host//[][]/}/${1##*:}" && printf 'open\n'
    return
  fi
  host=${BASH_REMATCH[2]} port=${BASH_REMATCH[4]}
  request="GET ${BASH_REMATCH[5]:-/} HTTP/1.0"$'\r\n'"Host: $host${BASH_REMATCH[3]}"$'\r\n\r\n'
  host=${host//[][]/}
  if [[ ${BASH_REMATCH[1]} == http ]]; then
    exec {wire}<>"/dev/tcp/$host/${port:-80}" && printf '%s' "$request" >&"$wire" &&
      IFS= read -r line <&"$wire" && printf '%s\n' "$line"
  elif has openssl && has timeout; then
    printf '%s' "$request" | timeout "${PROBE_SECONDS:-6}" openssl s_client -quiet -servername "$host" \
      -verify_hostname "$host" -verify_return_error -connect "$host:${port:-443}" |
      { IFS= read -r line && printf '%s\n' "$line"; }
  else
    : <>"/dev/tcp/$host/${port:-443}" && printf 'untold\n'
  fi
}

try_addresses() { # SECONDS URL…
  local seconds=$1 url answers='' options
  shift
  options=(-q -s -S -L --max-redirs 5 --connect-timeout "$seconds" --max-time "$seconds")
  [[ -z ${PROBE_PROXY:-} ]] || options+=(--proxy "$PROBE_PROXY" --noproxy "${PROBE_NO_PROXY:-}")
  local say="${US}probe$US%{url}${US}curl$US%{exitcode}$US%{http_code}$US%{time_total}$US%{errormsg}\n"
  local all=()
  for url in "$@"; do all+=(-o /dev/null "$url"); done
  answers=$(exec curl "${options[@]}" -Z --parallel-max 24 -w "$say" "${all[@]}" 2>/dev/null) || true
  if [[ $answers == *"${US}curl$US"[0-9]* ]]; then
    printf '%s\n' "$answers"
    return
  fi
  # curl before 7.75 tells neither the address nor the reason of each of several.
  for url in "$@"; do
    try_address "$url" "${options[@]}" &
  done
  wait
}

try_address() { # URL OPTION…
  local url=$1 answer code=0
  shift
  answer=$(exec curl "$@" -o /dev/null -w "%{http_code}$US%{time_total}" "$url" 2>/dev/null) || code=$?
  printf '%s\n' "${US}probe$US$url${US}curl$US$code$US$answer$US"
}

try_with_wget() { # SECONDS URL…
  local seconds=$1 url
  shift
  for url in "$@"; do
    wget_address "$seconds" "$url" &
  done
  wait
}

wget_address() { # SECONDS URL
  local said status='' code=0
  said=$(exec wget -S -O /dev/null -T "$1" -t 1 "$2" 2>&1 </dev/null) || code=$?
  [[ $said =~ .*HTTP/[0-9.]+\ ([0-9]+) ]] && status=${BASH_REMATCH[1]}
  head_line probe "$2" wget "$code" "$status" '' "$said"
}

collect() { # FILE-DESCRIPTOR SECONDS
  local text=''
  await_text text "$1" "$2"
  [[ -z $text ]] || printf '%s' "$text"
}

# All that comes, if it begins to come in time. With -t, read makes two system calls for each character: for one only.
await_text() { # VARIABLE FILE-DESCRIPTOR SECONDS
  local first='' rest=''
  IFS= read -r -N 1 -t "$3" first <&"$2" || true
  [[ -z $first ]] || IFS= read -r -N 1048576 rest <&"$2" || true
  printf -v "$1" '%s' "$first$rest"
}

main() {
  local from=${EPOCHREALTIME:-} packaged=' '
  head_line begin 1 "$from"
  start_alarm
  asked
  [[ -z ${PROBES:-} ]] || exec {probes}< <(probe_all 2>/dev/null)
  read_system
  read_packages
  exec {slow}< <(read_slowly 2>/dev/null)
  read_login
  read_cgroups
  read_modules
  read_sysctls
  read_kernel_config
  read_services
  read_space
  read_swap
  read_disks
  read_network
  read_clock
  read_security
  read_firewall
  read_tools
  read_runtimes
  read_kubernetes
  collect "$slow" 20
  [[ -z $probes ]] || collect "$probes" $((${PROBE_SECONDS:-6} + 10))
  exec {clock}>&-
  elapsed "$from"
  head_line end "$elapsed" "${EPOCHREALTIME:-}"
}

# What one host does not have is no error: each part reads what it can, hence no stop at the first.
# What they and the shell complain of is no fact either. Redirected once, as each costs ten calls.
main </dev/null 2>/dev/null || true
