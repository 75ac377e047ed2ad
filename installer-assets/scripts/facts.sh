#!/bin/bash
# Reads what a host is and has, in one go; changes nothing.
#
# Set before it: PROBES (lines: an http or https address, or host:port; an address of the form
# .../v2/NAME/manifests/TAG is asked as runtimes ask for an image), PEERS (lines: addresses of
# the other nodes), PORTS (that are needed beside kubeadm's usual ones), PROBE_PROXY (address),
# PROBE_ACCOUNT (its user:password, percent-encoded), PROBE_NO_PROXY, PROBE_SECONDS. All may be
# missing.
#
# Output: head lines begin with US (\x1f) and hold fields separated by it: "file PATH" and
# "text NAME" are followed by lines as they are, "lines" by lines of many files, each after its path
# and a colon; every other head is a fact of its own. The first is "begin", the last is "end":
# without it the output was cut. Interpretation is the reader's part.
#
# It starts few processes, as each costs as much as a hundred files: one awk reads them all. What is
# said is gathered and written at once, as each piece would be a packet. Nothing is read from a pipe
# byte by byte. What may hang is started beside the rest and told at the end.
set -euo pipefail
# Before bash 4.4 an empty list counts as unset.
((BASH_VERSINFO[0] * 100 + BASH_VERSINFO[1] >= 404)) || set +u

readonly US=$'\x1f'
export LC_ALL=C
# Folders that are other names of these are left out: what is not there is looked for in each.
folders=''
for dir in ${PATH//:/ } /usr/local/sbin /usr/local/bin /usr/sbin /usr/bin /sbin /bin; do
  [[ :$folders: == *:$dir:* || ! -d $dir || $dir == /@(s|)bin && -L $dir ]] || folders+=:$dir
done
PATH=${folders#:}
shopt -s nullglob extglob globstar dotglob
probes='' asker='' sockets='' elapsed=0 out='' release='' host='' installed='' picked='' listening=''
begun=() ends=() pids=()

head_line() { # NAME FIELD...
  local field
  for field in "$@"; do out+=$US${field//[$US$'\n']/ }; done
  out+=$'\n'
}

flush() {
  printf '%s' "$out"
  out=''
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
  out+=${text%$'\n'}$'\n'
}

print_files() { # FILE...
  local file
  for file in "$@"; do print_file "$file"; done
}

# A command's output, as it is.
run() { # NAME COMMAND...
  has "$2" || return 0
  head_line text "$1"
  flush
  shift
  "$@" </dev/null || true
}

# Starts a command beside the rest. What it says is told at the end.
start() { # NAME COMMAND...
  local name=$1 fd
  shift
  has "$1" || return 0
  exec {fd}< <(exec "$@")
  begun+=("$name") ends+=("$fd") pids+=("$!")
}

# Who has not begun to answer in time is late, and is ended.
tell_started() {
  local i left text
  for i in "${!begun[@]}"; do
    left=$((${FACTS_SECONDS:-40} - SECONDS))
    if await_text text "${ends[i]}" $((left > 0 ? left : 1)); then
      head_line text "${begun[i]}"
      out+=$text
      [[ -z $text || $text == *$'\n' ]] || out+=$'\n'
    else
      head_line late "${begun[i]}"
      [[ -z ${pids[i]} ]] || kill -9 "${pids[i]}" || true
    fi
  done
}

# Prints lines of files, each with its path. Arguments: files, and before them the pattern of the
# lines that are wanted (empty: every line). Then what dpkg has of the packages named, and which are
# not whole. The kernel lists sockets that listen first; the rest, which can be long, is not read.
# shellcheck disable=SC2016 # awk's fields
readonly READER='
  function field(key, at, rest) {
    at = index(stanza, "\n" key ": ")
    rest = substr(stanza, at + length(key) + 3)
    return at ? substr(rest, 1, index(rest "\n", "\n") - 1) : "-"
  }
  BEGIN {
    for (i = 1; i < ARGC; i++) {
      file = ARGV[i]
      if (file !~ /^\//) { pattern = file; continue }
      others = file ~ /^\/proc\/net\/tcp/ ? 0 : -1
      while ((getline line < file) > 0)
        if (pattern == "" || line ~ pattern) print file ":" line
        else if (others >= 0 && others++) break
      close(file)
    }
    n = split(packages, names)
    for (i = 1; i <= n; i++) wanted[names[i]]
    RS = ""
    while ((getline stanza < "/var/lib/dpkg/status") > 0) {
      if (!told++) print told_by "text" told_by "dpkg"
      name = substr(stanza, 10, index(stanza, "\n") - 10)
      if (!(name in wanted) && index(stanza, "\nStatus: install ok installed\n")) continue
      state = field("Status")
      if (state !~ /(config-files|not-installed)$/) print name, field("Version"), state
    }
  }'

# The same by bash, slowly, where awk is not there or fails; dpkg's part is left out.
read_slowly() { # PATTERN FILE...
  local file pattern='' line lines
  for file in "$@"; do
    [[ $file == /* ]] || pattern=$file
    [[ -f $file && -r $file ]] || continue
    mapfile -t lines <"$file"
    for line in "${lines[@]}"; do
      [[ $line =~ $pattern ]] && printf '%s:%s\n' "$file" "$line"
    done
  done
}

readonly SYSCTLS=(/proc/sys/net/ipv4/ip_forward /proc/sys/net/bridge/bridge-nf-call-iptables
  /proc/sys/net/bridge/bridge-nf-call-ip6tables /proc/sys/net/bridge/bridge-nf-call-arptables
  /proc/sys/net/ipv6/conf/all/forwarding /proc/sys/net/ipv6/conf/default/forwarding
  /proc/sys/net/ipv6/conf/all/disable_ipv6 /proc/sys/net/ipv6/conf/default/disable_ipv6
  /proc/sys/net/ipv4/conf/all/rp_filter /proc/sys/net/ipv4/conf/default/rp_filter
  /proc/sys/net/ipv4/ip_nonlocal_bind /proc/sys/net/ipv4/ip_local_port_range
  /proc/sys/net/netfilter/nf_conntrack_max /proc/sys/fs/inotify/max_user_watches
  /proc/sys/fs/inotify/max_user_instances /proc/sys/fs/file-max /proc/sys/fs/nr_open
  /proc/sys/vm/swappiness /proc/sys/vm/overcommit_memory /proc/sys/vm/panic_on_oom
  /proc/sys/vm/max_map_count /proc/sys/kernel/panic /proc/sys/kernel/panic_on_oops
  /proc/sys/kernel/pid_max /proc/sys/kernel/threads-max /proc/sys/user/max_user_namespaces
  /proc/sys/kernel/keys/root_maxkeys /proc/sys/kernel/keys/root_maxbytes)

# Files without passwords whose lines are all wanted.
readonly FILES=(/proc/sys/kernel/osrelease /proc/sys/kernel/ostype /proc/sys/kernel/arch
  /proc/sys/kernel/hostname /proc/cmdline /proc/swaps /proc/filesystems /proc/1/comm /etc/machine-id
  /sys/class/dmi/id/product_uuid /run/systemd/container /etc/locale.conf /etc/default/locale
  /etc/timezone /etc/hosts /etc/resolv.conf /run/systemd/resolve/resolv.conf /proc/net/ipv6_route
  /sys/fs/selinux/enforce /etc/selinux/config /sys/module/apparmor/parameters/enabled
  /etc/ufw/ufw.conf /etc/firewalld/firewalld.conf)

# Of these the first that can be read.
readonly EITHER='/etc/os-release:/usr/lib/os-release
  /sys/devices/system/cpu/online:/proc/cpuinfo /sys/fs/cgroup/cgroup.controllers:/proc/cgroups'

readonly OPTIONS='NAMESPACES|NET_NS|PID_NS|IPC_NS|UTS_NS|CGROUPS|CGROUP_BPF|CGROUP_CPUACCT|CGROUP_DEVICE|CGROUP_FREEZER|CGROUP_PIDS|CGROUP_SCHED|CPUSETS|MEMCG|INET|EXT4_FS|PROC_FS|NETFILTER_XT_TARGET_REDIRECT|IP_NF_TARGET_REDIRECT|NETFILTER_XT_MATCH_COMMENT|FAIR_GROUP_SCHED|OVERLAY_FS|AUFS_FS|BLK_DEV_DM|CFS_BANDWIDTH|CGROUP_HUGETLB|SECCOMP|SECCOMP_FILTER'

read_files() {
  local file files=('' "${FILES[@]}" "${SYSCTLS[@]}") config=''
  files+=(/sys/class/block/!(loop*|ram*|zram*)/{size,dev,ro,removable,queue/rotational})
  has ip || files+=(/proc/net/route)
  for file in $EITHER; do
    [[ -r ${file%:*} ]] && files+=("${file%:*}") || files+=("${file#*:}")
  done
  files+=('^Mem(Total|Available):' /proc/meminfo ' - .* /dev/| / / ' /proc/self/mountinfo
    '^E:ID_FS_TYPE=' /run/udev/data/b+([0-9]):+([0-9])
    "^[^:]*:[^:]*:$EUID:${SUDO_USER:+|^$SUDO_USER:}" /etc/passwd)
  [[ -z $sockets ]] || { await_text listening "$sockets" 5; exec {sockets}<&-; } || true
  # Without ss: the kernel goes through its table of all connections for each of these files.
  [[ $listening == *:* ]] ||
    files+=('^ *[0-9]+: [0-9A-F]+:[0-9A-F]+ [0-9A-F]+:0000 0[A7] ' /proc/net/{tcp,tcp6,udp,udp6})
  for file in "/boot/config-$release" "/usr/src/linux-$release/.config" \
    "/usr/lib/modules/$release/config" "/usr/lib/ostree-boot/config-$release" \
    "/usr/src/linux-headers-$release/.config" "/lib/modules/$release/build/.config" \
    /proc/config.gz; do
    [[ -r $file ]] || continue
    head_line kernel-config "$file"
    [[ $file != *.gz ]] || { exec {config}< <(exec gzip -dc "$file") && file=/dev/fd/$config; }
    files+=("^CONFIG_($OPTIONS)=" "$file")
    break
  done
  has awk && picked=$(exec awk -v packages="${PACKAGES//$'\n'/ }" -v told_by="$US" "$READER" "${files[@]}")
  [[ -n $picked ]] || picked=$(read_slowly "${files[@]}") || true
  [[ -z $config ]] || exec {config}<&-
  head_line lines
  out+=$picked$'\n'
}

read_system() {
  [[ -r /proc/sys/kernel/arch ]] || head_line kernel hardware "$(exec uname -m)"
  [[ -f /.dockerenv ]] && head_line container docker
  [[ -f /run/.containerenv ]] && head_line container podman
  return 0
}

read_login() {
  local name value
  head_line login "$EUID" "${USER:-}" "${SUDO_USER:-}"
  for name in http_proxy https_proxy no_proxy HTTP_PROXY HTTPS_PROXY NO_PROXY; do
    value=${!name:-}
    [[ $value =~ ^(.*://)[^/@]*@(.*)$ ]] && value=${BASH_REMATCH[1]}${BASH_REMATCH[2]}
    [[ -n $value ]] && head_line env "$name" "$value"
  done
  print_files /etc/environment
}

read_cgroups() {
  local dir=/sys/fs/cgroup
  [[ -d $dir/init.scope || -d $dir/system.slice || -d $dir/systemd || -d $dir/unified/init.scope ]] &&
    head_line cgroup systemd
  if [[ -e $dir/cgroup.controllers ]]; then
    head_line cgroup v2
    return
  fi
  [[ -e $dir/unified/cgroup.controllers ]] && head_line cgroup unified
  [[ -d $dir/memory || -d $dir/cpu || -d $dir/systemd ]] && head_line cgroup v1
  return 0
}

readonly MODULES='overlay br_netfilter nf_conntrack ip_vs ip_vs_rr ip_vs_wrr ip_vs_sh vxlan ipip
  wireguard dummy veth bridge ip_tables ip6_tables iptable_filter iptable_nat nf_tables nft_compat
  nf_nat xt_comment xt_MASQUERADE ip_set rbd ceph nbd nfs nfsv4 zram'

read_modules() {
  local name missing='' dir=/lib/modules/$release
  for name in $MODULES; do
    out+=${US}module$US$name$US
    if [[ -e /sys/module/$name/initstate ]]; then
      out+=$'loaded\n'
    elif [[ -d /sys/module/$name ]]; then
      out+=$'built-in\n'
    else
      out+=$'not-loaded\n'
      missing+="|${name//_/[_-]}"
    fi
  done
  if [[ -n $missing && -r $dir/modules.dep ]]; then
    head_line module-files "$dir"
    run modules grep -HoE "/(${missing#|})\.ko(\.[a-z]+)?(:|\$)" "$dir/modules.builtin" "$dir/modules.dep"
  fi
  return 0
}

readonly UNITS='containerd crio docker cri-docker kubelet firewalld ufw nftables iptables
  netfilter-persistent chrony chronyd systemd-timesyncd ntp ntpd ntpsec openntpd NetworkManager
  systemd-networkd networking wicked network systemd-resolved nm-cloud-setup unattended-upgrades
  apt-daily apt-daily-upgrade packagekit apparmor multipathd zramswap k3s k3s-agent rke2-server
  rke2-agent k0scontroller k0sworker snap.microk8s.daemon-kubelite keepalived haproxy'

# Only units that have a file are asked for: systemd takes long to answer for those it has not.
read_services() {
  local asked=() unit swaps manager='' told
  [[ -d /run/systemd/system ]] && has systemctl || return 0
  exec {told}< <(exec systemctl show --property=Version,SystemState,NFailedUnits,Virtualization)
  for unit in $UNITS; do
    has_unit "$unit.service" && asked+=("$unit.service")
  done
  for unit in nm-cloud-setup.timer docker.socket cri-docker.socket; do
    has_unit "$unit" && asked+=("$unit")
  done
  swaps=({/etc,/run,/usr/local/lib,/usr/lib,/lib}/systemd/system/*.swap
    /run/systemd/@(transient|generator|generator.early|generator.late)/*.swap)
  ((${#swaps[@]} == 0)) || asked+=('*.swap')
  ((${#asked[@]} == 0)) || start services systemctl show --no-pager \
    --property=Id,LoadState,ActiveState,UnitFileState,FragmentPath,SourcePath,What "${asked[@]}"
  await_text manager "$told" 20
  exec {told}<&-
  head_line text manager
  out+=$manager$'\n'
  [[ $manager == *NFailedUnits=[1-9]* ]] &&
    start failed-units systemctl list-units --state=failed --plain --no-legend --no-pager
  return 0
}

has_unit() { # NAME
  [[ -e /usr/lib/systemd/system/$1 || -e /etc/systemd/system/$1 || -e /lib/systemd/system/$1 ||
    -e /run/systemd/system/$1 || -e /usr/local/lib/systemd/system/$1 ||
    -e /run/systemd/transient/$1 || -e /run/systemd/generator/$1 ||
    -e /run/systemd/generator.early/$1 || -e /run/systemd/generator.late/$1 ]]
}

readonly PLACES='/ /boot /etc /usr /opt /tmp /run /var /var/log /var/tmp /var/lib /var/lib/kubelet
  /var/lib/etcd /var/lib/containerd /var/lib/containers /var/lib/docker /var/cache /etc/kubernetes'

read_space() {
  local place real reals=()
  for place in $PLACES; do
    real=$place
    until [[ -d $real ]]; do real=${real%/*} real=${real:-/}; done
    out+=${US}place$US$place$US$real$'\n'
    reals+=("$real")
  done
  start space df -kPT "${reals[@]}"
}

read_swap() {
  local lines=() line
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

# Which disk a partition is of.
read_disks() {
  local path disk
  for path in /sys/class/block/!(loop*|ram*|zram*)/*/partition; do
    path=${path%/partition} disk=${path%/*}
    head_line disk-part "${path##*/}" "${disk##*/}"
  done
}

# The ports that kubeadm, the control plane, etcd, kube-proxy and Flannel need, as ss and as the
# kernel's files say them. Who owns each socket costs a look at every process: it is asked only where
# one of them is taken.
readonly NEEDED='6443|2379|2380|8472|10248|10249|10250|10256|10257|10259'

read_ports() {
  local port ports=$NEEDED shown='' pattern
  for port in ${PORTS:-}; do ports+="|$port"; done
  if [[ $listening == *:* ]]; then
    shown=$listening pattern=":($ports)[[:space:]]"
  else
    set -f
    for port in ${ports//|/ }; do printf -v shown '%s|%04X' "$shown" "$port"; done
    set +f
    pattern=":(${shown#|}) [0-9A-F]+:0000 0[A7] " shown=$picked
  fi
  if [[ $shown =~ $pattern ]]; then
    run ports ss -tulnp
  elif [[ $listening == *:* ]]; then
    head_line text ports
    out+=$listening
  fi
}

route_questions() {
  local address
  set -f
  for address in $PEERS; do printf 'route get %s\n' "$address"; done
}

read_network() {
  local path value lines=() line
  for path in /sys/class/net/*; do
    [[ -e $path/device ]] && head_line nic-device "${path##*/}"
  done
  if has busybox && [[ ${BASH_CMDS[ip]:-} -ef ${BASH_CMDS[busybox]} ]]; then
    run addresses ip addr show
    run routes ip route show
  else
    # One process for both; -force goes on after an address without a route.
    head_line text addresses
    flush
    ! has ip || ip -force -batch - <<<$'addr show\nroute show table main' || true
    [[ -z ${PEERS:-} ]] || run peers ip -force -batch <(route_questions)
  fi
  read_ports
  for value in /etc/netplan/*.yaml; do head_line network-file netplan "$value"; done
  for value in /etc/network/interfaces /etc/network/interfaces.d/*; do
    [[ -f $value ]] && head_line network-file ifupdown "$value"
  done
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
  local file links=() zone=''
  # /etc/timezone, read with the files, says the zone too, unless it was forgotten there.
  first_line zone /etc/timezone || true
  [[ -n $zone && /etc/localtime -ef /usr/share/zoneinfo/$zone ]] || links+=(/etc/localtime)
  links+=(/etc/resolv.conf)
  for file in "${!links[@]}"; do
    [[ -L ${links[file]} ]] || unset -v "links[file]"
  done
  if ((${#links[@]})) && has readlink; then
    head_line links "${links[@]}"
    flush
    readlink "${links[@]}" || true
  fi
}

# Asks the tools only where the kernel has the tables already: asking would load the modules.
read_firewall() {
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

# Looked up by hash, which says nothing: type -P would write each line by itself, and each could be a packet.
read_tools() {
  local found=''
  # shellcheck disable=SC2086 # a list of names
  hash -- $TOOLS || true
  ((${#BASH_CMDS[@]} == 0)) || printf -v found '%s\n' "${BASH_CMDS[@]}"
  head_line text tools
  out+=$found
}

read_runtimes() {
  local path lines=() line
  for path in /run/containerd/containerd.sock /run/crio/crio.sock /run/cri-dockerd.sock \
    /run/docker.sock; do
    [[ -S $path ]] && head_line socket "$path"
  done
  print_files /etc/systemd/system/{containerd,docker,crio,kubelet}.service.d/*proxy*.conf
  read_docker
  # Not the whole file: it may hold a registry's password.
  [[ -r /etc/containerd/config.toml ]] || return 0
  mapfile -t -n 2000 lines </etc/containerd/config.toml
  head_line text containerd-config
  for line in "${lines[@]}"; do
    [[ $line =~ ^[[:space:]]*(\[|[\"\']|\]|version|disabled_plugins|SystemdCgroup|sandbox|config_path|imports|bin_dir|conf_dir|snapshotter) ]] &&
      out+=$line$'\n'
  done
  return 0
}

# Each running container has a folder at the containerd that Docker uses, its own or the host's.
read_docker() {
  local running=(/run/docker/containerd/daemon/io.containerd.runtime.v2.task/moby/*/
    /run/containerd/io.containerd.runtime.v2.task/moby/*/)
  [[ -e /run/dockershim.sock ]] && head_line dockershim
  print_file /etc/docker/daemon.json
  ((${#running[@]} == 0)) || head_line docker-running "${#running[@]}"
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
  for file in /sys/class/net/@(cni0|flannel.*|flannel-v6.*|flannel-wg*|cali*|tunl0|vxlan*.calico|wireguard.cali|cilium_*|lxc*|weave|kube-ipvs0|kube-bridge|nodelocaldns); do
    head_line left link "${file##*/}"
  done
}

readonly PACKAGES='kubeadm kubelet kubectl cri-tools kubernetes-cni containerd containerd.io runc cri-o
  docker.io docker-ce docker-ee docker-ce-cli moby-engine moby-containerd cri-dockerd podman podman-docker
  conntrack conntrack-tools iptables iptables-nft ethtool socat nftables firewalld ufw chrony
  systemd-timesyncd ntp ntpsec openssh-server containernetworking-plugins containernetworking-plugins
  container-selinux unattended-upgrades packagekit dnf-plugins-core python3-dnf-plugin-versionlock
  apt-transport-https ca-certificates gnupg gpg curl'

read_packages() {
  if [[ -r /var/lib/dpkg/status ]]; then # which was read with the files
    print_files /etc/apt/sources.list /etc/apt/sources.list.d/*.@(list|sources)
    read_apt_proxy
  elif has rpm; then
    # shellcheck disable=SC2086 # a list of names
    installed=$(exec rpm -q --qf '%{NAME} %{VERSION}-%{RELEASE}\n' $PACKAGES) || true
    head_line text rpm
    out+=$installed$'\n'
    print_files /etc/yum.repos.d/*.repo /etc/zypp/repos.d/*.repo /etc/dnf/vars/* /etc/yum/vars/* \
      /etc/dnf/dnf.conf /etc/yum.conf /etc/dnf/plugins/versionlock.list \
      /etc/yum/pluginconf.d/versionlock.list /etc/dnf/versionlock.toml /etc/zypp/locks
  fi
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
start_slow() {
  has ss && exec {sockets}< <(exec ss -tuln)
  [[ -z $host ]] || told_by_hosts || start own-name getent ahosts "$host"
  if [[ -d /run/systemd/system && ! -e /run/systemd/timesync/synchronized ]]; then
    start timedate timedatectl show --property=NTPSynchronized,Timezone
  fi
}

# The answer about our own name, as getent would give it, where the file of hosts is asked first and holds it.
told_by_hosts() {
  local lines=() line text='' answer=''
  IFS= read -r -d '' -n 8192 text </etc/nsswitch.conf || true
  [[ $text =~ (^|[[:cntrl:]])hosts:[[:space:]]*files[[:space:]] ]] || return
  mapfile -t -n 500 lines </etc/hosts
  for line in "${lines[@]}"; do
    [[ $line =~ ^[[:space:]]*([0-9a-fA-F.:]+)[[:space:]]+([^#]*[[:space:]])?"$host"([[:space:]#]|$) ]] || continue
    [[ $line =~ ^[[:space:]]*([^[:space:]]+)[[:space:]]+([^[:space:]#]+) ]]
    answer+="${BASH_REMATCH[1]} STREAM ${BASH_REMATCH[2]}"$'\n'
  done
  [[ -n $answer ]] || return
  head_line text own-name
  out+=$answer
}

start_versions() {
  local program
  version kubeadm kubeadm kubeadm version -o short
  version kubelet kubelet kubelet --version
  version kubectl kubectl kubectl version --client
  version containerd 'containerd containerd.io moby-containerd' containerd --version
  version crio cri-o crio --version
  version dockerd 'docker.io docker-ce docker-ee moby-engine' dockerd --version
  version cri-dockerd cri-dockerd cri-dockerd --version
  version crictl cri-tools crictl --version
}

version() { # PROGRAM PACKAGES COMMAND...
  local name=$1 package
  has "$1" || return 0
  if [[ ${BASH_CMDS[$1]} == @(/usr|)/@(s|)bin/* ]]; then
    for package in $2; do # among dpkg's or rpm's
      [[ $'\n'$picked$'\n'$installed == *$'\n'"$package "* ]] && return 0
    done
  fi
  shift 2
  start "version $name" "$@"
}

# What was asked for, so that no answer is an answer too.
asked() {
  local target
  set -f
  for target in ${PROBES:-}; do head_line try "$target"; done
  for target in ${PEERS:-}; do head_line peer "$target"; done
  set +f
}

# For the processes beside, whose lines are not gathered with ours.
print_head() { # NAME FIELD...
  out=''
  head_line "$@"
  flush
}

# The tries, side by side, each with a deadline of its own; all lines are printed at the end.
probe_all() {
  local seconds=${PROBE_SECONDS:-6} target urls=() places=() images=()
  set -f
  for target in ${PROBES:-}; do
    case $target in
      http*://*/v2/*/manifests/*) images+=("$target") ;;
      http://* | https://*) urls+=("$target") ;;
      *) places+=("$target") ;;
    esac
  done
  find_asker
  [[ -n $asker ]] || places+=("${urls[@]}")
  ((${#images[@]} == 0)) || try_images "$seconds" "${images[@]}" &
  ((${#places[@]} == 0)) || try_places "$seconds" "${places[@]}" &
  case ${urls:+$asker} in
    curl) try_addresses "$seconds" "${urls[@]}" ;;
    wget) try_with_wget "$seconds" "${urls[@]}" ;;
  esac
  wait
}

# Who asks addresses. Where the proxy wants an account it is not wget, which takes one only from where secrets do
# not belong: its arguments, its environment, a file. bash asks then, where it can.
find_asker() {
  asker=''
  if has curl; then
    asker=curl
  elif [[ -z ${PROBE_ACCOUNT:-} ]] && has wget; then
    asker=wget
  fi
}

try_places() { # SECONDS PLACE...
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

try_place() { # HOST:PORT or, where nobody else asks, a URL
  local from=${EPOCHREALTIME:-} said='' inner=''
  # A wait can be interrupted, a connect cannot: hence a process that can be ended.
  trap 'print_head probe "$1" tcp 28 "" "$((${PROBE_SECONDS:-6} * 1000))"; kill $inner; exit 0' TERM
  exec {answer}< <(exec 2>&1; ask_place "$1")
  inner=$!
  IFS= read -r -d '' said <&"$answer" || true
  elapsed "$from"
  if [[ $said =~ (^|$'\n')HTTP/[0-9.]+\ ([0-9]+) ]]; then
    print_head probe "$1" plain 0 "${BASH_REMATCH[2]}" "$elapsed"
  else
    print_head probe "$1" tcp '' '' "$elapsed" "$said"
  fi
}

ask_place() { # HOST:PORT or URL
  local host port line request
  if [[ ! $1 =~ ^(https?)://(\[[^]/]*\]|[^]/:]+)(:([0-9]+))?(/.*)?$ ]]; then
    host=${1%:*} && : <>"/dev/tcp/${host//[][]/}/${1##*:}" && printf 'open\n'
    return
  fi
  host=${BASH_REMATCH[2]} port=${BASH_REMATCH[4]}
  if by_proxy "$host"; then
    ask_proxy "$1" "$host" "$port"
    return
  fi
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

# Whether a host is reached through the proxy; of the ranges only what is named alone is known here.
by_proxy() { # HOST
  local one
  [[ -n ${PROBE_PROXY:-} ]] || return 1
  set -f
  for one in ${PROBE_NO_PROXY//,/ }; do
    [[ $one == '*' || $1 == "$one" || $one == .* && $1 == *"$one" ]] && return 1
  done
  return 0
}

# What the proxy says: of an http address its answer, of an https one whether it lets us through.
ask_proxy() { # URL HOST PORT
  local place=${PROBE_PROXY#*://} line='' first account=''
  place=${place%%/*}
  [[ $place == *:* ]] || place+=:80
  if [[ -n ${PROBE_ACCOUNT:-} ]]; then
    account=$(printf '%b' "${PROBE_ACCOUNT//%/\\x}" | base64 -w 0)
    account="Proxy-Authorization: Basic $account"$'\r\n'
  fi
  first="GET $1 HTTP/1.0"
  [[ $1 == http:* ]] || first="CONNECT $2:${3:-443} HTTP/1.0"
  exec {wire}<>"/dev/tcp/${place%:*}/${place##*:}" &&
    printf '%s\r\nHost: %s\r\n%s\r\n' "$first" "$2" "$account" >&"$wire" &&
    IFS= read -r line <&"$wire" && printf '%s\n' "$line"
}

try_addresses() { # SECONDS URL...
  local seconds=$1 url answers='' options
  shift
  options=(-q -s -S -L --max-redirs 5 --connect-timeout "$seconds" --max-time "$seconds")
  local say="${US}probe$US%{url}${US}curl$US%{exitcode}$US%{http_code}$US%{time_total}$US%{errormsg}\n"
  local all=()
  for url in "$@"; do all+=(-o /dev/null "$url"); done
  answers=$(exec curl "${options[@]}" -K <(curl_way) -Z --parallel-max 24 -w "$say" "${all[@]}" 2>/dev/null) || true
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

# The proxy with its account for curl, through a pipe: arguments are seen by all. wget reads nothing from a pipe.
curl_way() {
  [[ -z ${PROBE_PROXY:-} ]] ||
    printf 'proxy = "%s"\nnoproxy = "%s"\n' "$(proxy_address)" "${PROBE_NO_PROXY:-}"
}

wget_way() {
  [[ -n ${PROBE_PROXY:-} ]] || return 0
  export http_proxy=$PROBE_PROXY https_proxy=$PROBE_PROXY no_proxy=${PROBE_NO_PROXY:-}
}

proxy_address() {
  printf '%s' "${PROBE_PROXY%%://*}://${PROBE_ACCOUNT:+$PROBE_ACCOUNT@}${PROBE_PROXY#*://}"
}

try_address() { # URL OPTION...
  local url=$1 answer code=0
  shift
  answer=$(exec curl "$@" -K <(curl_way) -o /dev/null -w "%{http_code}$US%{time_total}" "$url" 2>/dev/null) || code=$?
  printf '%s\n' "${US}probe$US$url${US}curl$US$code$US$answer$US"
}

try_with_wget() { # SECONDS URL...
  local seconds=$1 url
  shift
  for url in "$@"; do
    wget_address "$seconds" "$url" &
  done
  wait
}

wget_address() { # SECONDS URL
  local said status='' code=0
  said=$(wget_way && exec wget -S -O /dev/null -T "$1" -t 1 "$2" 2>&1 </dev/null) || code=$?
  [[ $said =~ .*HTTP/[0-9.]+\ ([0-9]+) ]] && status=${BASH_REMATCH[1]}
  print_head probe "$2" wget "$code" "$status" '' "$said"
}

# Images by their tags, some side by side. Whose turn does not come in time is not told.
try_images() { # SECONDS URL...
  local seconds=$1 url turn=0 end=$((SECONDS + 2 * $1))
  shift
  for url in "$@"; do
    ((SECONDS < end)) || break
    try_image "$seconds" "$url" &
    ((++turn % 24)) || wait
  done
  wait
}

# As a runtime does: by HEAD and, where the registry wants it, with a token that it gives to anybody, hence no secret.
# Source: OCI Distribution Specification 1.1, pulling manifests; Docker, token authentication.
try_image() { # SECONDS URL
  local from=${EPOCHREALTIME:-} said='' status='' tool=none code=0 token=''
  ask_image "$1" "$2"
  if [[ $status == 401 ]] && image_token "$1"; then ask_image "$1" "$2" "$token"; fi
  elapsed "$from"
  printf -v elapsed '%d.%03d' "$((elapsed / 1000))" "$((elapsed % 1000))"
  if [[ -n $status ]]; then
    print_head probe "$2" curl 0 "$status" "$elapsed" ''
  else
    print_head probe "$2" "$tool" "$code" '' "$elapsed" "$said"
  fi
}

# What it says, its status, and which tool asked, with its exit code.
ask_image() { # SECONDS URL [TOKEN]
  local oci=application/vnd.oci.image docker=application/vnd.docker.distribution.manifest types
  types="Accept: $oci.index.v1+json, $docker.list.v2+json, $oci.manifest.v1+json, $docker.v2+json"
  status='' code=0
  if [[ $asker == curl ]]; then
    tool=curl
    said=$(exec curl -q -s -S -I -L --suppress-connect-headers --max-redirs 5 --max-time "$1" \
      -K <(curl_way) -H "$types" ${3:+-H "Authorization: Bearer $3"} "$2" 2>&1) || code=$?
  elif [[ $asker == wget ]]; then
    tool=wget
    said=$(wget_way && exec wget -S --spider --header "$types" ${3:+--header "Authorization: Bearer $3"} \
      -T "$1" -t 1 "$2" 2>&1 </dev/null) || code=$?
  elif can_ask_bare; then
    tool=tcp
    said=$(ask_bare "$1" HEAD "$2" "$types"$'\r\n'"${3:+Authorization: Bearer $3$'\r\n'}" 2>&1) || code=$?
    ((code == 124)) && code=28 || code='' # as curl says that time is up
  fi
  if [[ $said =~ .*HTTP/[0-9.]+\ ([0-9]+) ]]; then status=${BASH_REMATCH[1]}; fi
}

can_ask_bare() { has openssl && has timeout && [[ -z ${PROBE_PROXY:-} ]]; }

# An answer as it comes, where there is neither curl nor wget, as on small systems.
ask_bare() { # SECONDS METHOD URL HEADERS
  local host port request
  [[ $3 =~ ^(https?)://(\[[^]/]*\]|[^]/:]+)(:([0-9]+))?(/.*)?$ ]] || return
  host=${BASH_REMATCH[2]} port=${BASH_REMATCH[4]}
  request="$2 ${BASH_REMATCH[5]:-/} HTTP/1.0"$'\r\n'"Host: $host${BASH_REMATCH[3]}"$'\r\n'"$4"$'\r\n'
  host=${host//[][]/}
  if [[ ${BASH_REMATCH[1]} == http ]]; then
    # shellcheck disable=SC2016 # the other bash's
    timeout "$1" bash -c 'exec 3<>"/dev/tcp/$1/$2" && cat >&3 && cat <&3' - "$host" "${port:-80}" <<<"$request"
  else
    timeout "$1" openssl s_client -quiet -servername "$host" -verify_hostname "$host" \
      -verify_return_error -connect "$host:${port:-443}" <<<"$request"
  fi
}

# The token that the answer says where to get, into the caller's variable.
image_token() { # SECONDS
  local part text='' url
  shopt -s nocasematch
  [[ $said =~ www-authenticate:\ *bearer\ [^$'\r\n']*realm=\"(https?://[^\"]+)\" ]] || return 1
  url=${BASH_REMATCH[1]}
  for part in service scope; do
    [[ $said =~ www-authenticate:\ *bearer\ [^$'\r\n']*$part=\"([^\"]*)\" ]] || continue
    [[ $url == *\?* ]] && url+='&' || url+='?'
    text=${BASH_REMATCH[1]//%/%25}
    text=${text//&/%26} text=${text//+/%2B} text=${text// /%20}
    url+=$part=$text
  done
  if [[ $asker == curl ]]; then
    text=$(exec curl -q -s -S -L --max-redirs 5 --max-time "$1" -K <(curl_way) "$url" 2>/dev/null)
  elif [[ $asker == wget ]]; then
    text=$(wget_way && exec wget -q -O - -T "$1" -t 1 "$url" 2>/dev/null </dev/null)
  else
    text=$(ask_bare "$1" GET "$url" '' 2>/dev/null)
  fi
  [[ $text =~ \"(access_)?token\"[[:space:]]*:[[:space:]]*\"([^\"[:cntrl:]]+)\" ]] || return 1
  token=${BASH_REMATCH[2]}
}

# All that comes, if it begins to come in time. With -t, read makes two system calls for each
# character: for one only.
await_text() { # VARIABLE FILE-DESCRIPTOR SECONDS
  local first='' rest='' code=0
  IFS= read -r -N 1 -t "$3" first <&"$2" || code=$?
  [[ -z $first ]] || IFS= read -r -N 1048576 rest <&"$2" || true
  printf -v "$1" '%s' "$first$rest"
  ((code <= 128))
}

main() {
  local from=${EPOCHREALTIME:-} tries=''
  SECONDS=0
  head_line begin 1 "$from"
  asked
  [[ -z ${PROBES:-} ]] || exec {probes}< <(probe_all)
  first_line release /proc/sys/kernel/osrelease || true
  first_line host /proc/sys/kernel/hostname || true
  start_slow
  read_space
  read_services
  read_files
  read_modules
  read_system
  read_packages
  start_versions
  read_login
  read_cgroups
  read_swap
  read_disks
  read_network
  read_clock
  read_firewall
  read_tools
  read_runtimes
  read_kubernetes
  tell_started
  [[ -z $probes ]] || await_text tries "$probes" $((${PROBE_SECONDS:-6} + 10)) || true
  out+=$tries
  elapsed "$from"
  head_line end "$elapsed" "${EPOCHREALTIME:-}"
  flush
}

# What one host does not have is no error: each part reads what it can, hence no stop at the first.
# What they and the shell complain of is no fact either. Redirected once, as each costs ten calls.
main </dev/null 2>/dev/null || true
