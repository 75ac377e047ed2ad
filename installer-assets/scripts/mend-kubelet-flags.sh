# shellcheck shell=bash
# Takes flags that the kubelet no longer knows out of its settings. FLAGS: names without dashes;
# FILES: absolute paths.

# The text without --flag, --flag=value and --flag value; other words and lines stay as they are.
without_flags() { # TEXT: into clean
  local line flag rest
  clean=
  while IFS= read -r line || [ -n "$line" ]; do
    while IFS= read -r flag; do
      rest="(=(\\\\?\"[^\"]*\"|[^[:space:]\"']*)|[[:space:]]+[^-[:space:]\"'][^[:space:]\"']*)?"
      while [[ $line =~ (^|[[:space:]\"\'=])--$flag$rest([[:space:]\"\'\\]|$) ]]; do
        line=${line/"${BASH_REMATCH[0]}"/"${BASH_REMATCH[1]}${BASH_REMATCH[4]}"}
      done
    done <<< "$FLAGS"
    clean+=$line$'\n'
  done <<< "$1"
}

changed=0
while IFS= read -r file; do
  [ -f "$KW_ROOT$file" ] || continue
  kw_read "$KW_ROOT$file"
  text=${KW_TEXT%$'\n'}
  without_flags "$text"
  [ "$clean" != "$text"$'\n' ] || continue
  kw_begin_change
  kw_write_file "$file" "$(stat -c '0%a' -- "$KW_ROOT$file")" "$clean" || [ $? = 10 ]
  changed=1
done <<< "$FILES"
((changed)) || kw_unchanged
kw_run systemctl daemon-reload
kw_changed
