# shellcheck shell=bash
# Pulls the images that this host will need, several at a time, so that nothing waits for them later.
# IMAGES (lines), SOCKET (CRI socket), DOCKER_ACCOUNTS (a file named config.json: Docker pulls by itself, with its accounts)
crictl() { command crictl --timeout 60s --runtime-endpoint "$SOCKET" --image-endpoint "$SOCKET" "$@"; }

# Asked once for all: what the runtime has already, as lines REPOSITORY:TAG and REPOSITORY@DIGEST.
present() {
  local fields
  KW_PRESENT=$'\n'
  while read -r -a fields; do
    KW_PRESENT+="${fields[0]}:${fields[1]-}"$'\n'"${fields[0]}@${fields[2]-}"$'\n'
  done < <(crictl images --digests --no-trunc 2>/dev/null)
}

# A name as the runtime keeps it, into name: whole, and without the tag where a digest says it.
whole() { # IMAGE
  local digest='' path
  name=$1
  case $name in */*) ;; *) name=library/$name ;; esac
  case ${name%%/*} in *.* | *:* | localhost) ;; *) name=docker.io/$name ;; esac
  case $name in *@*) digest=@${name#*@} name=${name%%@*} path=${name##*/} ;; *) return 0 ;; esac
  case $path in *:*) name=${name%:*} ;; esac
  name+=$digest
}

mapfile -t wanted <<< "$IMAGES"
for try in 1 2 3 4 5 6 7 8 9 10; do # a runtime that was just restarted needs a moment for its socket
  said=$(crictl version 2>&1) && break
  [ "$try" != 10 ] || kw_fail install.runtimeSilent "$SOCKET" "${said##*$'\n'}"
  sleep 1
done
present
missing=()
for image in "${wanted[@]}"; do
  whole "$image"
  [[ $KW_PRESENT == *$'\n'"$name"$'\n'* ]] || missing+=("$image")
done
((${#missing[@]} > 0)) || kw_unchanged
kw_begin_change

fetch() { # IMAGE
  if [ -n "${DOCKER_ACCOUNTS-}" ]; then
    docker --config "${DOCKER_ACCOUNTS%/*}" pull -q "$1"
  else
    crictl pull "$1"
  fi
}

total=${#missing[@]} done=0
pull() { # IMAGE
  local said try
  for try in 1 2 3; do
    if said=$(fetch "$1" 2>&1); then return 0; fi
    case $said in *'not found'* | *'denied'* | *'unauthorized'*) break ;; esac
    sleep $((try * 2))
  done
  printf '%s' "${said##*$'\n'}" > "$KW_TEMP/failed-${1//[\/:@]/_}"
  return 1
}
kw_temp
kw_before images "wanted=${missing[*]}"
running=0
for image in "${missing[@]}"; do
  kw_progress "$done" "$total" "$image"
  pull "$image" &
  running=$((running + 1))
  if ((running >= 2)); then
    wait -n || true
    running=$((running - 1)) done=$((done + 1))
  fi
done
wait || true
for image in "${missing[@]}"; do
  file=$KW_TEMP/failed-${image//[\/:@]/_}
  if [ -f "$file" ]; then
    kw_read "$file"
    case $KW_TEXT in
      *nauthorized* | *'403 Forbidden'* | *'no basic auth'* | *'authentication required'* | *'authorization failed'*)
        kw_fail install.imageDenied "$image" "$KW_TEXT"
        ;;
    esac
    kw_fail install.imagePull "$image" "$KW_TEXT"
  fi
done
kw_progress "$total" "$total" ''
kw_changed
