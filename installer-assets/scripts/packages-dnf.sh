# shellcheck shell=bash
# Packages by dnf (4 or 5; yum is dnf 4's other name). PACKAGES: lines "name" or "name=version-prefix"; HOLD: lines of
# those that are held, by the exclude= line of our own repositories, which is lifted for this call alone; LOCK_WAIT:
# seconds (600). SOURCES: lines folder|||key of repositories that lie on this host. Then they are the only ones: the
# host's own, which may be out of reach, are neither read nor changed; without a key those of the host's own count.
LOCK_WAIT=${LOCK_WAIT:-600}
KW_PACKAGE_TOOL=rpm

if kw_has dnf5; then
  tool=dnf5
elif kw_has dnf; then
  tool=dnf
else
  kw_fail host.noDnf
fi

names=() repositories=() excluded=''
declare -A prefix_of=() version_of=() has=()
while IFS='=' read -r name prefix; do
  [ -n "$name" ] || continue
  names+=("$name") prefix_of[$name]=$prefix
done <<< "$PACKAGES"
for file in /etc/yum.repos.d/kubeadm-wizard-*.repo; do
  [ -n "${SOURCES-}" ] || [ ! -e "$file" ] || { file=${file##*/} && repositories+=("${file%.repo}"); }
done

# The host's own configuration with the proxy in it, unless it names one. Source: dnf.conf(5), proxy_username.
behind_proxy() {
  local account line
  kw_read /etc/dnf/dnf.conf
  [[ $'\n'$KW_TEXT != *$'\n'proxy[[:blank:]=]* ]] || return 0
  account="proxy=$PROXY_HTTPS"$'\n'
  if [ -n "$PROXY_ACCOUNT" ]; then
    line=${PROXY_ACCOUNT%%:*}
    account+="proxy_username=$(printf '%b' "${line//%/\\x}")"$'\n'
    line=${PROXY_ACCOUNT#*:}
    account+="proxy_password=$(printf '%b' "${line//%/\\x}")"$'\n'
  fi
  [[ $KW_TEXT == *'[main]'* ]] || KW_TEXT=$'[main]\n'$KW_TEXT
  (umask 077 && printf '%s' "${KW_TEXT/'[main]'$'\n'/"[main]"$'\n'"$account"}" > "$KW_WAY/dnf.conf")
  dnf+=("--config=$KW_WAY/dnf.conf")
}

# Repositories that do not answer stop nothing, save our own.
dnf=("$tool" -y '--setopt=*.skip_if_unavailable=1')
kw_way_out
[ "$KW_WAY" = direct ] || behind_proxy
if [ ${#repositories[@]} -gt 0 ]; then
  dnf+=('--setopt=kubeadm-wizard-*.skip_if_unavailable=0')
  if [ "$tool" = dnf5 ]; then
    excluded=$(IFS=, && echo "${repositories[*]}")
    dnf+=("--setopt=disable_excludes=$excluded")
  else
    for name in "${repositories[@]}"; do dnf+=("--disableexcludes=$name"); done
  fi
fi

# The keys by which the host trusts its own repositories, as addresses of files, into keys.
own_keys() {
  local file line word
  local -A seen=()
  for file in /etc/yum.repos.d/*.repo; do
    [ -f "$file" ] || continue
    while IFS= read -r line; do
      line=${line#"${line%%[![:blank:]]*}"}
      case $line in gpgkey*=*) line=${line#*=} ;; file://*) ;; *) continue ;; esac
      for word in ${line//,/ }; do
        word=${word#file://} word=${word//\$releasever/$major} word=${word//\$basearch/$HOSTTYPE}
        case $word in /*) [ ! -r "$word" ] || seen[file://$word]=1 ;; esac
      done
    done < "$file"
  done
  if [ ${#seen[@]} = 0 ]; then # its repositories were taken away: the keys that came with the distribution
    for file in /etc/pki/rpm-gpg/RPM-GPG-KEY-*; do [ ! -r "$file" ] || seen[file://$file]=1; done
  fi
  keys=${!seen[*]}
}

# Configuration and caches of this run's own, so that nothing of it stays; the latter on disk, as dnf 5 copies packages
# there. Modules of the host's own repositories hide nothing, as these are not read.
use_only_sources() {
  local folder key home=/run/kubeadm-wizard/carried cache=/var/cache/kubeadm-wizard/dnf keys major='' number=0
  KW_TEMPS+=("$home" "$cache")
  rm -rf -- $home $cache
  mkdir -p $home/repos $cache
  kw_read /etc/os-release
  if [[ $KW_TEXT =~ VERSION_ID=.?([0-9]+) ]]; then major=${BASH_REMATCH[1]}; fi
  own_keys
  while IFS='|' read -r folder _ _ key; do
    number=$((number + 1))
    printf '[carried-%s]\nname=%s\nbaseurl=file://%s\nenabled=1\ngpgcheck=1\ngpgkey=%s\nmodule_hotfixes=1\n' \
      $number "${folder##*/}" "$folder" "${key:+file://}${key:-$keys}"
  done <<< "$SOURCES" > $home/repos/carried.repo
  dnf+=("--setopt=reposdir=$home/repos" "--setopt=cachedir=$cache" '--setopt=*.skip_if_unavailable=0')
  # plugins that bring repositories of their own
  if [ "$tool" = dnf5 ]; then
    dnf+=("--setopt=system_cachedir=$cache" --disable-plugin=local)
  else
    dnf+=(--disableplugin=local --disableplugin=subscription-manager)
  fi
}

# Takes a key out again that dnf learned for this run alone.
forget_keys() {
  local key
  while read -r key; do
    rpm -e --allmatches "$key" > /dev/null 2>&1 || true
  done < <(comm -13 <(printf '%s\n' "$trusted") <(trusted_keys))
}
trusted_keys() { rpm -qa 'gpg-pubkey*' | sort; }

# Whether a full version is meant by a prefix: 1.36.4 means 1.36.4-150500.1.1, and 1.3 does not mean 1.36.4.
meant() { # VERSION PREFIX
  local version=$1 rest
  case $2 in '') return 0 ;; *:*) ;; *) version=${version#*:} ;; esac
  rest=${version#"$2"}
  [ "$rest" != "$version" ] && [[ $rest != [0-9]* ]]
}

look() {
  local name version file
  has=() todo=() unheld=()
  while read -r name version; do
    [ -z "${prefix_of[$name]+known}" ] || has[$name]=$version
  done < <(rpm -q --qf '%{NAME} %{EPOCHNUM}:%{VERSION}-%{RELEASE}\n' "${names[@]}" 2>/dev/null || true)
  for name in "${names[@]}"; do
    if [ -z "${has[$name]-}" ] || ! meant "${has[$name]}" "${prefix_of[$name]}"; then todo+=("$name"); fi
    [[ $'\n'$HOLD$'\n' == *$'\n'"$name"$'\n'* ]] || continue
    for file in "${repositories[@]}"; do
      kw_read "/etc/yum.repos.d/$file.repo"
      [[ $KW_TEXT =~ (^|$'\n')exclude=([^$'\n']*) && " ${BASH_REMATCH[2]} " == *" $name "* ]] || unheld+=("$name $file")
    done
  done
}

# Who runs dnf or rpm, into holder; returns 1 if nobody does.
lock_held() {
  local file pid where inode name=
  local -A watched=()
  for file in /var/cache/dnf/metadata_lock.pid /var/lib/dnf/rpmdb_lock.pid; do
    [ -f "$file" ] && read -r pid < "$file" && [ -d "/proc/$pid" ] || continue
    read -r name < "/proc/$pid/comm" || continue
    holder="$name ($pid)"
    return 0
  done
  while read -r inode; do watched[$inode]=1; done \
    < <(stat -c %i /var/lib/rpm/.rpm.lock /usr/lib/sysimage/rpm/.rpm.lock 2>/dev/null || true)
  while read -r _ _ _ name pid where _; do
    [ "$name" = WRITE ] && [ -n "${watched[${where##*:}]-}" ] || continue
    [ -r "/proc/$pid/comm" ] && read -r name < "/proc/$pid/comm" || continue
    holder="$name ($pid)"
    return 0
  done < /proc/locks
  return 1
}

wait_for_lock() {
  local said='' until=$((SECONDS + LOCK_WAIT))
  while lock_held; do
    ((SECONDS < until)) || kw_fail host.dnfLocked "$holder" "$LOCK_WAIT"
    [ "$said" = "$holder" ] || kw_waiting host.waitsForDnf "$holder"
    said=$holder
    sleep 1
  done
}

# The lines of KW_OUT that say what went wrong, into said.
errors() {
  local line
  said=
  while IFS= read -r line; do
    case $line in
      *[Ee]rror:* | *Problem* | '  - '* | 'Public key '* | 'Package "'* | *' is not signed'* | *'OpenPGP check'* | *'ignature'*) ;;
      *'do not have any GPG public keys'* | *ailed* | *Cannot* | *'Status code'* | *'No match for'* | *'No space'* | *'more space'*) ;;
      *) continue ;;
    esac
    said+=${said:+$'\n'}$line
  done <<< "$KW_OUT"
  said=${said:-${KW_OUT: -300}}
}

# Ends the script with the reason that dnf's output gives.
explain() {
  local said from url='' address='(https?|file)://[^][:space:]"'\'']+'
  errors
  if [[ $said =~ $address || $KW_OUT =~ $address ]]; then
    url=${BASH_REMATCH[0]}
  elif [ -n "${SOURCES-}" ] && [[ $said =~ carried-([0-9]+) ]]; then
    mapfile -t -s $((BASH_REMATCH[1] - 1)) -n 1 from <<< "$SOURCES"
    url=file://${from[0]%%|*}
  fi
  case $KW_OUT in
    *'No space left'* | *'more space needed on'* | *'enough free space'*) kw_fail host.diskFull /var /var ;;
    *'Read-only file system'*) kw_fail host.readOnly /var / ;;
    *'No match for argument: '*)
      local name=${KW_OUT#*No match for argument: }
      kw_fail host.packageMissing "${name%%$'\n'*}"
      ;;
    *'incorrect checksum'* | *"hecksum doesn't match"*) kw_fail host.repositoryInconsistent "$url" "$said" ;;
    *'not have any GPG public keys'* | *'not have any OpenPGP keys'* | *'Public key '*'is not installed'* | *'No corresponding key was found'*)
      kw_fail host.signatureUnknown "$url" "$said" ;;
    *'GPG check FAILED'* | *'Signature verification failed'* | *'OpenPGP check'*failed* | *'not signed'* | *'is not correct'*'key'*)
      kw_fail host.notSigned "$url" "$said" ;;
    *'Failed to download metadata'* | *'Curl error'* | *'Status code: '* | *'Cannot download'* | *'No URLs'* | *'All mirrors were tried'*)
      kw_fail host.repositoryUnreachable "$url" "$said" ;;
    *'conflict'* | *'nothing provides'* | *'Problem: '* | *'Failed to resolve the transaction'*)
      kw_fail host.packageConflict "${names[*]}" "$said" ;;
  esac
  kw_fail host.packagesFailed "${names[*]}" "$said"
}

# The newest full version that is meant, into version_of; what is missing into missing.
resolve() {
  local name version format='%{name} %{epoch}:%{version}-%{release}\n' args=()
  local -A offered=()
  missing=() version_of=()
  if [ "$tool" = dnf ]; then args=(--showduplicates) format=${format%\\n}; fi
  KW_OUT=$("${dnf[@]}" -q repoquery "${args[@]}" --qf "$format" "${todo[@]}" 2>&1 < /dev/null) || explain
  while read -r name version; do
    [ -n "${prefix_of[$name]+known}" ] || continue
    offered[$name]="$version ${offered[$name]-}"
    meant "$version" "${prefix_of[$name]}" && version_of[$name]=$version
  done < <(printf '%s\n' "$KW_OUT" | sort -V)
  for name in "${todo[@]}"; do
    [ -n "${version_of[$name]-}" ] || missing+=("$name" "${offered[$name]-}")
  done
}

# All packages with their versions: what comes in as a dependency is known by comparing.
snapshot() { # FILE
  rpm -qa --qf '%{NAME} %{EPOCHNUM}:%{VERSION}-%{RELEASE}.%{ARCH}\n' | sort > "$1"
}

install() {
  local name line copy specs=()
  for name in "${todo[@]}"; do specs+=("$name-${version_of[$name]}"); done
  kw_before_package "${todo[@]}"
  copy=files/$(printf '%04d' $((KW_ENTRIES + 1))).packages
  (umask 077 && snapshot "$KW_LEDGER/$copy") || kw_write_failed "$KW_LEDGER/$copy" ''
  kw_before packages "backup=$copy"
  trusted=$(trusted_keys)
  kw_run "${dnf[@]}" --setopt=install_weak_deps=0 install "${specs[@]}"
  [ -z "${SOURCES-}" ] || forget_keys
  ((KW_RC == 0)) || explain
  snapshot "$KW_TEMP/after"
  while read -r line name; do
    [ -n "${prefix_of[$line]+known}" ] || kw_ledger_add came "name=$line" "version=$name"
  done < <(comm -13 "$KW_LEDGER/$copy" "$KW_TEMP/after")
  kw_ledger_sync
}

# Puts a name on the exclude= line of one of our repositories.
hold() { # NAME REPOSITORY
  local file=/etc/yum.repos.d/$2.repo
  kw_read "$file"
  if [[ $KW_TEXT =~ (^|$'\n')exclude=[^$'\n']* ]]; then
    KW_TEXT=${KW_TEXT/"${BASH_REMATCH[0]}"/"${BASH_REMATCH[0]} $1"}
  else
    KW_TEXT+="exclude=$1"$'\n'
  fi
  kw_write_file "$file" 0644 "$KW_TEXT" || [ $? = 10 ]
}

look
[ $((${#todo[@]} + ${#unheld[@]})) -gt 0 ] || kw_unchanged
kw_begin_change
kw_temp
if [ ${#todo[@]} -gt 0 ]; then
  [ -z "${SOURCES-}" ] || use_only_sources
  wait_for_lock
  resolve
  if [ ${#missing[@]} -gt 0 ]; then
    [ -z "${missing[1]}" ] || kw_fail host.packageVersionMissing "${missing[0]}" "${prefix_of[${missing[0]}]}" "${missing[1]}"
    kw_fail host.packageMissing "${missing[0]}"
  fi
  install
fi
for pair in "${unheld[@]}"; do hold "${pair% *}" "${pair#* }"; done
look
[ ${#todo[@]} = 0 ] || kw_fail host.packagesFailed "${todo[*]}" "$KW_OUT"
kw_changed
