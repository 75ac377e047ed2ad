# shellcheck shell=bash
# Kernel modules, loaded now and at every start. MODULES: lines of names; FILE under /etc/modules-load.d.

read -r release < /proc/sys/kernel/osrelease
modules=/lib/modules/$release

# Loaded, or part of the kernel itself.
there() { # NAME
  kw_module_loaded "$1" && return 0
  [ -f "$modules/modules.builtin" ] || return 1
  kw_read "$modules/modules.builtin"
  [[ $KW_TEXT == *"/${1//_/-}.ko"* || $KW_TEXT == *"/${1//-/_}.ko"* ]]
}

missing=()
mapfile -t wanted <<< "$MODULES"
for name in "${wanted[@]}"; do there "$name" || missing+=("$name"); done

if [ ${#missing[@]} -gt 0 ]; then
  kw_begin_change
  [ -d "$modules" ] || kw_fail host.kernelModulesGone "$release"
  for name in "${missing[@]}"; do kw_ledger_add module "name=$name" loaded=false; done
  kw_ledger_sync
  for name in "${missing[@]}"; do
    kw_run modprobe -- "$name"
    case $KW_RC:$KW_OUT in
      0:*) ;;
      *'not found'*) kw_fail host.moduleMissing "$name" "$release" ;;
      *) kw_fail host.moduleRefused "$name" "$KW_OUT" ;;
    esac
    there "$name" || kw_fail host.moduleRefused "$name" "$KW_OUT"
  done
fi
kw_write_file "$FILE" 0644 "# Written by Kubeadm Wizard"$'\n'"$MODULES"$'\n' || [ $? = 10 ]
kw_done
