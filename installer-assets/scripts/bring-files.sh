# shellcheck shell=bash
# Files that the program's own machine brings. FOLDER; FILES: lines sha256|bytes|path below FOLDER; STEP:
#   look     is it needed, is there room; makes the place where LOGIN (a user) puts what is missing, each file there
#            named by its digest, and says what is missing as the run value "missing" (digests by lines)
#   receive  what lies there by now is checked by its digest and goes to its place
#   check    nobody sends anything: what is needed must lie in FOLDER already (a runbook)
# Needless where all this is so: PACKAGES (lines "name" or "name=version-prefix") are installed, IMAGES (lines) are in
# the runtime at SOCKET, PROGRAMS (FILES of binaries.sh) are in their places. With none of these it is always needed.
place=$KW_ROOT$FOLDER
incoming=$place/.incoming
records=/var/lib/kubeadm-wizard/binaries
mapfile -t files <<< "$FILES"

packages_there() {
  local name version state prefix has
  local -A versions=()
  # shellcheck disable=SC2016 # dpkg's own fields
  while read -r name state version; do
    [ "$state" != installed ] || versions[$name]=${version#*:}
  done < <(dpkg-query -W -f '${Package} ${db:Status-Status} ${Version}\n' 2> /dev/null)
  while read -r name version; do versions[$name]=$version; done \
    < <(rpm -qa --qf '%{NAME} %{VERSION}-%{RELEASE}\n' 2> /dev/null)
  while IFS='=' read -r name prefix; do
    has=${versions[$name]-}
    [ -n "$has" ] || return 1
    [ -z "$prefix" ] || { [[ $has == "${prefix#*:}"* ]] && [[ ${has#"${prefix#*:}"} != [0-9]* ]]; } || return 1
  done <<< "$PACKAGES"
}

images_there() {
  local image name present=$'\n'
  if [[ $SOCKET == *cri-dockerd* ]]; then
    while IFS= read -r image; do
      docker image inspect "$image" > /dev/null 2>&1 || return 1
    done <<< "$IMAGES"
    return 0
  fi
  while read -r name; do present+=$name$'\n'; done \
    < <(ctr --address "${SOCKET#unix://}" --namespace k8s.io images list -q 2> /dev/null)
  while IFS= read -r image; do
    [[ $present == *$'\n'"$image"$'\n'* ]] || return 1
  done <<< "$IMAGES"
}

programs_there() {
  local line path record
  while IFS= read -r line; do
    IFS='|' read -r _ _ path _ <<< "$line"
    record=${path#/}
    kw_read "$KW_ROOT$records/${record//\//-}"
    [[ $KW_TEXT == "# $line"$'\n'* ]] || return 1
    sha256sum -c --status <<< "${KW_TEXT#*$'\n'}" 2> /dev/null || return 1
  done <<< "$PROGRAMS"
}

needless() {
  [ -n "${PACKAGES-}${IMAGES-}${PROGRAMS-}" ] || return 1
  [ -z "${PACKAGES-}" ] || packages_there || return 1
  [ -z "${IMAGES-}" ] || images_there || return 1
  [ -z "${PROGRAMS-}" ] || programs_there
}

# Digests of the files that are not in their places, into missing; their bytes into bytes.
look() {
  local line sha size path digest
  missing=() bytes=0
  for line in "${files[@]}"; do
    IFS='|' read -r sha size path <<< "$line"
    if [ -f "$place/$path" ] && [ "$(stat -c %s -- "$place/$path")" = "$size" ]; then
      read -r digest _ < <(sha256sum < "$place/$path")
      [ "$digest" != "$sha" ] || continue
    fi
    [[ " ${missing[*]-} " != *" $sha "* ]] || continue
    missing+=("$sha")
    bytes=$((bytes + size))
  done
}

room() {
  local dir=$place free mount have=0 sha need=$bytes runtime=$KW_ROOT/var/lib/containerd
  [[ ${SOCKET-} != *cri-dockerd* ]] || runtime=$KW_ROOT/var/lib/docker
  while [ ! -d "$dir" ]; do dir=${dir%/*} dir=${dir:-/}; done
  for sha in "${missing[@]}"; do # what an earlier try left
    [ ! -f "$incoming/$sha" ] || have=$((have + $(stat -c %s -- "$incoming/$sha")))
  done
  # the runtime keeps images once more and unpacks them, which takes as much again at the very least
  if [ -n "${IMAGES-}" ] && [ -d "$runtime" ] && [ "$(stat -c %d -- "$runtime")" = "$(stat -c %d -- "$dir")" ]; then
    need=$((bytes * 3))
  fi
  read -r free mount < <(df -PB1 -- "$dir" | { read -r _ && read -r _ _ _ f _ m && printf '%s %s\n' "$f" "$m"; })
  ((free > need - have + 64 * 1024 * 1024)) \
    || kw_fail bundle.noRoom "$((need / 1000000 + 1))" "$FOLDER" "$mount" "$((free / 1000000))"
}

prepare() {
  kw_make_dir "$FOLDER"
  # the login user may pass, and write into the one folder alone
  [ -d "$incoming" ] || mkdir -m 0700 -- "$incoming" || kw_write_failed "$incoming" ''
  [ -z "$LOGIN" ] || [ -n "$KW_ROOT" ] || chown -R -- "$LOGIN" "$incoming"
}

receive() {
  local line sha path digest came
  local -A at=() # files of the same content are sent once
  for line in "${files[@]}"; do
    IFS='|' read -r sha _ path <<< "$line"
    came=$incoming/$sha
    if [ -n "${at[$sha]-}" ]; then
      case $path in */*) mkdir -p -- "$place/${path%/*}" ;; esac
      cp -- "${at[$sha]}" "$place/$path" || kw_write_failed "$place/$path" ''
    fi
    [ -f "$came" ] && [ ! -L "$came" ] || continue
    [ -n "$KW_ROOT" ] || chown root:root -- "$came"
    read -r digest _ < <(sha256sum < "$came")
    if [ "$digest" != "$sha" ]; then
      rm -f -- "$came"
      kw_fail bundle.arrivedDamaged "$path" "$sha" "$digest"
    fi
    case $path in */*) mkdir -p -- "$place/${path%/*}" || kw_write_failed "$place/$path" '' ;; esac
    chmod 0644 -- "$came" && mv -fT -- "$came" "$place/$path" || kw_write_failed "$place/$path" ''
    at[$sha]=$place/$path
  done
}

if [ "$STEP" = receive ]; then receive; elif needless; then kw_unchanged; fi
look
case $STEP in
  look)
    ((${#missing[@]} > 0)) || kw_unchanged
    room
    kw_begin_change
    prepare
    sent=${missing[*]}
    kw_value missing "${sent// /$'\n'}"
    ;;
  receive)
    ((${#missing[@]} == 0)) || kw_fail bundle.notArrived "${#missing[@]}" "$FOLDER"
    rmdir -- "$incoming" 2> /dev/null || true
    KW_CHANGED=1
    ;;
  *) ((${#missing[@]} == 0)) || kw_fail bundle.notThere "${#missing[@]}" "$FOLDER" ;;
esac
kw_done
