# shellcheck shell=bash
# A script that outlives the connection. The text is put before this file's:
#   kw_verb    start, follow, result, end, forget
#   kw_id      the job's name; its folder is /run/kubeadm-wizard/detached/ID, root's alone, in memory
#   kw_hash    (start) what tells one text of the script from another
#   kw_script  (start) the script
#   kw_out, kw_err  (follow) how many lines of each stream are known already
# The script's text reaches its process through a file of mode 0600 on tmpfs that is removed before
# the first line runs: no argument and no environment ever holds it.
set -euo pipefail
umask 077
kw_all=/run/kubeadm-wizard/detached
kw_dir=$kw_all/$kw_id

kw_lives() {
  [[ -s $kw_dir/pid ]] && kill -0 "$(<"$kw_dir/pid")" 2>/dev/null
}

kw_state() { # none, done, running or died; and whether the text is the same
  local same=other
  if [[ ! -d $kw_dir ]]; then
    echo none
    return
  fi
  if [[ -f $kw_dir/hash && $(<"$kw_dir/hash") == "${kw_hash-}" ]]; then same=same; fi
  if [[ -f $kw_dir/exit ]]; then
    echo "done $same"
  elif kw_lives; then
    echo "running $same"
  else
    echo "died $same"
  fi
}

kw_begin() {
  rm -rf -- "$kw_dir"
  mkdir -p -- "$kw_dir"
  printf '%s' "$kw_hash" >"$kw_dir/hash"
  printf '%s' "$kw_script" >"$kw_dir/script"
  : >"$kw_dir/out"
  : >"$kw_dir/err"
  # TERM is for the script; its parent stays to write down how it ended.
  cat >"$kw_dir/run" <<'END'
cd -- "${0%/*}" || exit
echo "$$" >pid.new && mv pid.new pid
export HOME=/root LC_ALL=C PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin:/opt/bin
kw_script=$(<script)
rm -f script
umask 022
trap : TERM HUP INT
(
  trap - TERM HUP INT
  exec >out 2>err </dev/null
  cd / || exit
  eval "unset kw_script; $kw_script"
)
echo "$?" >exit.new && mv exit.new exit
END
  if [[ -d /run/systemd/system ]] && command -v systemd-run >/dev/null; then
    # A unit of its own: logind may end what is left of a login session.
    systemd-run --quiet --collect --unit="kubeadm-wizard-$kw_id" /bin/bash "$kw_dir/run" >&2
  else
    setsid --fork /bin/bash "$kw_dir/run" </dev/null >/dev/null 2>&1
  fi
  local i
  for ((i = 0; i < 100; i++)); do
    if [[ -s $kw_dir/pid ]]; then return; fi
    sleep 0.1
  done
  echo "the detached script did not start" >&2
  return 1
}

case $kw_verb in
  start)
    kw_now=$(kw_state)
    case $kw_now in
      none | 'done other' | 'died other') kw_begin && echo started ;;
      *) echo "$kw_now" ;;
    esac
    ;;
  follow)
    kw_pid=$(<"$kw_dir/pid")
    tail -n "+$((kw_out + 1))" -s 0.1 --pid="$kw_pid" -f "$kw_dir/out" &
    tail -n "+$((kw_err + 1))" -s 0.1 --pid="$kw_pid" -f "$kw_dir/err" >&2 &
    wait
    ;;
  result) if [[ -f $kw_dir/exit ]]; then cat "$kw_dir/exit"; else echo died; fi ;;
  end) # TERM to its group, KILL three seconds later
    if kw_lives; then
      kw_pid=$(<"$kw_dir/pid")
      kill -TERM -- "-$kw_pid" || true
      for ((i = 0; i < 30; i++)); do
        if ! kw_lives; then exit 0; fi
        sleep 0.1
      done
      kill -KILL -- "-$kw_pid" || true
    fi
    ;;
  forget) rm -rf -- "$kw_dir" ;;
esac
