# shellcheck shell=bash
# Waits until the runtime answers at its CRI socket, and asks which cgroup driver it uses: the kubelet takes it from there.
# SOCKET, DRIVER (systemd, cgroupfs). A runtime that cannot say (containerd 1.x) was told by its configuration.
crictl() { command crictl --timeout 20s --runtime-endpoint "$SOCKET" --image-endpoint "$SOCKET" "$@"; }

said='' try=0
until said=$(crictl version 2>&1); do
  try=$((try + 1))
  ((try < 60)) || kw_fail install.runtimeSilent "$SOCKET" "${said##*$'\n'}"
  ((try != 3)) || kw_waiting install.waitsForRuntime "$SOCKET"
  sleep 1
done
said=$(crictl runtime-config 2>/dev/null) || said=
case $said in
  *SYSTEMD*) driver=systemd ;;
  *CGROUPFS*) driver=cgroupfs ;;
  *) driver=$DRIVER ;;
esac
[ "$driver" = "$DRIVER" ] || kw_fail install.driverOther "$driver" "$DRIVER" "$SOCKET"
kw_unchanged
