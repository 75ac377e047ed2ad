# shellcheck shell=bash
# Remembers for which nodes the pod network was proven, so that a second run need not start pods. CLUSTER, NODES
rc=0
kw_write_file "/var/lib/kubeadm-wizard/traffic-$CLUSTER.done" 0600 "$NODES"$'\n' || rc=$?
((rc == 0 || rc == 10)) || exit "$rc"
kw_done
