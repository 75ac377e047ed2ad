# shellcheck shell=bash
# Takes away what the pod network of before left on this node: its configuration first, so that no pod gets an address of it
# any more, then links, routes, packet filter rules, files. What nobody's data names stays, and is named.
# SWITCH (which one it is), PODS (lines: ranges of the pods), and lines, as installer-assets/networks/README.md tells them:
# TYPES, FILES, DIRECTORIES, MOUNTS, PINS, BINARIES, LINKS, MODULES, CHAINS, MARKS, TABLES, SETS, ROUTES, IP_RULES, FILTERS
shopt -s extglob nullglob
mark=/var/lib/kubeadm-wizard/switch-cni.cleaned
kw_read "$KW_ROOT$mark"
if [ "${KW_TEXT%% *}" = "$SWITCH" ]; then kw_unchanged; fi
kw_begin_change

types=() files=() directories=() mounts=() pins=() binaries=() links=() modules=() chains=() marks=() tables=() sets=() routes=() ipRules=() filters=() ranges=()
split() { # ARRAY LINES
  [ -z "$2" ] || mapfile -t "$1" <<< "$2"
}
split types "$TYPES"; split files "$FILES"; split directories "$DIRECTORIES"; split mounts "$MOUNTS"; split pins "$PINS"
split binaries "$BINARIES"; split links "$LINKS"; split modules "$MODULES"; split chains "$CHAINS"; split marks "$MARKS"
split tables "$TABLES"; split sets "$SETS"; split routes "$ROUTES"; split ipRules "$IP_RULES"; split filters "$FILTERS"
split ranges "$PODS"

fits() { # NAME PATTERN…
  local pattern
  for pattern in "${@:2}"; do
    # shellcheck disable=SC2053 # a pattern
    [[ $1 != $pattern ]] || return 0
  done
  return 1
}

holds() { # TEXT PART…
  local part
  for part in "${@:2}"; do [[ $1 != *"$part"* ]] || return 0; done
  return 1
}

# A name for a copy in the ledger, into COPY.
next_copy() {
  kw_ledger_open
  printf -v COPY 'files/%04d' $((KW_ENTRIES + 1))
}

# A folder or file as a whole goes into the ledger: moved there, so that even large ones cost nothing.
put_away() { # PATH
  local kind=file mode owner group
  [ -e "$KW_ROOT$1" ] || [ -L "$KW_ROOT$1" ] || return 0
  [ ! -d "$KW_ROOT$1" ] || kind=directory
  next_copy
  read -r mode owner group < <(stat -c '%a %u:%U %g:%G' -- "$KW_ROOT$1")
  kw_before "$kind" "path=$1" existed=true "mode=$mode" "owner=$owner" "group=$group" "backup=$COPY"
  mv -fT -- "$KW_ROOT$1" "$KW_LEDGER/$COPY" || kw_write_failed "$KW_ROOT$1" ''
  printf 'taken away: %s\n' "$1"
}

# --- files ----------------------------------------------------------------------------------------

# What runtimes read of it; what goes by the name of its network, and a bridge that it gives a name of its own, go, too.
take_configuration() {
  local file type name
  for file in "$KW_ROOT"/etc/cni/net.d/*.@(conf|conflist|json); do
    kw_read "$file"
    for type in "${types[@]}"; do
      [[ $KW_TEXT =~ \"type\"[[:space:]]*:[[:space:]]*\"$type\" ]] || continue
      name=
      [[ $KW_TEXT =~ \"name\"[[:space:]]*:[[:space:]]*\"([A-Za-z0-9_-][A-Za-z0-9_.-]*)\" ]] && name=${BASH_REMATCH[1]}
      [[ ! $KW_TEXT =~ \"bridge\"[[:space:]]*:[[:space:]]*\"([A-Za-z0-9_-][A-Za-z0-9_.-]*)\" ]] || links+=("${BASH_REMATCH[1]}")
      put_away "${file#"$KW_ROOT"}"
      [ -z "$name" ] || directories+=("/var/lib/cni/networks/$name" "/var/lib/cni/results/$name-*" "/var/lib/cni/cache/results/$name-*")
      break
    done
  done
}

packaged() { # PATH: whether a package brought it
  if kw_has dpkg-query; then
    dpkg-query -S "$1" > /dev/null 2>&1
  else
    kw_has rpm && rpm -qf "$1" > /dev/null 2>&1
  fi
}

take_files() {
  local pattern file
  for pattern in "${mounts[@]}"; do
    kw_read /proc/self/mounts
    if [[ $KW_TEXT != *" $pattern "* ]]; then continue; fi
    kw_before mount "path=$pattern"
    umount -- "$pattern" || umount -l -- "$pattern" || true
  done
  for pattern in "${files[@]}" "${directories[@]}"; do
    # shellcheck disable=SC2231 # a pattern
    for file in "$KW_ROOT"$pattern; do put_away "${file#"$KW_ROOT"}"; done
  done
  for pattern in "${binaries[@]}"; do
    # shellcheck disable=SC2231 # a pattern
    for file in "$KW_ROOT"/opt/cni/bin/$pattern; do
      packaged "${file#"$KW_ROOT"}" || put_away "${file#"$KW_ROOT"}"
    done
  done
}

# Programs of BPF have no copy: what pins them is named in the ledger.
take_programs() {
  local pattern file link side line pref
  ((${#filters[@]} == 0)) || ! kw_has tc || for link in "${others[@]}"; do
    for side in ingress egress; do
      while IFS= read -r line; do
        holds "$line" "${filters[@]}" || continue
        pref=${line#* pref } pref=${pref%% *}
        kw_before filter "link=$link" "side=$side" "filter=$line"
        tc filter del dev "$link" "$side" pref "$pref" 2> /dev/null || true
      done < <(tc filter show dev "$link" "$side" 2> /dev/null)
    done
  done
  for pattern in "${pins[@]}"; do
    # shellcheck disable=SC2231 # a pattern
    for file in "$KW_ROOT"$pattern; do
      kw_before pin "path=${file#"$KW_ROOT"}"
      rm -rf -- "$file" || true
    done
  done
}

# --- links, routes --------------------------------------------------------------------------------

# The links of this node: those of it into GOING, all others into OTHERS.
look_at_links() {
  local line name
  going=() others=()
  while IFS= read -r line; do
    name=${line#*: } name=${name%%[@:]*}
    if fits "$name" "${links[@]}"; then going+=("$name"); else others+=("$name"); fi
  done < <(ip -o link show)
}

take_links() {
  local name
  ((${#going[@]})) || return 0
  for name in "${going[@]}"; do kw_ledger_add link "name=$name"; done
  kw_ledger_sync
  printf 'link delete dev %s\n' "${going[@]}" | ip -force -batch - > /dev/null 2>&1 || true # the two ends of a pair go together
  printf 'taken away: link %s\n' "${going[@]}"
  look_at_links
  for name in "${going[@]}"; do # what is left says why
    kw_run ip link delete dev "$name"
    case $KW_RC:$KW_OUT in
      0:* | *'Cannot find device'*) ;;
      *'not supported'*)
        ip addr flush dev "$name" || true
        ip link set dev "$name" down || true
        printf 'stays until a restart, without address: link %s\n' "$name"
        ;;
      *) kw_fail install.linkStays "$name" "${KW_OUT%$'\n'}" ;;
    esac
  done
}

family_of() { case $1 in *:*) printf -- -6 ;; *) printf -- -4 ;; esac; } # RANGE

take_routes() {
  local range line words found=()
  for range in "${ranges[@]}"; do
    while IFS= read -r line; do
      holds "$line" "${routes[@]}" || continue
      line=${line% linkdown*} line=${line% dead*}
      found+=("$(family_of "$range") route del $line")
    done < <(ip -o "$(family_of "$range")" route show root "$range")
  done
  ((${#found[@]})) || return 0
  for line in "${found[@]}"; do kw_ledger_add route "family=${line%% *}" "route=${line#* del }"; done
  kw_ledger_sync
  for line in "${found[@]}"; do
    read -r -a words <<< "$line"
    kw_run ip "${words[@]}"
    case $KW_RC:$KW_OUT in 0:* | *'No such process'*) ;; *) kw_fail install.routeStays "${line#* del }" "${KW_OUT%$'\n'}" ;; esac
    printf 'taken away: route %s\n' "${line#* del }"
  done
}

# Rules of routing, with their tables. One that moved the machine's own addresses backwards is put right before it goes.
take_routing_rules() {
  local family line words all
  ((${#ipRules[@]})) || return 0
  for family in -4 -6; do
    all=$(ip "$family" rule show 2> /dev/null) || continue
    if [[ $'\n'$all == *$'\n100:'*'lookup local'* ]] && [[ $'\n'$all != *$'\n0:'* ]]; then
      kw_before routing-rule "family=$family" 'rule=100: from all lookup local'
      ip "$family" rule add pref 0 from all lookup local
      ip "$family" rule del pref 100 from all lookup local
    fi
    while IFS= read -r line; do
      holds "$line" "${ipRules[@]}" || continue
      kw_before routing-rule "family=$family" "rule=$line"
      read -r -a words <<< "${line#*:}"
      ip "$family" rule del pref "${line%%:*}" "${words[@]}" || true
      ip "$family" route flush table "${words[-1]}" 2> /dev/null || true
    done <<< "$all"
  done
}

# --- modules --------------------------------------------------------------------------------------

wanted_at_start() { # MODULE: whether a file of the machine asks for it
  local file
  for file in "$KW_ROOT"/etc/modules "$KW_ROOT"/{etc,usr/lib,run}/modules-load.d/*.conf; do
    kw_read "$file"
    [[ $'\n'$KW_TEXT != *$'\n'"$1"[[:space:]]* ]] || return 0
  done
  return 1
}

# The kernel's own link of a module cannot be deleted: it goes with the module, if nobody else has a use for that.
take_modules() {
  local line module link range others
  for line in "${modules[@]}"; do
    read -r module link <<< "$line"
    kw_module_loaded "$module" || continue
    kw_before_module "$module"
    for range in "${ranges[@]}"; do ip addr flush dev "$link" to "$range" 2> /dev/null || true; done
    mapfile -t others < <(ip -o link show type "$module" 2> /dev/null)
    if ((${#others[@]} > 1)) || wanted_at_start "$module"; then
      printf 'stays, others use it: module %s\n' "$module"
      continue
    fi
    ip link set dev "$link" down 2> /dev/null || true
    kw_run modprobe -r -- "$module"
    if ((KW_RC == 0)); then printf 'unloaded: module %s\n' "$module"; else printf 'stays: module %s\n' "$module"; fi
  done
}

# --- the packet filter ----------------------------------------------------------------------------

# Chains of it with what leads there, and marked rules; kube-proxy's chains are never entered. All of a table at once.
take_rules() { # SAVE RESTORE
  local saved line table='' chain rest target delete='' flush='' drop='' text=''
  local -A own=()
  kw_has "$1" && saved=$("$1" 2> /dev/null) || return 0
  while IFS= read -r line; do
    case $line in
      '*'*) table=$line delete='' flush='' drop='' own=() ;;
      :*)
        chain=${line#:} chain=${chain%% *}
        fits "$chain" "${chains[@]}" || continue
        own[$chain]=1 flush+="-F $chain"$'\n' drop+="-X $chain"$'\n'
        ;;
      '-A KUBE-'*) ;;
      '-A '*)
        rest=${line#-A } target=${line##* -[jg] }
        [ -z "${own[${rest%% *}]-}" ] || continue
        if [ -n "${own[${target%% *}]-}" ] || holds "$rest" "${marks[@]}"; then delete+="-D $rest"$'\n'; fi
        ;;
      COMMIT) [ -z "$delete$flush" ] || text+="$table"$'\n'"$delete$flush$drop"COMMIT$'\n' ;;
    esac
  done <<< "$saved"
  [ -n "$text" ] || return 0
  next_copy
  (umask 077 && printf '%s\n' "$saved" > "$KW_LEDGER/$COPY") || kw_write_failed "$KW_LEDGER/$COPY" ''
  kw_ledger_add rules "tool=${1%-save}" "backup=$COPY" "change=$text"
  kw_ledger_sync "$KW_LEDGER/$COPY"
  rest=$("$2" -w 30 --noflush 2>&1 <<< "$text") || kw_fail install.rulesStay "${1%-save}" "${rest##*$'\n'}"
  printf 'taken away of %s:\n%s' "${1%-save}" "$text"
}

take_filter() {
  local name family
  for name in iptables ip6tables; do
    take_rules "$name-save" "$name-restore"
    [ ! -d /sys/module/nf_tables ] || take_rules "$name-nft-save" "$name-nft-restore"
    family=${name%tables}_tables_names # empty: nobody uses the older kind, and to ask by it would load it
    kw_read "/proc/net/$family"
    [ -z "$KW_TEXT" ] || take_rules "$name-legacy-save" "$name-legacy-restore"
  done
  if ((${#tables[@]})) && kw_has nft; then
    while IFS= read -r name; do
      name=${name#table }
      fits "$name" "${tables[@]}" || continue
      next_copy
      # shellcheck disable=SC2086 # a family and a name
      (umask 077 && nft list table $name > "$KW_LEDGER/$COPY") || kw_write_failed "$KW_LEDGER/$COPY" ''
      kw_before rules tool=nft "table=$name" "backup=$COPY"
      # shellcheck disable=SC2086 # a family and a name
      kw_run nft delete table $name
      ((KW_RC == 0)) || kw_fail install.rulesStay nft "${KW_OUT%$'\n'}"
      printf 'taken away: table %s of nftables\n' "$name"
    done < <(nft list tables 2> /dev/null)
  fi
  if ((${#sets[@]})) && kw_has ipset; then
    while IFS= read -r name; do
      fits "$name" "${sets[@]}" || continue
      kw_before set "name=$name"
      ipset destroy "$name" || true
    done < <(ipset list -n 2> /dev/null)
  fi
}

take_configuration
kw_now
since=$KW_NOW # pods that were begun before have an address of the old network, or none
look_at_links
take_programs
take_links
take_routes
take_routing_rules
take_modules
take_filter
take_files
kw_write_file "$mark" 0600 "$SWITCH $since"$'\n' || [ $? = 10 ]
((${#others[@]} == 0)) || printf 'stays, of somebody else: link %s\n' "${others[@]}"
kw_changed
