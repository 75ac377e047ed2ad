# shellcheck shell=bash
# Packages by apt. PACKAGES: lines "name" or "name=version-prefix"; HOLD: lines of those that are held (other holds
# stay as they are); LOCK_WAIT: seconds to wait for another package run (600); MAY_REMOVE: lines of what may go.
# SOURCES: lines folder|suite|components|key of repositories that lie on this host. Then they are the only ones: the
# host's own sources, which may be out of reach, are neither read nor changed, and apt's lists stay as they are.
LOCK_WAIT=${LOCK_WAIT:-600}
lists=/var/lib/apt/lists
stamps=/run/kubeadm-wizard/apt-lists
kw_way_out
quiet=(DEBIAN_FRONTEND=noninteractive NEEDRESTART_MODE=l NEEDRESTART_SUSPEND=1 APT_LISTCHANGES_FRONTEND=none)
apt=(env "${quiet[@]}" apt-get -q -y -o DPkg::Lock::Timeout=30 -o Dpkg::Options::=--force-confdef
  -o Dpkg::Options::=--force-confold -o Dpkg::Use-Pty=0 -o Acquire::Retries=2)
ours=(-o Dir::Etc::sourcelist=/dev/null -o Dir::Etc::sourceparts=/run/kubeadm-wizard/sources
  -o APT::Get::List-Cleanup=0)

only=() # options of every call of apt, where the sources lie on this host

# --- sources that lie here ------------------------------------------------------------------------

# The keyrings by which the host trusts its own sources, as words of Signed-By.
own_keyrings() {
  local file line word
  local -A seen=()
  for file in /etc/apt/sources.list /etc/apt/sources.list.d/*.{list,sources}; do
    [ -f "$file" ] || continue
    while IFS= read -r line; do
      case $line in
        '#'*) continue ;;
        [Ss]igned-[Bb]y:*) line=${line#*:} ;;
        deb*\[*signed-by=*) line=${line#*signed-by=} line=${line%%[] ]*} ;;
        *) continue ;;
      esac
      for word in ${line//,/ }; do case $word in /*) [ ! -r "$word" ] || seen[$word]=1 ;; esac done
    done < "$file"
  done
  for file in /usr/share/keyrings/{debian,ubuntu}-archive-keyring.{gpg,pgp}; do
    [ ! -r "$file" ] || seen[$file]=1
  done
  keyrings=${!seen[*]}
}

# Lists and caches of this run's own, in memory, so that nothing of it stays. The dates in Release files were right
# when the files were fetched; they are carried for longer than that on purpose.
use_only_sources() {
  local folder suite components key home=/run/kubeadm-wizard/carried keyrings
  KW_TEMPS+=("$home")
  rm -rf -- $home
  mkdir -p $home/sources $home/lists/partial $home/cache
  own_keyrings
  while IFS='|' read -r folder suite components key; do
    key=${key:-$keyrings}
    printf 'Types: deb\nURIs: file:%s\nSuites: %s\n%s%s\n' "$folder" "$suite" \
      "${components:+Components: $components$'\n'}" "${key:+Signed-By: $key$'\n'}"
  done <<< "$SOURCES" > $home/sources/carried.sources
  only=(-o Dir::Etc::sourcelist=/dev/null -o "Dir::Etc::sourceparts=$home/sources" -o "Dir::State::lists=$home/lists"
    -o "Dir::Cache=$home/cache" -o Dir::Cache::archives=/var/cache/apt/archives -o Acquire::By-Hash=no
    -o Acquire::Languages=none -o Acquire::Check-Valid-Until=false -o Acquire::PDiffs=false
    -o Acquire::CompressionTypes::Order::=gz)
  apt+=("${only[@]}")
}
[ -z "${SOURCES-}" ] || use_only_sources

names=()
declare -A prefix_of=() version_of=() has=() want=()
while IFS='=' read -r name prefix; do
  [ -n "$name" ] || continue
  names+=("$name") prefix_of[$name]=$prefix
done <<< "$PACKAGES"

# --- looking --------------------------------------------------------------------------------------

# Whether a full version is meant by a prefix: 1.36.4 means 1.36.4-1.1, and 1.3 does not mean 1.36.4.
meant() { # VERSION PREFIX
  local version=$1 rest
  case $2 in '') return 0 ;; *:*) ;; *) version=${version#*:} ;; esac
  rest=${version#"$2"}
  [ "$rest" != "$version" ] && [[ $rest != [0-9]* ]]
}

look() {
  local name wish state version
  has=() want=() todo=() unheld=()
  # shellcheck disable=SC2016 # dpkg's own fields
  while read -r name wish state version; do
    [ "$state" = installed ] && has[$name]=$version
    want[$name]=$wish
  done < <(dpkg-query -W -f '${Package} ${db:Status-Want} ${db:Status-Status} ${Version}\n' "${names[@]}" 2>/dev/null || true)
  for name in "${names[@]}"; do
    if [ -z "${has[$name]-}" ] || ! meant "${has[$name]}" "${prefix_of[$name]}"; then todo+=("$name"); fi
    [ "${want[$name]-}" = hold ] || [ "$(kw_word_in "$name" "$HOLD")" = false ] || unheld+=("$name")
  done
}

# --- the lock -------------------------------------------------------------------------------------

# Who holds one of apt's or dpkg's locks, into holder; returns 1 if nobody does.
lock_held() {
  local file inode pid where rest name=''
  local -A watched=()
  while read -r inode; do watched[$inode]=1; done \
    < <(stat -c %i /var/lib/dpkg/lock-frontend /var/lib/dpkg/lock $lists/lock /var/cache/apt/archives/lock 2>/dev/null || true)
  while read -r _ _ _ _ pid where rest; do
    [ -n "${watched[${where##*:}]-}" ] || continue
    [ ! -r "/proc/$pid/comm" ] || read -r name < "/proc/$pid/comm" || continue
    holder="${name:-?} ($pid)"
    return 0
  done < /proc/locks
  return 1
}

wait_for_lock() {
  local said='' until=$((SECONDS + LOCK_WAIT))
  while lock_held; do
    ((SECONDS < until)) || kw_fail host.aptLocked "$holder" "$LOCK_WAIT"
    [ "$said" = "$holder" ] || kw_waiting host.waitsForApt "$holder"
    said=$holder
    sleep 1
  done
}

# --- running apt ----------------------------------------------------------------------------------

# Runs apt-get; waits for the lock, mends an interrupted dpkg once; KW_RC and KW_OUT as kw_run.
run_apt() { # ARG…
  local attempt mended=
  for ((attempt = 0; attempt < 20; attempt++)); do
    wait_for_lock
    kw_run "${apt[@]}" "$@"
    case $KW_OUT in
      *'Could not get lock'* | *'Unable to lock'* | *'Unable to acquire the dpkg frontend lock'*) continue ;;
      *"'dpkg --configure -a'"* | *"'sudo dpkg --configure -a'"*)
        [ -z "$mended" ] || kw_fail host.dpkgBroken "$(errors)"
        mended=1
        kw_run env "${quiet[@]}" dpkg --force-confdef --force-confold --configure -a
        case $KW_RC:$KW_OUT in 0:*) ;; *'No space left'*) explain ;; *) kw_fail host.dpkgBroken "$(errors)" ;; esac
        ;;
      *) return 0 ;;
    esac
  done
  lock_held || holder='?'
  kw_fail host.aptLocked "$holder" "$LOCK_WAIT"
}

# The lines of KW_OUT that say what went wrong; the reason of an Err: stands on the line below it.
errors() {
  local line said='' more=''
  while IFS= read -r line; do
    case $line in
      E:* | Err:* | W:* | dpkg:* | *': error'*) said+=${said:+$'\n'}$line more=1 ;;
      ' '*) [ -z "$more" ] || said+=$line ;;
      *) more= ;;
    esac
  done <<< "$KW_OUT"
  printf '%s' "${said:-${KW_OUT: -300}}"
}

# An address out of a line of apt's, into url.
address_in() { # TEXT
  url=$1
  if [[ $1 =~ (https?|file|ftp|cdrom|mirror\+[a-z]+):[^[:space:]\']+ ]]; then url=${BASH_REMATCH[0]}; fi
}

# Ends the script with the reason that apt's output gives.
explain() {
  local said line url
  said=$(errors)
  while IFS= read -r line; do
    address_in "$line"
    case $line in
      *EXPKEYSIG* | *[Ss]ignature*xpired* | *'key expired'* | *'not live'* | *'xpired on '*) kw_fail host.signatureExpired "$url" "$line" ;;
      *NO_PUBKEY* | *'Missing key'* | *'No key '* | *'no keyring'*) kw_fail host.signatureUnknown "$url" "$line" ;;
      *'is not valid yet'* | *'is expired (invalid since'*) kw_fail host.repositoryClock "$url" "$line" ;;
      *'is not signed'* | *BADSIG* | *'not correctly signed'* | *'Sub-process /usr/bin/sqv'*) kw_fail host.notSigned "$url" "$line" ;;
    esac
  done <<< "$said"
  while IFS= read -r line; do
    address_in "$line"
    case $line in
      *'No space left on device'* | *"enough free space in"*) kw_fail host.diskFull "${line##* in }" "${line##* in }" ;;
      *'Read-only file system'*) kw_fail host.readOnly /var / ;;
      *'Unable to locate package '*) kw_fail host.packageMissing "${line##* }" ;;
      *'has no installation candidate'*) kw_fail host.packageMissing "$line" ;;
      *'Hash Sum mismatch'* | *'unexpected size'* | *'Mirror sync in progress'*) kw_fail host.repositoryInconsistent "$url" "$line" ;;
      Err:* | *'Failed to fetch'* | *'Could not resolve'* | *'does not have a Release file'*) kw_fail host.repositoryUnreachable "$url" "$line" ;;
      *'unmet dependencies'* | *'held broken packages'* | *'Unable to correct problems'*) kw_fail host.packageConflict "${names[*]}" "$KW_OUT" ;;
    esac
  done <<< "$said"
  case $KW_OUT in *'No space left on device'*) kw_fail host.diskFull /var "$(df -P /var | tail -1)" ;; esac
  kw_fail host.packagesFailed "${names[*]}" "$said"
}

# --- lists ----------------------------------------------------------------------------------------

# Fetches the lists of our own repositories once a run, and of no other: one that is broken stops nothing.
update_ours() {
  local file name stamp stale=
  if [ -n "${SOURCES-}" ]; then
    run_apt update
    case $KW_OUT in *$'\nErr:'* | *$'\nE: '* | Err:* | *'GPG error'*) explain ;; esac
    ((KW_RC == 0)) || explain
    return 0
  fi
  rm -rf /run/kubeadm-wizard/sources
  mkdir -p $stamps /run/kubeadm-wizard/sources
  for file in /etc/apt/sources.list.d/kubeadm-wizard-*.sources; do
    [ -e "$file" ] || continue
    name=${file##*/}
    kw_read "$stamps/$name"
    [ "$KW_TEXT" = "$KW_RUN" ] && [ "$stamps/$name" -nt "$file" ] && continue
    ln -s "$file" "/run/kubeadm-wizard/sources/$name"
    stale+=" $name"
  done
  [ -n "$stale" ] || return 0
  run_apt update "${ours[@]}"
  case $KW_OUT in *$'\nErr:'* | *$'\nE: '* | Err:* | *'GPG error'*) explain ;; esac
  ((KW_RC == 0)) || explain
  for name in $stale; do printf '%s' "$KW_RUN" > "$stamps/$name"; done
}

# All lists; those that cannot be had are named, and matter only if a package is missing afterwards.
update_all() {
  [ -z "${updated-}${SOURCES-}" ] || return 1
  updated=1
  run_apt update
  ((KW_RC == 0)) || trouble=$(errors)
}
trouble=

# The full version of each package that has to come, into version_of; what is missing into missing.
resolve() {
  local name version
  local -A offered=()
  missing=() version_of=()
  while IFS=' |' read -r name version _; do
    offered[$name]+="$version "
    [ -z "${version_of[$name]-}" ] && meant "$version" "${prefix_of[$name]-}" && version_of[$name]=$version
  done < <(apt-cache "${only[@]}" madison "${todo[@]}" 2>/dev/null || true)
  for name in "${todo[@]}"; do
    [ -n "${version_of[$name]-}" ] || missing+=("$name" "${offered[$name]-}")
  done
}

# --- changing -------------------------------------------------------------------------------------

# What would come and go, by apt's own word, into comes ("name old") and goes.
simulate() {
  local line what name old
  comes=() goes=()
  KW_OUT=$(env "${quiet[@]}" apt-get -s -y -q "${only[@]}" --no-install-recommends --allow-downgrades --allow-change-held-packages \
    install "${wishes[@]}" 2>&1 < /dev/null) || {
    printf '%s\n' "$KW_OUT"
    explain
  }
  while read -r what name old _; do
    case $what in
      Inst) comes+=("$name") ;;
      Remv) goes+=("$name") ;;
    esac
  done <<< "$KW_OUT"
}

# Nothing goes, and nothing on hold changes, unless it was asked for.
refuse_surprises() {
  local name held others=() blocked=()
  for name in "${goes[@]}"; do
    [ "$(kw_word_in "${name%%:*}" "${MAY_REMOVE-}")" = true ] || others+=("$name")
  done
  [ ${#others[@]} = 0 ] || kw_fail host.packageWouldRemove "${names[*]}" "${others[*]}"
  held=$(apt-mark showhold)
  for name in "${comes[@]}"; do
    [ "$(kw_word_in "$name" "$held")" = false ] || [ -n "${version_of[$name]-}" ] || blocked+=("$name")
  done
  [ ${#blocked[@]} = 0 ] || kw_fail host.packageHeld "${blocked[*]}"
}

install() {
  local attempt
  for attempt in 1 2; do
    run_apt --no-install-recommends --allow-downgrades --allow-change-held-packages install "${wishes[@]}"
    ((KW_RC != 0)) || return 0
    case $KW_OUT in # lists older than the archive
      *'404 '* | *'Hash Sum mismatch'* | *'unexpected size'*) update_all || break ;;
      *) break ;;
    esac
  done
  explain
}

look
[ $((${#todo[@]} + ${#unheld[@]})) -gt 0 ] || kw_unchanged
kw_begin_change
if [ ${#todo[@]} = 0 ]; then
  kw_before_package "${unheld[@]}"
else
  update_ours
  resolve
  if [ ${#missing[@]} -gt 0 ] && update_all; then resolve; fi
  if [ ${#missing[@]} -gt 0 ]; then
    [ -z "$trouble" ] || printf '%s\n' "$trouble"
    [ -z "${missing[1]}" ] || kw_fail host.packageVersionMissing "${missing[0]}" "${prefix_of[${missing[0]}]}" "${missing[1]}"
    [ -z "$trouble" ] || { KW_OUT=$trouble && explain; }
    kw_fail host.packageMissing "${missing[0]}"
  fi
  wishes=()
  for name in "${todo[@]}"; do wishes+=("$name=${version_of[$name]}"); done
  simulate
  refuse_surprises
  kw_before_package "${comes[@]}" "${goes[@]}"
  install
fi
if [ -n "$HOLD" ]; then
  mapfile -t held <<< "$HOLD"
  kw_run apt-mark hold "${held[@]}"
fi
look
[ ${#todo[@]} = 0 ] || kw_fail host.packagesFailed "${todo[*]}" "$KW_OUT"
kw_changed
