# shellcheck shell=bash
# Waits until the API server answers on this host's way to it. HOST, PORT
last=
while ! (exec 3<> "/dev/tcp/$HOST/$PORT") 2>/dev/null; do
  [ -n "$last" ] || kw_waiting install.waiting.apiPort "$HOST" "$PORT"
  last=1
  sleep 1
done
kw_unchanged
