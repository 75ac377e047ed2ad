# shellcheck shell=bash
# The host's own name, now and after every start. NAME.
read -r live < "$KW_ROOT/proc/sys/kernel/hostname"
static=
if [ -s "$KW_ROOT/etc/hostname" ]; then read -r static < "$KW_ROOT/etc/hostname" || true; fi

if [ "$live" != "$NAME" ] || [ "$static" != "$NAME" ]; then
  kw_begin_change
  kw_before hostname "live=$live" "static=$static"
  kw_before_file /etc/hostname
  if [ -z "$KW_ROOT" ] && kw_has hostnamectl; then
    kw_run hostnamectl set-hostname "$NAME"
    ((KW_RC == 0)) || kw_fail host.hostnameRefused "$NAME" "$KW_OUT"
  else
    printf '%s\n' "$NAME" > "$KW_ROOT/etc/hostname"
    printf '%s\n' "$NAME" > "$KW_ROOT/proc/sys/kernel/hostname"
  fi
  kw_wrote_file /etc/hostname
fi
# cloud-init would set its own again at the next start
if [ -d "$KW_ROOT/etc/cloud/cloud.cfg.d" ]; then
  kw_write_file /etc/cloud/cloud.cfg.d/99-kubeadm-wizard.cfg 0644 "# Written by Kubeadm Wizard
preserve_hostname: true
" || [ $? = 10 ]
fi
kw_done
