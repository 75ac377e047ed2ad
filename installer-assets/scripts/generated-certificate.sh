# shellcheck shell=bash
# Makes a certificate that signs itself, where it is not there yet, and tells a program which one to trust. Nobody but the
# cluster ever has its key.
# NAMESPACE, NAME (of the Secret), CERTIFICATE, KEY (keys within it), HOST (the name that it is for)
# READER (NAMESPACE/NAME of a ConfigMap), FILE (key within it), TEXT (@CERTIFICATE@: the certificate as a string of JSON)
export KUBECONFIG=/etc/kubernetes/admin.conf
kubectl=(kubectl --request-timeout=60s --namespace)
days=3650 # it goes with what it is for
if [ "$KW_LOOK" = 1 ] && [ ! -f "$KW_ROOT$KUBECONFIG" ]; then kw_begin_change; fi # a cluster that is to come has none

# What stands under a key, in base64 for a Secret, into KW_OUT; empty where it is not there.
held() { # NAMESPACE KIND NAME KEY
  KW_HUSH=1 kw_api "${kubectl[@]}" "$1" get "$2" "$3" --ignore-not-found -o "jsonpath={.data.${4//./\\.}}"
}

# By a pipe: neither a file nor an argument holds it.
give() { # NAMESPACE NAME, the object's JSON in OBJECT
  local said until=$((SECONDS + 180))
  until said=$(printf '%s' "$OBJECT" | "${kubectl[@]}" "$1" apply --server-side --field-manager=kubeadm-wizard -f - 2>&1); do
    kw_api_away "$said" "$until" || kw_fail install.secretNotMade "$1/$2" "${said##*$'\n'}"
  done
}

# Into key and certificate. Its own configuration, since each distribution has another.
make() {
  local both
  kw_has openssl || kw_fail install.noOpenssl "$HOST"
  both=$(openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -sha256 -days "$days" -subj "/CN=${NAME:0:64}" \
    -keyout /dev/stdout -out /dev/stdout -config <(printf '%s\n' '[req]' distinguished_name=name x509_extensions=for '[name]' \
      '[for]' "subjectAltName=DNS:$HOST" basicConstraints=critical,CA:FALSE keyUsage=critical,digitalSignature \
      extendedKeyUsage=serverAuth) 2> /dev/null) || both=
  case $both in
    '-----BEGIN '*'PRIVATE KEY-----'*'-----BEGIN CERTIFICATE-----'*'-----END CERTIFICATE-----'*) ;;
    *) kw_fail install.noOpenssl "$HOST" ;;
  esac
  certificate="-----BEGIN CERTIFICATE-----${both#*-----BEGIN CERTIFICATE-----}"$'\n'
  key="${both%%-----BEGIN CERTIFICATE-----*}"
}

# What the reader is to have, into text.
text() {
  local string=${certificate%$'\n'}
  string=\"${string//$'\n'/\\n}\"
  text=${TEXT/@CERTIFICATE@/"$string"}
}

held "$NAMESPACE" secret "$NAME" "$CERTIFICATE"
certificate=
if [ -n "${KW_OUT//[[:space:]]/}" ]; then
  certificate=$(base64 -d <<< "${KW_OUT//[[:space:]]/}")$'\n'
  if kw_has openssl; then
    case $(openssl x509 -noout -checkhost "$HOST" <<< "$certificate" 2>&1) in
      *'does match'*) ;;
      *) kw_fail install.certificateTaken "$NAMESPACE/$NAME" "$HOST" ;;
    esac
  fi
  held "${READER%/*}" configmap "${READER#*/}" "$FILE"
  text
  [ "${KW_OUT%$'\n'}" != "$text" ] || kw_unchanged
fi
kw_begin_change
if [ -z "$certificate" ]; then
  make
  kw_before object kind=Secret "namespace=$NAMESPACE" "name=$NAME" existed=false
  printf -v OBJECT '{"apiVersion":"v1","kind":"Secret","metadata":{"name":"%s"},"data":{"%s":"%s","%s":"%s"}}' "$NAME" \
    "$CERTIFICATE" "$(printf '%s' "$certificate" | base64 -w 0)" "$KEY" "$(printf '%s' "$key" | base64 -w 0)"
  give "$NAMESPACE" "$NAME"
  text
fi
kw_before object kind=ConfigMap "namespace=${READER%/*}" "name=${READER#*/}" existed=unknown
text=${text//\\/\\\\}
printf -v OBJECT '{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"%s"},"data":{"%s":"%s"}}' "${READER#*/}" "$FILE" \
  "${text//\"/\\\"}"
give "${READER%/*}" "${READER#*/}"
kw_changed
