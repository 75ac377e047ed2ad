# shellcheck shell=bash
# Programs by address and checksum instead of packages. FILES: lines url|sha256|path|mode|member. Without member the
# download itself is the file; with one it is a tar archive of which this member becomes path; with member "*" every
# file of it goes into the directory path. What an archive gave is remembered by digests, so that a second run
# downloads nothing.
sums=/var/lib/kubeadm-wizard/binaries

same() { # SHA256 PATH MEMBER: whether it is all there
  local digest
  if [ -z "$3" ]; then
    [ -f "$KW_ROOT$2" ] || return 1
    read -r digest _ < <(sha256sum < "$KW_ROOT$2")
    [ "$digest" = "$1" ]
  else
    [ -f "$KW_ROOT$sums/$1${2//\//-}" ] && sha256sum -c --status -- "$KW_ROOT$sums/$1${2//\//-}" 2> /dev/null
  fi
}

download() { # URL SHA256
  local digest
  kw_fetch "$1" "$KW_TEMP/download"
  read -r digest _ < <(sha256sum < "$KW_TEMP/download")
  [ "$digest" = "$2" ] || kw_fail host.checksumWrong "$1" "$2" "$digest"
}

unpack() { # URL SHA256 PATH MODE MEMBER
  local file name paths=()
  rm -rf "$KW_TEMP/out"
  mkdir "$KW_TEMP/out"
  kw_run tar -xf "$KW_TEMP/download" -C "$KW_TEMP/out" --no-same-owner
  case $KW_RC:$KW_OUT in
    0:*) ;;
    *'No space left'*) kw_write_failed "$KW_TEMP/out" "$KW_OUT" ;;
    *) kw_fail host.archiveBroken "$1" "$KW_OUT" ;;
  esac
  if [ "$5" = '*' ]; then
    while IFS= read -r -d '' file; do
      name=${file#"$KW_TEMP/out/"}
      kw_install_file "$file" "$3/$name" "$4" || [ $? = 10 ]
      paths+=("$KW_ROOT$3/$name")
    done < <(find "$KW_TEMP/out" -type f -print0)
  else
    [ -f "$KW_TEMP/out/$5" ] || kw_fail host.archiveBroken "$1" "$5"
    kw_install_file "$KW_TEMP/out/$5" "$3" "$4" || [ $? = 10 ]
    paths=("$KW_ROOT$3")
  fi
  kw_write_file "$sums/$2${3//\//-}" 0600 "$(sha256sum -- "${paths[@]}")"$'\n' || [ $? = 10 ]
}

mapfile -t lines <<< "${FILES%$'\n'}"
total=${#lines[@]} done=0
for line in "${lines[@]}"; do
  IFS='|' read -r url sha path mode member <<< "$line"
  if ! same "$sha" "$path" "$member"; then
    kw_begin_change
    kw_progress "$done" "$total" "${url##*/}"
    [ -n "${KW_TEMP-}" ] || kw_temp
    download "$url" "$sha"
    if [ -z "$member" ]; then
      kw_install_file "$KW_TEMP/download" "$path" "$mode" || [ $? = 10 ]
    else
      unpack "$url" "$sha" "$path" "$mode" "$member"
    fi
  fi
  done=$((done + 1))
done
kw_done
