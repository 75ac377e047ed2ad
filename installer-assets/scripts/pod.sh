# shellcheck shell=bash
# Prints something of one pod. Changes nothing.
# NAMESPACE, POD, WHAT (object: its JSON; logs, previous; events; describe), CONTAINER (for logs), LAST (how many lines of it)
case $WHAT in
  object) ask --namespace "$NAMESPACE" get pod "$POD" --output json ;;
  logs) ask --namespace "$NAMESPACE" logs "$POD" --container "$CONTAINER" --tail "$LAST" --limit-bytes 1000000 ;;
  previous) ask --namespace "$NAMESPACE" logs "$POD" --container "$CONTAINER" --tail "$LAST" --limit-bytes 1000000 --previous ;;
  events) ask --namespace "$NAMESPACE" events --for "pod/$POD" ;;
  describe) ask --namespace "$NAMESPACE" describe pod "$POD" ;;
esac
