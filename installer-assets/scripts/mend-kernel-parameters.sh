# shellcheck shell=bash
# Adds parameters to the kernel's boot line; they hold after a restart. PARAMETERS: by blanks.

missing_in() { # LINE: the parameters that it lacks into missing
  local parameter
  missing=()
  for parameter in $PARAMETERS; do
    [[ " $1 " == *" $parameter "* ]] || missing+=("$parameter")
  done
}

# A Raspberry Pi has no boot loader's settings but one line of text.
raspberry() { # FILE
  kw_read "$KW_ROOT$1"
  local line=${KW_TEXT%%$'\n'*}
  missing_in "$line"
  [ ${#missing[@]} -gt 0 ] || kw_unchanged
  kw_begin_change
  kw_write_file "$1" "$(stat -c '0%a' -- "$KW_ROOT$1")" "$line ${missing[*]}"$'\n' || [ $? = 10 ]
  kw_changed
}

with_grub() {
  local name=/etc/default/grub.d/60-kubeadm-wizard.cfg word=$PARAMETERS config=/boot/grub2/grub.cfg
  [ -d "$KW_ROOT/etc/default/grub.d" ] || kw_fail check.noBootLoader "$PARAMETERS"
  kw_read "$KW_ROOT$name"
  [[ $KW_TEXT != *"$PARAMETERS"* ]] || kw_unchanged
  kw_begin_change
  kw_write_file "$name" 0644 "# Written by Kubeadm Wizard
GRUB_CMDLINE_LINUX_DEFAULT=\"\$GRUB_CMDLINE_LINUX_DEFAULT $word\"
" || [ $? = 10 ]
  [ ! -e "$KW_ROOT/boot/grub/grub.cfg" ] || config=/boot/grub/grub.cfg
  kw_before_file "$config"
  if kw_has update-grub; then kw_run update-grub; else kw_run grub2-mkconfig -o "$config"; fi
  ((KW_RC == 0)) || kw_fail check.noBootLoader "$PARAMETERS"
  kw_wrote_file "$config"
  kw_changed
}

kw_read "$KW_ROOT/proc/cmdline"
missing_in "${KW_TEXT%$'\n'}"
[ ${#missing[@]} -gt 0 ] || kw_unchanged

for file in /boot/firmware/cmdline.txt /boot/cmdline.txt; do
  [ ! -f "$KW_ROOT$file" ] || raspberry "$file"
done
if kw_has grubby; then
  kw_begin_change
  kw_before kernel-parameters "added=${missing[*]}" tool=grubby
  kw_run grubby --update-kernel=ALL "--args=${missing[*]}"
  ((KW_RC == 0)) || kw_fail check.noBootLoader "$PARAMETERS"
  kw_changed
fi
if kw_has update-grub || kw_has grub2-mkconfig; then with_grub; fi
kw_fail check.noBootLoader "$PARAMETERS"
