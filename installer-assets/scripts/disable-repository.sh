# shellcheck shell=bash
# Package repositories that do not answer, put out of use on the user's wish. REPOSITORIES: lines, an address (apt) or
# an id (dnf). Lines of .list files are commented, stanzas of .sources get "Enabled: no", ids of .repo enabled=0.
mark='# kubeadm-wizard disabled: '
mapfile -t wanted <<< "${REPOSITORIES%$'\n'}"

named() { # TEXT: names one of the addresses as a whole
  local uri word
  for uri in "${wanted[@]}"; do
    for word in $1; do [ "${word%/}" != "${uri%/}" ] || return 0; done
  done
  return 1
}

each_line() { # a .list file's text into text
  local line
  text=
  while IFS= read -r line; do
    [[ $line != deb* ]] || ! named "$line" || line=$mark$line
    text+=$line$'\n'
  done <<< "${KW_TEXT%$'\n'}"
}

each_stanza() { # a .sources file's text into text
  local line stanza='' uris='' off='' on=''
  text=
  while IFS= read -r line; do
    case ${line,,} in
      '')
        if [ -n "$uris" ] && [ -z "$off" ]; then stanza=${stanza/"$on"/}'Enabled: no'$'\n'; fi
        text+=$stanza$'\n' stanza='' uris='' off='' on=''
        continue
        ;;
      uris:*) ! named "${line#*:}" || uris=1 ;;
      enabled:*no*) off=1 ;;
      enabled:*) on=$line$'\n' ;;
    esac
    stanza+=$line$'\n'
  done <<< "${KW_TEXT%$'\n'}"$'\n'
  text=${text%$'\n'}
}

each_section() { # a .repo file's text into text
  local line ours='' id
  text=
  while IFS= read -r line; do
    if [[ $line == \[*\] ]]; then
      ours=
      for id in "${wanted[@]}"; do [ "$line" != "[$id]" ] || ours=1; done
      line+=${ours:+$'\n'enabled=0}
    elif [ -n "$ours" ] && [[ $line =~ ^enabled[[:space:]]*= ]]; then
      continue
    fi
    text+=$line$'\n'
  done <<< "${KW_TEXT%$'\n'}"
}

for file in "$KW_ROOT"/etc/apt/sources.list "$KW_ROOT"/etc/apt/sources.list.d/*.{list,sources} "$KW_ROOT"/etc/yum.repos.d/*.repo; do
  [ -f "$file" ] || continue
  kw_read "$file"
  case $file in
    *.sources) named "$KW_TEXT" && each_stanza || continue ;;
    *.repo) each_section ;;
    *) each_line ;;
  esac
  [ "$text" = "${KW_TEXT%$'\n'}"$'\n' ] || kw_write_file "${file#"$KW_ROOT"}" "0$(stat -c %a "$file")" "$text" || [ $? = 10 ]
done
kw_done
