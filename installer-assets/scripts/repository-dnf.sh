# shellcheck shell=bash
# A package repository for dnf with its key. NAME; URIS: lines; KEY_URL; EXCLUDES: words, packages that only the
# installer may install from it (excludes that packages-dnf.sh added stay).
# The key is fetched at every run and compared: it expires and is renewed at the same address.
own=kubeadm-wizard-$NAME
file=/etc/yum.repos.d/$own.repo
keyring=/etc/pki/rpm-gpg/$own.asc

kw_temp
kw_fetch "$KEY_URL" "$KW_TEMP/key"
IFS= read -r -n 14 -d '' first < "$KW_TEMP/key" || true
[ "$first" = '-----BEGIN PGP' ] || kw_fail host.keyNotAKey "$KEY_URL"

exclude=" ${EXCLUDES-} "
kw_read "$KW_ROOT$file"
while IFS='=' read -r key value; do
  [ "$key" = exclude ] || continue
  for name in $value; do
    [[ $exclude == *" $name "* ]] || exclude+="$name "
  done
done <<< "$KW_TEXT"
read -r -a words <<< "$exclude"
uris=${URIS%$'\n'}
text="# Written by Kubeadm Wizard
[$own]
name=$NAME
baseurl=${uris//$'\n'/$'\n        '}
enabled=1
gpgcheck=1
gpgkey=file://$keyring
${words[*]+exclude=${words[*]}
}"

kw_make_dir /etc/pki/rpm-gpg
kw_install_file "$KW_TEMP/key" "$keyring" 0644 || [ $? = 10 ]
kw_write_file "$file" 0644 "$text" || [ $? = 10 ]
kw_done
