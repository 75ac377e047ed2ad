# shellcheck shell=bash
# Loads images that were brought to this host into containerd. FOLDER: an OCI image layout; IMAGES: lines
# name|media type|digest|size|blobs (their digests, by blanks; the manifest's own among them); SOCKET (CRI socket)
address=${SOCKET#unix://}
names() { ctr --address "$address" --namespace k8s.io images list -q; }

for try in 1 2 3 4 5 6 7 8 9 10; do # a runtime that was just restarted needs a moment for its socket
  said=$(names 2>&1) && break
  [ "$try" != 10 ] || kw_fail install.runtimeSilent "$SOCKET" "${said##*$'\n'}"
  sleep 1
done
missing=()
while IFS= read -r line; do
  [[ $'\n'$said$'\n' == *$'\n'"${line%%|*}"$'\n'* ]] || missing+=("$line")
done <<< "$IMAGES"
((${#missing[@]} > 0)) || kw_unchanged
kw_begin_change

names=("${missing[@]%%|*}")
kw_before images "wanted=${names[*]}"
kw_temp
printf '%s' '{"imageLayoutVersion":"1.0.0"}' > "$KW_TEMP/oci-layout"
total=${#missing[@]} done=0
for line in "${missing[@]}"; do
  IFS='|' read -r name type digest size blobs <<< "$line"
  kw_progress "$done" "$total" "$name"
  # containerd takes the whole name from its own annotation; the specification's has but the tag
  printf '{"schemaVersion":2,"manifests":[{"mediaType":"%s","digest":"%s","size":%s,"annotations":{%s}}]}' \
    "$type" "$digest" "$size" "\"io.containerd.image.name\":\"$name\"" > "$KW_TEMP/index.json"
  paths=()
  for blob in $blobs; do paths+=("blobs/${blob/://}"); done
  said=$(tar -cf - -C "$KW_TEMP" oci-layout index.json -C "$KW_ROOT$FOLDER" "${paths[@]}" \
    | ctr --address "$address" --namespace k8s.io images import - 2>&1) \
    || kw_fail bundle.imageRefused "$name" "${said##*$'\n'}"
  done=$((done + 1))
done
kw_progress "$total" "$total" ''
said=$(names)
for line in "${missing[@]}"; do
  [[ $'\n'$said$'\n' == *$'\n'"${line%%|*}"$'\n'* ]] || kw_fail bundle.imageRefused "${line%%|*}" "ctr images list"
done
kw_changed
