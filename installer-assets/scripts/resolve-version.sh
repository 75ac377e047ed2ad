# shellcheck shell=bash
# The newest patch of a Kubernetes minor that the package source has, as the run value kubernetes-version.
# PATCH (1.36.4): a patch that it must have, and is the value then; empty: any. It is not looked for with KIND file.
# MINOR (1.36), BASE (source without /v1.36/…), KIND (deb, rpm), or KIND file: BASE is the address that says it
kw_temp
newest='' there=''
newer() { # VERSION
  [ "$1" != "$PATCH" ] || there=1
  [ -z "$newest" ] || [ "$(printf '%s\n%s\n' "$newest" "$1" | sort -V | tail -n 1)" != "$newest" ] || return 0
  newest=$1
}
if [ "$KIND" = deb ]; then
  kw_fetch "$BASE/v$MINOR/deb/Packages" "$KW_TEMP/packages"
  name=
  while read -r key value; do
    case $key in
      Package:) name=$value ;;
      Version:) [ "$name" != kubeadm ] || [[ $value != "$MINOR".* ]] || newer "${value%%-*}" ;;
    esac
  done < "$KW_TEMP/packages"
elif [ "$KIND" = file ]; then
  kw_fetch "$BASE" "$KW_TEMP/stable" install.versionUnknown "$MINOR" "$BASE"
  read -r -n 64 line < "$KW_TEMP/stable" || true
  [[ ${line%$'\r'} =~ ^v?([0-9.]+)$ ]] && [[ ${BASH_REMATCH[1]} == "$MINOR".* ]] && newest=${BASH_REMATCH[1]}
else
  kw_fetch "$BASE/v$MINOR/rpm/repodata/repomd.xml" "$KW_TEMP/repomd"
  kw_read "$KW_TEMP/repomd"
  [[ $KW_TEXT =~ href=\"(repodata/[^\"]*primary\.xml\.gz)\" ]] || kw_fail install.versionUnknown "$MINOR" "$BASE"
  kw_fetch "$BASE/v$MINOR/rpm/${BASH_REMATCH[1]}" "$KW_TEMP/primary.gz"
  while IFS= read -r line; do
    case $line in
      *'<name>'*) name=${line#*<name>} name=${name%%</name>*} ;;
      *'<version '*)
        [[ $line =~ ver=\"([0-9.]+)\" ]] && [ "${name-}" = kubeadm ] && [[ ${BASH_REMATCH[1]} == "$MINOR".* ]] && newer "${BASH_REMATCH[1]}"
        ;;
    esac
  done < <(gzip -dc "$KW_TEMP/primary.gz")
fi
[ -n "$newest" ] || kw_fail install.versionUnknown "$MINOR" "$BASE"
[ -z "$PATCH" ] || [ -n "$there" ] || [ "$KIND" = file ] || kw_fail install.patchUnknown "$PATCH" "$newest" "$BASE"
kw_value kubernetes-version "${PATCH:-$newest}"
kw_unchanged
