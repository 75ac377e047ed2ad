# shellcheck shell=bash
# Fails if something that this node tried did not work. RESULT (what smoke-node.sh gave)
tried=0 failed=0
while read -r kind _ _ state _; do
  case $kind in
    node | pod | service | dns)
      tried=$((tried + 1))
      [ "$state" = ok ] || failed=$((failed + 1))
      ;;
  esac
done <<< "$RESULT"
((failed == 0)) || kw_fail smoke.notAll "$failed" "$tried"
kw_unchanged
