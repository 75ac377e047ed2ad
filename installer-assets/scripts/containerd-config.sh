# shellcheck shell=bash
# Merges our settings into containerd's configuration: CRI on, systemd cgroups, sandbox image, CNI folder, certs.d.
# What the user has there stays. containerd itself says afterwards whether it understood.
# SANDBOX_IMAGE, SYSTEMD_CGROUP (true, false), MIRRORS (1: mirrors are configured through certs.d)
config=/etc/containerd/config.toml

# One table per block, keys in the order of the file: NAME<US>KEY<US>VALUE on input, the file on output.
# shellcheck disable=SC2016 # awk's own dollars
merge='
function normal(header,   out, i, c, quote, part) { # [plugins."a.b".c] -> plugins\034a.b\034c
  out = ""; part = ""; quote = ""
  for (i = 1; i <= length(header); i++) {
    c = substr(header, i, 1)
    if (quote != "") { if (c == quote) quote = ""; else part = part c }
    else if (c == "\"" || c == "\047") quote = c
    else if (c == ".") { out = out part "\034"; part = "" }
    else if (c != " " && c != "\t") part = part c
  }
  return out part
}
function flush_missing(table,   i) { # what the table still lacks, before it ends
  for (i = 1; i <= wishes; i++)
    if (wish_table[i] == table && !met[i]) { print indent wish_key[i] " = " wish_value[i]; met[i] = 1 }
}
function depth(text,   i, c, quote, d) { # open brackets of a value that goes on in the next line
  d = 0; quote = ""
  for (i = 1; i <= length(text); i++) {
    c = substr(text, i, 1)
    if (quote != "") { if (c == quote) quote = "" }
    else if (c == "\"" || c == "\047") quote = c
    else if (c == "#") break
    else if (c == "[") d++
    else if (c == "]") d--
  }
  return d
}
BEGIN {
  FS = "\n"; table = ""; indent = ""; skipping = 0
  while ((getline line < wishfile) > 0) {
    split(line, part, "\037"); wishes++
    wish_table[wishes] = normal(part[1]); wish_head[wishes] = part[1]; wish_key[wishes] = part[2]; wish_value[wishes] = part[3]
  }
}
{
  if (skipping > 0) { skipping += depth($0); next }
  line = $0; bare = line; sub(/^[ \t]+/, "", bare)
  if (bare ~ /^\[\[/) { flush_missing(table); table = "\001array"; print line; next }
  if (bare ~ /^\[/) {
    flush_missing(table)
    head = bare; sub(/^\[[ \t]*/, "", head); sub(/[ \t]*\][ \t]*(#.*)?$/, "", head)
    table = normal(head); indent = line; sub(/\[.*/, "", indent); if (table != "") indent = indent "  "
    seen[table] = 1; print line; next
  }
  if (match(bare, /^[A-Za-z0-9_."\047-]+[ \t]*=/)) {
    key = bare; sub(/[ \t]*=.*/, "", key); gsub(/["\047]/, "", key)
    value = bare; sub(/^[^=]*=[ \t]*/, "", value)
    for (i = 1; i <= wishes; i++) if (wish_table[i] == table && wish_key[i] == key && !met[i]) {
      lead = line; sub(/[^ \t].*/, "", lead)
      print lead key " = " wish_value[i]; met[i] = 1
      skipping = depth(value); if (skipping < 0) skipping = 0
      next
    }
  }
  print line
}
END {
  flush_missing(table)
  for (i = 1; i <= wishes; i++) if (!met[i]) {
    if (wish_table[i] == "") { continue }
    if (!(wish_table[i] in begun)) { print ""; print "[" wish_head[i] "]"; begun[wish_table[i]] = 1 }
    for (j = i; j <= wishes; j++) if (wish_table[j] == wish_table[i] && !met[j]) { print "  " wish_key[j] " = " wish_value[j]; met[j] = 1 }
  }
}'

kw_has containerd || kw_fail install.containerdMissing
version=$(containerd --version)
version=${version#* } version=${version#* } version=${version%% *} version=${version#v}
kw_read "$KW_ROOT$config"
text=$KW_TEXT

# The file's own format decides how its tables are called; containerd reads older formats than its own.
format=
if [[ $'\n'$text =~ $'\n'[[:blank:]]*version[[:blank:]]*=[[:blank:]]*([0-9]+) ]]; then format=${BASH_REMATCH[1]}; fi
newest=3
case $version in 1.*) newest=2 ;; esac
if [ -z "$format" ]; then
  [[ $'\n'$text != *$'\n['plugins* ]] || kw_fail install.containerdConfigTooOld "$config"
  format=$newest
  text="version = $format"$'\n'$text
elif ((format < 2)); then
  kw_fail install.containerdConfigTooOld "$config"
fi

if [[ $text =~ registry[\"\']?\.(mirrors|configs|auths) ]]; then
  # containerd refuses these together with config_path: the user's own way stays where we need no mirrors.
  [ "$MIRRORS" = 0 ] || kw_fail install.containerdOldMirrors "$config"
  certs=
else
  certs=1
fi

wishes=
wish() { wishes+="$1$KW_US$2$KW_US$3"$'\n'; } # TABLE KEY VALUE
if ((format == 2)); then
  cri='plugins."io.containerd.grpc.v1.cri"'
  wish "$cri" sandbox_image "\"$SANDBOX_IMAGE\""
  wish "$cri.cni" bin_dir '"/opt/cni/bin"'
  wish "$cri.cni" conf_dir '"/etc/cni/net.d"'
  wish "$cri.containerd.runtimes.runc" runtime_type '"io.containerd.runc.v2"'
  wish "$cri.containerd.runtimes.runc.options" SystemdCgroup "$SYSTEMD_CGROUP"
  [ -z "$certs" ] || wish "$cri.registry" config_path '"/etc/containerd/certs.d"'
else
  runtime="plugins.'io.containerd.cri.v1.runtime'" images="plugins.'io.containerd.cri.v1.images'"
  wish "$images.pinned_images" sandbox "'$SANDBOX_IMAGE'"
  wish "$runtime.cni" bin_dirs "['/opt/cni/bin']"
  wish "$runtime.cni" conf_dir "'/etc/cni/net.d'"
  wish "$runtime.containerd.runtimes.runc" runtime_type "'io.containerd.runc.v2'"
  wish "$runtime.containerd.runtimes.runc.options" SystemdCgroup "$SYSTEMD_CGROUP"
  [ -z "$certs" ] || wish "$images.registry" config_path "'/etc/containerd/certs.d'"
fi

# Docker's package switches CRI off in the file that it ships.
while [[ $text =~ (^|$'\n')([[:blank:]]*disabled_plugins[[:blank:]]*=[[:blank:]]*\[[^]]*\]) ]]; do
  line=${BASH_REMATCH[2]}
  list=${line#*\[} list=${list%\]} kept=
  IFS=, read -r -a plugins <<< "${list//$'\n'/ }"
  for plugin in "${plugins[@]}"; do
    plugin=${plugin//[[:blank:]]/}
    case ${plugin//[\"\']/} in '' | cri | io.containerd.grpc.v1.cri | io.containerd.cri.v1.images | io.containerd.cri.v1.runtime) ;; *) kept+="${kept:+, }$plugin" ;; esac
  done
  new="disabled_plugins = [$kept]"
  [ "$new" != "$line" ] || break
  text=${text/"$line"/"$new"}
done

merged=$(awk -v wishfile=<(printf '%s' "$wishes") "$merge" <<< "${text%$'\n'}")$'\n'
rc=0
kw_write_file "$config" 0644 "$merged" || rc=$?
if ((rc == 10)); then kw_unchanged; fi
((rc == 0)) || exit "$rc"

# Proof by containerd: it reads the file, and what it would do is what we meant.
if ! dump=$(containerd --config "$KW_ROOT$config" config dump 2>&1); then
  kw_fail install.containerdConfigRefused "$config" "${dump##*$'\n'}"
fi
case $dump in *"SystemdCgroup = $SYSTEMD_CGROUP"*) ;; *) kw_fail install.containerdConfigRefused "$config" "SystemdCgroup" ;; esac
case $dump in *"$SANDBOX_IMAGE"*) ;; *) kw_fail install.containerdConfigRefused "$config" "$SANDBOX_IMAGE" ;; esac
kw_changed
