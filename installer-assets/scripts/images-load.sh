# shellcheck shell=bash
# Loads images that were brought to this host into Docker. FOLDER: an OCI image layout; IMAGES: lines
# name|media type|digest|size|blobs|configuration|layers (digests, by blanks; layers from the lowest, one may come twice)
there() { docker image inspect "$1" > /dev/null 2>&1; }

for try in 1 2 3 4 5 6 7 8 9 10; do # Docker that was just restarted needs a moment
  said=$(docker version --format '{{.Server.Version}}' 2>&1) && break
  [ "$try" != 10 ] || kw_fail install.runtimeSilent docker "${said##*$'\n'}"
  sleep 1
done
missing=()
while IFS= read -r line; do
  there "${line%%|*}" || missing+=("$line")
done <<< "$IMAGES"
((${#missing[@]} > 0)) || kw_unchanged
kw_begin_change

names=("${missing[@]%%|*}")
kw_before images "wanted=${names[*]}"
kw_temp
printf '%s' '{"imageLayoutVersion":"1.0.0"}' > "$KW_TEMP/oci-layout"
total=${#missing[@]} done=0
for line in "${missing[@]}"; do
  IFS='|' read -r name type digest size blobs configuration layers <<< "$line"
  kw_progress "$done" "$total" "$name"
  # as "docker save" writes it: manifest.json is what Docker reads, index.json what containerd behind a newer Docker does
  printf '{"schemaVersion":2,"manifests":[{"mediaType":"%s","digest":"%s","size":%s,"annotations":{%s}}]}' \
    "$type" "$digest" "$size" "\"io.containerd.image.name\":\"$name\"" > "$KW_TEMP/index.json"
  listed='' paths=()
  for blob in $layers; do listed+=${listed:+,}\"blobs/${blob/://}\"; done
  printf '[{"Config":"%s","RepoTags":["%s"],"Layers":[%s]}]' \
    "blobs/${configuration/://}" "$name" "$listed" > "$KW_TEMP/manifest.json"
  for blob in $blobs; do paths+=("blobs/${blob/://}"); done
  said=$(tar -cf - -C "$KW_TEMP" oci-layout index.json manifest.json -C "$KW_ROOT$FOLDER" "${paths[@]}" \
    | docker load --quiet 2>&1) || kw_fail bundle.imageRefused "$name" "${said##*$'\n'}"
  there "$name" || kw_fail bundle.imageRefused "$name" "${said##*$'\n'}"
  done=$((done + 1))
done
kw_progress "$total" "$total" ''
kw_changed
