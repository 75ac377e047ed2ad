# shellcheck shell=bash
# What every host script stands on. The program sends: variable assignments, this file, the script.
# A script looks, records what was there, changes, verifies; bash 4.4 and coreutils are all it needs.
set -euo pipefail
set -o errtrace
umask 022
shopt -u patsub_replacement 2>/dev/null || true # bash 5.2: & in a replacement stays a character
export LC_ALL=C PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
KW_ROOT=${KW_ROOT-} # tests work in a root of their own
KW_LOOK=${KW_LOOK:-0}
KW_CHANGED=0
KW_ENDED=
KW_FAILED_AT=
KW_US=$'\x1f' KW_RS=$'\x1e'
KW_LEDGER=$KW_ROOT/var/lib/kubeadm-wizard/ledger/$KW_RUN
KW_ENTRIES=0
KW_TEMPS=()
KW_SELINUX=
if [ -z "$KW_ROOT" ] && [ -e /sys/fs/selinux/enforce ] && [ -f /etc/selinux/config ]; then KW_SELINUX=1; fi

exec {KW_SPEECH}>&1 # for what is said while output is caught

# --- speaking ---------------------------------------------------------------------------------

kw_say() { # VERB FIELD…
  local IFS=$KW_US line
  line="$*"
  printf '%s\n' "$KW_MARK$KW_US${line//$'\n'/$KW_RS}"
}

kw_result() { # WORD [FIELD…]
  KW_ENDED=1
  kw_say result "$@"
}

kw_unchanged() {
  kw_result unchanged
  exit 0
}

kw_changed() {
  kw_result changed
  exit 0
}

# The usual end: changed if anything was, else unchanged.
kw_done() {
  if ((KW_CHANGED)); then kw_changed; else kw_unchanged; fi
}

kw_skip() { # KEY [ARG…]
  kw_result skipped "$@"
  exit 0
}

kw_fail() { # KEY [ARG…]: words KEY.what, KEY.why, KEY.remedy, all with these arguments
  kw_result failed "$@"
  exit 1
}

kw_value() { kw_say value "$1" "$2"; }      # NAME VALUE: for later actions, never logged
kw_progress() { kw_say progress "$1" "$2" "$3"; } # DONE TOTAL STEP
kw_waiting() { kw_say waiting "$@"; }       # KEY [ARG…]

KW_TOLD=''
kw_tell() { # KEY [ARG…]: what it waits for, where that is new
  [ "$*" != "$KW_TOLD" ] || return 0
  KW_TOLD=$*
  kw_waiting "$@"
}

# Called before a change; in look mode the script ends here.
kw_begin_change() {
  if [ "$KW_LOOK" = 1 ]; then
    kw_result would-change
    exit 0
  fi
  KW_CHANGED=1
}

kw_on_error() { # STATUS LINE COMMAND
  local line=$2 caller
  for caller in "${BASH_LINENO[@]:1}"; do # inside the prelude: tell the script's own line
    ((line > KW_PRELUDE_END)) && break
    line=$caller
  done
  KW_FAILED_AT="$1$KW_US$((line - KW_PRELUDE_END))$KW_US$3"
}

kw_on_exit() {
  local status=$?
  trap - EXIT ERR
  ((${#KW_TEMPS[@]} == 0)) || rm -rf -- "${KW_TEMPS[@]}"
  if [ -z "$KW_ENDED" ] && ((BASH_SUBSHELL == 0)); then
    local at=()
    IFS=$KW_US read -r -d '' -a at <<< "$KW_FAILED_AT$KW_US" || true
    kw_result failed host.scriptFailed "$KW_ACTION" "${at[0]:-$status}" "${at[1]:-0}" "${at[2]:-exit}"
    status=1
  fi
  exit "$status"
}
trap 'kw_on_error "$?" "$LINENO" "$BASH_COMMAND"' ERR
trap kw_on_exit EXIT

# --- running and reading ------------------------------------------------------------------------

# Runs a command, its output going to the log line by line; KW_OUT keeps it, KW_RC its exit code. With KW_HUSH nothing goes
# to the log.
kw_run() { # COMMAND ARG…
  local line
  KW_OUT=
  while IFS= read -r line || [ -n "$line" ]; do
    [ -n "${KW_HUSH-}" ] || printf '%s\n' "$line"
    KW_OUT+=$line$'\n'
  done < <(exec "$@" 2>&1 < /dev/null)
  KW_RC=0
  wait "$!" || KW_RC=$?
}

# Asks the API server by kubectl. One that has just begun may go and come again, and knows the administrator's rights only
# after a while; it is waited for: at most three minutes at a time. Into KW_RC and KW_OUT, as kw_run.
kw_ask_api() { # COMMAND ARG…
  local until=$((SECONDS + 180))
  while :; do
    kw_run "$@"
    ((KW_RC != 0)) || return 0
    kw_api_away "$KW_OUT" "$until" || return 0
  done
}

# After a while, if what kubectl said means that the API server is away, and there is still patience.
kw_api_away() { # WHAT-IT-SAID UNTIL
  case $1 in
    *'connection refused'* | *'was refused'* | *'connection reset'* | *'i/o timeout'* | *'TLS handshake timeout'* | *': EOF'* | *'unexpected EOF'*) ;;
    *'User "'*'" cannot '* | *'(Forbidden): unknown'*) ;; # one that has just begun has not read yet who may do what
    *) return 1 ;;
  esac
  ((SECONDS < $2)) || return 1
  kw_waiting install.waiting.api "${1%%$'\n'*}" >&"$KW_SPEECH"
  sleep 3
}

# The same in the place of kubectl, where its output goes elsewhere than to the log, or objects come by "-f -".
kw_kubectl() { # ARG…
  local objects='' said status until=$((SECONDS + 180))
  case " $* " in *' -f - '*) IFS= read -r -d '' objects || true ;; esac
  while :; do
    status=0
    { said=$(kubectl "$@" 2>&1 >&3 3>&- <<< "$objects") || status=$?; } 3>&1
    ((status != 0)) && kw_api_away "$said" "$until" || break
  done
  [ -z "$said" ] || printf '%s\n' "$said" >&2
  return "$status"
}

# The same, and it has to be answered.
kw_api() { # COMMAND ARG…
  kw_ask_api "$@"
  ((KW_RC == 0)) || kw_fail host.apiAway "$*" "$KW_OUT"
}

kw_has() { command -v "$1" > /dev/null 2>&1; }

# The whole text of a file into KW_TEXT, without a process; empty where there is none.
kw_read() { # PATH
  KW_TEXT=
  [ -f "$1" ] || return 0
  IFS= read -r -d '' KW_TEXT < "$1" || true
}

# A temporary directory into KW_TEMP, removed at the end.
kw_temp() {
  KW_TEMP=$(mktemp -d) || kw_write_failed "${TMPDIR:-/tmp}" ''
  KW_TEMPS+=("$KW_TEMP")
}

# --- the way out --------------------------------------------------------------------------------

# The cluster is reached directly, whatever proxy the login names; only what fetches takes it, after kw_way_out.
KW_LOGIN_WAY=()
for KW_NAME in {http,https,ftp,all,no}_proxy {HTTP,HTTPS,FTP,ALL,NO}_PROXY; do
  [ -z "${!KW_NAME-}" ] || KW_LOGIN_WAY+=("$KW_NAME=${!KW_NAME}")
  unset -v "$KW_NAME"
done
KW_WAY=

# The addresses of the proxy with its account in them, into KW_HTTP and KW_HTTPS. PROXY_HTTP, PROXY_HTTPS; PROXY_ACCOUNT
# is "user:password", percent-encoded, or empty.
kw_proxies() {
  local account=${PROXY_ACCOUNT:+$PROXY_ACCOUNT@}
  KW_HTTP=${PROXY_HTTP/"://"/"://$account"} KW_HTTPS=${PROXY_HTTPS/"://"/"://$account"}
}

# From here on what fetches goes through the proxy that was wished, else through the login's own. The programs read files
# in a folder for root alone, which lies in memory and goes at the end: no argument and no variable holds the account.
kw_way_out() {
  local name host hosts=()
  [ -z "$KW_WAY" ] || return 0
  KW_WAY=direct
  if [ -z "${PROXY_HTTP-}" ]; then
    for name in "${KW_LOGIN_WAY[@]}"; do export "${name?}"; done
    return 0
  fi
  KW_WAY=$(umask 077 && mktemp -d -p "$KW_ROOT/run" kubeadm-wizard-XXXXXX) || kw_write_failed /run ''
  KW_TEMPS+=("$KW_WAY")
  kw_proxies
  IFS=, read -r -a hosts <<< "$PROXY_NO"
  (
    umask 077
    : > "$KW_WAY/.curlrc"
    printf 'use_proxy = on\nhttp_proxy = %s\nhttps_proxy = %s\nno_proxy = %s\n' "$KW_HTTP" "$KW_HTTPS" "$PROXY_NO" > "$KW_WAY/wgetrc"
    {
      printf 'Acquire::http::Proxy "%s";\nAcquire::https::Proxy "%s";\n' "$KW_HTTP" "$KW_HTTPS"
      for host in "${hosts[@]}"; do
        case $host in */* | .* | *:* | '*' | '') continue ;; esac
        printf 'Acquire::http::Proxy::%s "DIRECT";\nAcquire::https::Proxy::%s "DIRECT";\n' "$host" "$host"
      done
    } > "$KW_WAY/apt.conf"
  )
  export CURL_HOME=$KW_WAY WGETRC=$KW_WAY/wgetrc APT_CONFIG=$KW_WAY/apt.conf no_proxy=$PROXY_NO
}

# curl has one proxy for all schemes: this address's.
kw_proxy_for() { # URL
  case $KW_WAY in direct | '') return 0 ;; esac
  case $1 in https:*) set -- "$KW_HTTPS" ;; *) set -- "$KW_HTTP" ;; esac
  printf 'proxy = "%s"\nnoproxy = "%s"\n' "$1" "$PROXY_NO" > "$KW_WAY/.curlrc"
}

# Downloads with what is there. Fails with host.fetchFailed when it cannot, and where the server has no such file with
# the caller's own words, or host.fetchMissing.
kw_fetch() { # URL FILE [KEY ARG…]
  local url=$1 file=$2 tool=() said
  kw_way_out
  kw_proxy_for "$url"
  [ ! -e "$file" ] || rm -f -- "$file" # apt-helper would go on with it
  case $url in file:*)
    said=$(cp -- "${url#file:}" "$file" 2>&1) || kw_fail host.fetchFailed "$url" "$said"
    return 0
    ;;
  esac
  if kw_has curl; then
    tool=(curl -fsSL --retry 3 --connect-timeout 15 --speed-limit 1 --speed-time 60 -o "$file" "$url")
  elif kw_has wget; then
    tool=(wget -nv --tries=3 --timeout=60 -O "$file" "$url")
  elif [ -x /usr/lib/apt/apt-helper ]; then
    tool=(/usr/lib/apt/apt-helper -o Acquire::Retries=3 download-file "$url" "$file")
  else
    kw_fail host.noDownloader "$url"
  fi
  said=$("${tool[@]}" 2>&1 < /dev/null) || {
    case $said in *'No space left'* | *'Failed writing'* | *'Failure writing'*) kw_write_failed "$file" "$said" ;; esac
    case $said in
      *'error: 404'* | *'ERROR 404'* | *'  404  '*)
        (($# == 2)) || kw_fail "${@:3}"
        kw_fail host.fetchMissing "$url"
        ;;
    esac
    said=${said%$'\n'E: Download Failed} # apt-helper says the reason above that
    kw_fail host.fetchFailed "$url" "${said##*$'\n'}"
  }
}

# --- the ledger: what was there before ----------------------------------------------------------

kw_json() { # TEXT: as a JSON string into KW_JSON
  local s=$1 code char
  s=${s//\\/\\\\}
  s=${s//\"/\\\"}
  s=${s//$'\n'/\\n}
  s=${s//$'\t'/\\t}
  s=${s//$'\r'/\\r}
  if [[ $s == *[[:cntrl:]]* ]]; then
    for code in 01 02 03 04 05 06 07 08 0b 0c 0e 0f 10 11 12 13 14 15 16 17 18 19 1a 1b 1c 1d 1e 1f; do
      printf -v char '%b' "\\x$code"
      s=${s//"$char"/\\u00$code}
    done
  fi
  KW_JSON="\"$s\""
}

kw_now() { TZ=UTC0 printf -v KW_NOW '%(%Y-%m-%dT%H:%M:%SZ)T' -1; }

# Makes the run's folder on first use, and counts what is in it.
kw_ledger_open() {
  local lines line
  ((KW_ENTRIES == 0)) || return 0
  if [ ! -f "$KW_LEDGER/run.json" ]; then
    (umask 077 && mkdir -p "$KW_LEDGER/files") || kw_write_failed "$KW_LEDGER" ''
    kw_now
    kw_json "$KW_RUN"
    line="{\"format\":1,\"run\":$KW_JSON,\"began\":\"$KW_NOW\""
    kw_json "${HOSTNAME:-}"
    (umask 077 && printf '%s\n' "$line,\"host\":$KW_JSON}" > "$KW_LEDGER/run.json") \
      || kw_write_failed "$KW_LEDGER/run.json" ''
  fi
  lines=()
  [ ! -f "$KW_LEDGER/entries.jsonl" ] || mapfile -t lines < "$KW_LEDGER/entries.jsonl"
  KW_ENTRIES=${#lines[@]}
}

# Whether a file was written in this run, after its first change.
kw_of_this_run() { # PATH
  [ -f "$KW_LEDGER/run.json" ] && [ "$1" -nt "$KW_LEDGER/run.json" ]
}

# One more entry, kept until kw_ledger_sync writes them all at once.
kw_ledger_add() { # KIND KEY=VALUE…
  local kind=$1 pair line
  kw_ledger_open
  KW_ENTRIES=$((KW_ENTRIES + 1))
  kw_now
  kw_json "$KW_ACTION"
  line="{\"n\":$KW_ENTRIES,\"at\":\"$KW_NOW\",\"action\":$KW_JSON,\"kind\":\"$kind\""
  for pair in "${@:2}"; do
    kw_json "${pair#*=}"
    line+=",\"${pair%%=*}\":$KW_JSON"
  done
  KW_PENDING+="$line}"$'\n'
  kw_say before "$@"
}
KW_PENDING=

# On disk before the change is made: a pulled plug loses nothing.
kw_ledger_sync() { # [FILE…]
  [ -n "$KW_PENDING" ] || return 0
  (umask 077 && printf '%s' "$KW_PENDING" >> "$KW_LEDGER/entries.jsonl") \
    || kw_write_failed "$KW_LEDGER/entries.jsonl" ''
  KW_PENDING=
  sync "$@" "$KW_LEDGER/entries.jsonl" "$KW_LEDGER" || kw_write_failed "$KW_LEDGER" ''
}

kw_before() { # KIND KEY=VALUE…
  kw_ledger_add "$@"
  kw_ledger_sync
}

# The first line of a file of ours that holds a secret: of such a file the ledger keeps a digest, never a copy.
KW_SECRET='# Written by Kubeadm Wizard. It holds a secret.'
KW_SECRET_JSON='{"kubeadm-wizard": "Written by it. It holds a secret.",'

kw_has_secret() { # FILE
  local first=
  [ -f "$1" ] && [ ! -L "$1" ] || return 1
  IFS= read -r -n 128 first < "$1" || true
  [ "$first" = "$KW_SECRET" ] || [ "$first" = "$KW_SECRET_JSON" ]
}

# A file or link as it is now: content copied with mode, owner, labels; or that it is not there.
kw_before_file() { # PATH [SHA256 of what will be written]
  local path=$1 file=$KW_ROOT$1 wrote=() mode owner group context type digest copy
  [ -z "${2-}" ] || wrote=("wrote=$2")
  kw_ledger_open
  if [ ! -e "$file" ] && [ ! -L "$file" ]; then
    kw_before file "path=$path" existed=false "${wrote[@]}"
    return 0
  fi
  read -r mode owner group context type < <(stat -c '%a %u:%U %g:%G %C %F' -- "$file" 2>/dev/null)
  if kw_has_secret "$file"; then
    read -r digest _ < <(sha256sum < "$file")
    kw_before file "path=$path" existed=true secret=true "type=$type" "mode=$mode" "owner=$owner" "group=$group" \
      "sha256=$digest" "${wrote[@]}"
    return 0
  fi
  copy=files/$(printf '%04d' $((KW_ENTRIES + 1)))
  cp -a --no-target-directory -- "$file" "$KW_LEDGER/$copy" || kw_write_failed "$KW_LEDGER/$copy" ''
  digest=
  if [ -f "$file" ] && [ ! -L "$file" ]; then
    read -r digest _ < <(sha256sum < "$file")
  fi
  [ "$context" != '?' ] || context=
  kw_ledger_add file "path=$path" existed=true "type=$type" "mode=$mode" "owner=$owner" "group=$group" \
    "sha256=$digest" "backup=$copy" ${context:+"context=$context"} "${wrote[@]}"
  if [ -L "$file" ]; then kw_ledger_sync; else kw_ledger_sync "$KW_LEDGER/$copy" "$KW_LEDGER/files"; fi
}

# After a tool of the host's own wrote a file: its digest, so that undo can tell a later edit.
kw_wrote_file() { # PATH
  local digest=
  [ ! -f "$KW_ROOT$1" ] || read -r digest _ < <(sha256sum < "$KW_ROOT$1")
  kw_before wrote "path=$1" "sha256=$digest"
}

kw_before_dir() { # PATH
  local mode owner group
  if [ -d "$KW_ROOT$1" ]; then
    read -r mode owner group < <(stat -c '%a %u:%U %g:%G' -- "$KW_ROOT$1")
    kw_before directory "path=$1" existed=true "mode=$mode" "owner=$owner" "group=$group"
  else
    kw_before directory "path=$1" existed=false
  fi
}

kw_before_service() { # UNIT
  local line fields=()
  while IFS= read -r line; do
    case $line in
      LoadState=*) fields+=("load=${line#*=}") ;;
      UnitFileState=*) fields+=("enabled=${line#*=}") ;;
      ActiveState=*) fields+=("active=${line#*=}") ;;
      FragmentPath=*) fields+=("file=${line#*=}") ;;
    esac
  done < <(systemctl show -p LoadState,UnitFileState,ActiveState,FragmentPath -- "$1")
  kw_before service "unit=$1" "${fields[@]}"
}

# Version or absent, held or not, automatic or not. The tool is dpkg, or rpm if KW_PACKAGE_TOOL=rpm.
kw_before_package() { # NAME…
  local name line fields state auto='' held='' versions=''
  if [ "${KW_PACKAGE_TOOL:-dpkg}" = rpm ]; then
    versions=$(rpm -q --qf '%{NAME} installed %{EPOCHNUM}:%{VERSION}-%{RELEASE}.%{ARCH}\n' "$@" 2>/dev/null) || true
  else
    # shellcheck disable=SC2016 # dpkg's own fields
    versions=$(dpkg-query -W -f '${Package} ${db:Status-Status} ${Version} ${Architecture}\n' "$@" 2>/dev/null) || true
    held=$(apt-mark showhold "$@" 2>/dev/null) || true
    auto=$(apt-mark showauto "$@" 2>/dev/null) || true
  fi
  for name in "$@"; do
    state=absent
    while read -r -a fields; do
      [ "${fields[0]-}" = "$name" ] || continue
      case ${fields[1]} in not-installed) ;; *) state=${fields[1]} line=${fields[2]} ;; esac
    done <<< "$versions"
    if [ "$state" = absent ]; then
      kw_ledger_add package "name=$name" state=absent
    else
      kw_ledger_add package "name=$name" "state=$state" "version=$line" \
        "held=$(kw_word_in "$name" "$held")" "automatic=$(kw_word_in "$name" "$auto")"
    fi
  done
  kw_ledger_sync
}

kw_word_in() { # WORD LINES: true or false
  if [[ $'\n'$2$'\n' == *$'\n'"$1"$'\n'* ]]; then printf true; else printf false; fi
}

# The file of a kernel parameter into KW_SYSCTL, as sysctl reads names: the first separator decides.
kw_sysctl_file() { # NAME
  local name=$1
  case $name in
    */*) [[ ${name%%/*} == *.* ]] && name=${name//./$'\n'} && name=${name//\//.} && name=${name//$'\n'//} ;;
    *) name=${name//.//} ;;
  esac
  KW_SYSCTL=$KW_ROOT/proc/sys/$name
}

kw_before_sysctl() { # NAME
  local value=
  kw_sysctl_file "$1"
  if [ -e "$KW_SYSCTL" ]; then
    IFS= read -r -d '' value < "$KW_SYSCTL" || true
    kw_before sysctl "name=$1" existed=true "value=${value%$'\n'}"
  else
    kw_before sysctl "name=$1" existed=false
  fi
}

kw_module_loaded() { [ -d "$KW_ROOT/sys/module/${1//-/_}" ]; }

kw_before_module() { # NAME
  if kw_module_loaded "$1"; then kw_before module "name=$1" loaded=true; else kw_before module "name=$1" loaded=false; fi
}

# --- writing files ------------------------------------------------------------------------------

# Ends the script with the reason why a path cannot be written.
kw_write_failed() { # PATH TEXT
  local dir=$1 free mount options
  while [ ! -d "$dir" ]; do dir=${dir%/*}/ dir=${dir%/} dir=${dir:-/}; done
  read -r free mount < <(df -Pk -- "$dir" 2>/dev/null | { read -r _ && read -r _ _ _ f _ m && printf '%s %s' "$f" "$m"; }) || true
  options=$(findmnt -no OPTIONS -T "$dir" 2>/dev/null) || true
  case ,$options, in *,ro,*) kw_fail host.readOnly "$1" "${mount:-/}" ;; esac
  case $2 in *'No space left'*) free=0 ;; esac
  if [ "${free:-9999}" -lt 64 ]; then kw_fail host.diskFull "$1" "${mount:-/}"; fi
  kw_fail host.writeFailed "$1" "${2:-?}"
}

# Makes a directory and those above it, each recorded as absent.
kw_make_dir() { # PATH [MODE]
  local path=$1 mode=${2:-0755}
  [ ! -d "$KW_ROOT$path" ] || return 0
  kw_begin_change
  case ${path%/*} in '' | "$path") ;; *) kw_make_dir "${path%/*}" ;; esac
  kw_before_dir "$path"
  mkdir -m "$mode" -- "$KW_ROOT$path" || kw_write_failed "$KW_ROOT$path" ''
  kw_label "$path"
}

# The path's right SELinux label, where there is SELinux.
kw_label() { # PATH
  [ -z "$KW_SELINUX" ] || restorecon -- "$1" || true
}

# A file whole: looks, records, writes beside, syncs, renames. Returns 0 changed, 10 unchanged.
# Safe behind || as well, where bash does not stop at errors.
kw_write_file() { # PATH MODE CONTENT
  local path=$1 mode=$2 content=$3 has=
  [ ! -L "$KW_ROOT$path" ] || [ -n "$KW_ROOT" ] || path=$(readlink -m -- "$path")
  if [ -f "$KW_ROOT$path" ]; then
    kw_read "$KW_ROOT$path"
    if [ "$KW_TEXT" = "$content" ]; then
      has=$(stat -c '%a %u:%g' -- "$KW_ROOT$path")
      [ "$has" != "$(printf '%o' "0$mode") $EUID:$(kw_group)" ] || return 10
    fi
  elif [ -e "$KW_ROOT$path" ]; then
    kw_fail host.notAFile "$path"
  fi
  kw_begin_change
  kw_make_dir "${path%/*}"
  local digest tmp=$KW_ROOT$path.kubeadm-wizard-$$ said
  read -r digest _ < <(printf '%s' "$content" | sha256sum)
  kw_before_file "$path" "$digest"
  KW_TEMPS+=("$tmp")
  said=$( { umask 077 && printf '%s' "$content" > "$tmp" && chmod "$mode" -- "$tmp" && sync -- "$tmp"; } 2>&1) \
    || kw_write_failed "$KW_ROOT$path" "$said"
  kw_put "$tmp" "$path"
}

kw_group() { if ((EUID == 0)); then printf 0; else printf '%s' "${GROUPS[0]}"; fi; }

# A finished temporary file takes its place.
kw_put() { # TEMP PATH
  local label=
  [ -z "$KW_SELINUX" ] || [ ! -f "$2" ] || ! chcon --reference="$2" -- "$1" 2>/dev/null || label=kept
  mv -fT -- "$1" "$KW_ROOT$2" || kw_write_failed "$KW_ROOT$2" ''
  [ -n "$label" ] || kw_label "$2"
  sync -- "$KW_ROOT${2%/*}/" || true
}

# A file from another file (binary too), looked at by digest. Returns as kw_write_file.
kw_install_file() { # SOURCE PATH MODE
  local path=$2 mode=$3 new old='' tmp=$KW_ROOT$2.kubeadm-wizard-$$ said
  read -r new _ < <(sha256sum < "$1")
  if [ -f "$KW_ROOT$path" ]; then
    read -r old _ < <(sha256sum < "$KW_ROOT$path")
    if [ "$new" = "$old" ] && [ "$(stat -c '%a' -- "$KW_ROOT$path")" = "$(printf '%o' "0$mode")" ]; then return 10; fi
  fi
  kw_begin_change
  kw_make_dir "${path%/*}"
  kw_before_file "$path" "$new"
  KW_TEMPS+=("$tmp")
  said=$( { cp -- "$1" "$tmp" && chmod "$mode" -- "$tmp" && sync -- "$tmp"; } 2>&1) || kw_write_failed "$KW_ROOT$path" "$said"
  kw_put "$tmp" "$path"
}

# Removes a file, recorded. Returns 0 changed, 10 if it was not there.
kw_remove_file() { # PATH
  [ -e "$KW_ROOT$1" ] || [ -L "$KW_ROOT$1" ] || return 10
  kw_begin_change
  kw_before_file "$1"
  rm -f -- "$KW_ROOT$1" || kw_write_failed "$KW_ROOT$1" ''
}

KW_PRELUDE_END=$LINENO
