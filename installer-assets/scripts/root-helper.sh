# shellcheck shell=bash
# The root helper: one bash for each connection, started by "sudo … bash -s" (or as root).
# It reads frames from standard input: 48 bytes of verb (4), length (11), space, mark (32), and
# after "run " a script of that length. A script runs in a process group of its own, with /dev/null
# as its input, straight on the channel's output and error. The mark, 128 secret bits made for this
# script alone, ends it on both streams. When the line drops or pings stop, the group is ended.
LC_ALL=C
PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin:/opt/bin
export LC_ALL PATH
umask 022
cd / || exit 1
# Nothing that bash itself says (such as "Terminated") may get between a script's lines.
exec 3>&1 4>&2 >/dev/null 2>&1
set -m # a background job gets a process group of its own
kw_group=
unset kw

kw_mark() { # mark, code: only shell builtins, so that it costs no process
  printf '\001%s %s\n' "$1" "$2" >&3
  printf '\001%s %s\n' "$1" "$2" >&4
}

kw_start() { # mark, script
  (
    set +m
    trap : TERM HUP INT # the group's signals are for the script; we stay to tell its end
    (
      trap - TERM HUP INT
      exec >&3 2>&4 3>&- 4>&-
      kw_script=$2
      set --
      eval "unset kw_script kw_group kw_head; $kw_script"
    )
    kw_mark "$1" "$?"
  ) </dev/null &
  kw_group=$!
}

kw_end() { # TERM to the group; KILL after two seconds to what is left
  [[ -n $kw_group ]] || return 0
  set +m
  kill -TERM -- "-$kw_group" || return 0
  local i
  for ((i = 0; i < 20; i++)); do
    sleep 0.1
    kill -0 -- "-$kw_group" || return 0
  done
  kill -KILL -- "-$kw_group"
}

trap 'kw_end; exit 0' TERM HUP INT
while IFS= read -r -N 48 -t 30 kw_head; do
  case ${kw_head:0:4} in
    'run ') # without -t: bash makes two system calls for each character then
      IFS= read -r -N "$((10#${kw_head:4:11}))" kw_script || break
      kw_start "${kw_head:16:32}" "$kw_script"
      kw_script=
      ;;
    term) [[ -z $kw_group ]] || kill -TERM -- "-$kw_group" ;;
    kill)
      [[ -z $kw_group ]] || kill -KILL -- "-$kw_group"
      wait "$kw_group"
      kw_mark "${kw_head:16:32}" killed
      ;;
    ping) ;;
    quit) # the last script has said its end: it needs no second signal, and no sleep until it is gone
      [[ -z $kw_group ]] || wait "$kw_group"
      break
      ;;
    *) break ;;
  esac
done
kw_end
exit 0
