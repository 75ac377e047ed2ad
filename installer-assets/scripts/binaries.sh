# shellcheck shell=bash
# Programs by address and checksum instead of packages. FILES: lines url|checksum|path|mode|member. The checksum is a
# SHA-256, or @ADDRESS of a file that says it: a digest alone, or lines "digest  name" ("*name" too, in a signed text
# too) of which that of this download is taken. Without member the download itself is the file; with one it is a tar
# archive of which this member becomes path; with member "*" every program of it goes into the directory path.
# FOLDERS: lines of directories that the programs expect to find.
# What was installed is remembered with its line, so that a second run downloads nothing, no checksums either.
sums=/var/lib/kubeadm-wizard/binaries

record() { # PATH: where it is remembered, into record
  record=${1#/}
  record=$sums/${record//\//-}
}

there() { # LINE SHA256 PATH MODE MEMBER: whether it is all there
  local text digest line mode wanted paths=()
  printf -v wanted '%o' "0$4"
  record "$3"
  kw_read "$KW_ROOT$record"
  text=${KW_TEXT#"# $1"$'\n'}
  if [ -n "$text" ] && [ "$text" != "$KW_TEXT" ]; then
    while IFS= read -r line; do paths+=("${line#*  }"); done <<< "${text%$'\n'}"
    sha256sum -c --status <<< "${text%$'\n'}" 2> /dev/null || return 1
  else
    case $2$5 in @* | *'*' | *[!0-9a-f]*) return 1 ;; esac
    [ -f "$KW_ROOT$3" ] || return 1
    read -r digest _ < <(sha256sum < "$KW_ROOT$3")
    [ "$digest" = "$2" ] || return 1
    paths=("$KW_ROOT$3")
  fi
  while read -r mode; do [ "$mode" = "$wanted" ] || return 1; done < <(stat -c %a -- "${paths[@]}")
}

is_page() { # FILE: whether it is a web page
  local head
  IFS= read -r -N 512 head < "$1" || true
  [[ ${head,,} =~ ^[[:space:]]*(<!doctype|<html|<head|<\?xml) ]]
}

# The digest that a download must have, into wanted.
look_up() { # URL CHECKSUM
  local lines line said text alone=()
  wanted=$2
  [ "${2:0:1}" = @ ] || return 0
  kw_fetch "${2#@}" "$KW_TEMP/checksums"
  wanted=
  IFS= read -r -N 262144 text < "$KW_TEMP/checksums" || true
  mapfile -t lines <<< "$text"
  for line in "${lines[@]}"; do
    [[ $line =~ ^([0-9A-Fa-f]{64})([[:blank:]]+\*?([^[:space:]]*))?[[:space:]]*$ ]] || continue
    said=${BASH_REMATCH[3]-} line=${BASH_REMATCH[1],,}
    if [ -z "$said" ]; then alone+=("$line"); fi
    if [ "${said##*/}" = "${1##*/}" ]; then wanted=$line; fi
  done
  if [ -z "$wanted" ] && ((${#alone[@]} == 1)); then wanted=${alone[0]}; fi
  [ -z "$wanted" ] || return 0
  if [ -z "${text//[[:space:]]/}" ] || is_page "$KW_TEMP/checksums"; then kw_fail host.checksumsNotThere "${2#@}" "$1"; fi
  kw_fail host.checksumNotListed "${2#@}" "${1##*/}"
}

download() { # URL
  local digest
  kw_fetch "$1" "$KW_TEMP/download"
  read -r digest _ < <(sha256sum < "$KW_TEMP/download")
  [ "$digest" != "$wanted" ] || return 0
  if is_page "$KW_TEMP/download"; then kw_fail host.downloadIsPage "$1"; fi
  kw_fail host.checksumWrong "$1" "$wanted" "$digest"
}

# The files that the line brings, into paths.
unpack() { # URL PATH MODE MEMBER
  local file name
  rm -rf "$KW_TEMP/out"
  mkdir "$KW_TEMP/out"
  kw_run tar -xf "$KW_TEMP/download" -C "$KW_TEMP/out" --no-same-owner
  case $KW_RC:$KW_OUT in
    0:*) ;;
    *'No space left'*) kw_write_failed "$KW_TEMP/out" "$KW_OUT" ;;
    *) kw_fail host.archiveBroken "$1" "$KW_OUT" ;;
  esac
  if [ "$4" = '*' ]; then
    while IFS= read -r -d '' file; do # licences and the like stay where they are
      name=${file#"$KW_TEMP/out/"}
      kw_install_file "$file" "$2/$name" "$3" || [ $? = 10 ]
      paths+=("$KW_ROOT$2/$name")
    done < <(find "$KW_TEMP/out" -type f -perm -u+x -print0)
    ((${#paths[@]} > 0)) || kw_fail host.archiveLacks "$1" '*'
  else
    [ -f "$KW_TEMP/out/$4" ] || kw_fail host.archiveLacks "$1" "$4"
    kw_install_file "$KW_TEMP/out/$4" "$2" "$3" || [ $? = 10 ]
    paths=("$KW_ROOT$2")
  fi
}

install_line() { # LINE URL CHECKSUM PATH MODE MEMBER
  local digest='' from paths=() digests
  [ -n "${KW_TEMP-}" ] || kw_temp
  look_up "$2" "$3"
  if [ -n "$6" ]; then
    download "$2"
    unpack "$2" "$4" "$5" "$6"
    digests=$(sha256sum -- "${paths[@]}")
  else
    from=$KW_ROOT$4 # right but for its mode, or not remembered
    [ ! -f "$from" ] || read -r digest _ < <(sha256sum < "$from")
    if [ "$digest" != "$wanted" ]; then
      download "$2"
      from=$KW_TEMP/download
    fi
    kw_install_file "$from" "$4" "$5" || [ $? = 10 ]
    digests="$wanted  $KW_ROOT$4"
  fi
  record "$4"
  kw_write_file "$record" 0600 "# $1"$'\n'"$digests"$'\n' || [ $? = 10 ]
}

if [ -n "${FOLDERS-}" ]; then
  while IFS= read -r folder; do kw_make_dir "$folder"; done <<< "${FOLDERS%$'\n'}"
fi
mapfile -t lines <<< "${FILES%$'\n'}"
total=${#lines[@]} done=0
for line in "${lines[@]}"; do
  IFS='|' read -r url sum path mode member <<< "$line"
  if ! there "$line" "$sum" "$path" "$mode" "$member"; then
    kw_begin_change
    kw_progress "$done" "$total" "${url##*/}"
    install_line "$line" "$url" "$sum" "$path" "$mode" "$member"
  fi
  done=$((done + 1))
done
kw_done
