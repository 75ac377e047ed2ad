# shellcheck shell=bash
# Finishes what the package manager left half installed.

if kw_has dpkg; then
  audit=$(dpkg --audit 2>/dev/null) || true
  [ -n "$audit" ] || kw_unchanged
  kw_begin_change
  kw_before packages-finished tool=dpkg
  export DEBIAN_FRONTEND=noninteractive
  kw_run dpkg --configure --pending --force-confdef --force-confold
  kw_run apt-get -y -o DPkg::Lock::Timeout=300 -f install
  audit=$(dpkg --audit 2>/dev/null) || true
  [ -z "$audit" ] || kw_fail check.packagesStay
  kw_changed
fi
kw_run dnf -q check
((KW_RC != 0)) || kw_unchanged
kw_begin_change
kw_before packages-finished tool=dnf
kw_run dnf -y distro-sync
kw_run dnf -q check
((KW_RC == 0)) || kw_fail check.packagesStay
kw_changed
