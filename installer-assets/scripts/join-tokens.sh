# shellcheck shell=bash
# Prints the bootstrap tokens of the cluster, one in a line, without their secret: name, end, whether it signs in, whether
# it signs the cluster's description, what it is for; between them US (\x1f). Changes nothing.
form=
for name in token-id expiration usage-bootstrap-authentication usage-bootstrap-signing description; do
  form+="{{with index .data \"$name\"}}{{base64decode .}}{{end}}"$'\x1f'
done
ask --namespace kube-system get secrets --field-selector type=bootstrap.kubernetes.io/token \
  -o "go-template={{range .items}}$form"$'\n''{{end}}'
