# shellcheck shell=bash
set -euo pipefail
if [ "$(id -u)" != 0 ]; then
  echo 'This script must be run as root.' >&2
  exit 1
fi
mark=by-hand-$$
run=$(date -u +%Y%m%dT%H%M%SZ)-by-hand

# Shows what a step says: its results and values as "->" lines, everything else as it is.
told() {
  local line us=$'\x1f'
  while IFS= read -r line || [ -n "$line" ]; do
    case $line in
      "$mark$us"*)
        line=${line#"$mark$us"}
        line=${line//"$us"/ }
        printf '  -> %s\n' "${line//$'\x1e'/$'\n     '}"
        ;;
      *) printf '  %s\n' "$line" ;;
    esac
  done
}

# Runs the script on standard input in a shell of its own; variables that the run brings come as arguments.
step() { # ID TITLE [NAME VALUE]…
  local id=$1 title=$2 script given
  shift 2
  IFS= read -r -d '' script || true
  printf -v given 'KW_MARK=%q\nKW_RUN=%q\nKW_ACTION=%q\nKW_LOOK=0\n' "$mark" "$run" "$id"
  while (($# > 1)); do
    printf -v given '%s%s=%q\n' "$given" "$1" "$2"
    shift 2
  done
  printf '\n== %s (%s)\n' "$title" "$id"
  bash <(printf '%s' "$given" "$prelude" "$script") 2>&1 | told
}

