# shellcheck shell=bash
# Removes everything of the smoke test, and looks that it is gone.
export KUBECONFIG=/etc/kubernetes/admin.conf
space=kubeadm-wizard-smoke
was=$(kw_kubectl get namespace "$space" --ignore-not-found -o 'jsonpath={.metadata.labels.kubeadm-wizard/part}') || kw_fail smoke.left "$space"
case $was in
  smoke) ;;
  *) kw_unchanged ;;
esac
kw_begin_change
kw_waiting smoke.waiting.removal
kw_kubectl delete namespace "$space" --timeout=120s || kw_fail smoke.left "$space"
kw_changed
