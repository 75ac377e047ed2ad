# shellcheck shell=bash
# A package repository for apt with its key. NAME; URIS: lines; SUITE, or "/" for a flat one; COMPONENTS (words;
# none for a flat one); KEY_URL; ARCH (words; empty: the machine's own).
# The key is fetched at every run: the keys of Kubernetes' repositories expire and are renewed at the same address.
# The lists are fetched by packages-apt.sh, which needs them.
own=kubeadm-wizard-$NAME
source=/etc/apt/sources.list.d/$own.sources
disabled='# kubeadm-wizard disabled: '

kw_temp
kw_fetch "$KEY_URL" "$KW_TEMP/key"
IFS= read -r -n 14 -d '' first < "$KW_TEMP/key" || true
case $first in
  '-----BEGIN PGP') keyring=/etc/apt/keyrings/$own.asc ;;
  '<'* | '') kw_fail host.keyNotAKey "$KEY_URL" ;;
  *) keyring=/etc/apt/keyrings/$own.gpg ;;
esac

uris=${URIS%$'\n'}
text="# Written by Kubeadm Wizard
Types: deb
URIs: ${uris//$'\n'/ }
Suites: $SUITE
${COMPONENTS:+Components: $COMPONENTS
}${ARCH:+Architectures: $ARCH
}Signed-By: $keyring
"

# The same repository in another file with another key stops apt altogether: that line is put out of use, recorded.
other_sources() {
  local file line uri changed
  for file in "$KW_ROOT"/etc/apt/sources.list "$KW_ROOT"/etc/apt/sources.list.d/*.list; do
    [ -f "$file" ] || continue
    changed='' text_of=''
    kw_read "$file"
    while IFS= read -r line; do
      for uri in $uris; do
        [[ $line =~ ^deb.*[[:space:]]"${uri%/}"/?[[:space:]]+"$SUITE" ]] || continue
        line=$disabled$line changed=1
        break
      done
      text_of+=$line$'\n'
    done <<< "${KW_TEXT%$'\n'}"
    [ -z "$changed" ] || kw_write_file "${file#"$KW_ROOT"}" 0644 "$text_of" || [ $? = 10 ]
  done
  for file in "$KW_ROOT"/etc/apt/sources.list.d/*.sources; do
    [ -f "$file" ] && [ "$file" != "$KW_ROOT$source" ] || continue
    kw_read "$file"
    for uri in $uris; do
      if [[ $KW_TEXT == *"${uri%/}"* && ${KW_TEXT,,} != *'enabled: no'* ]]; then
        kw_fail host.repositoryTwice "$uri" "${file#"$KW_ROOT"}"
      fi
    done
  done
}

other_sources
kw_make_dir /etc/apt/keyrings
kw_install_file "$KW_TEMP/key" "$keyring" 0644 || [ $? = 10 ]
kw_write_file "$source" 0644 "$text" || [ $? = 10 ]
kw_done
