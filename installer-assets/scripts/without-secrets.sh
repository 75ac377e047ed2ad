# shellcheck shell=bash
# Objects as YAML, documents or what "kubectl get -o yaml" says, less the Secrets: the ledger keeps none of them.
without_secrets() {
  awk '
    function flush() { if (!secret) printf "%s", text; text = ""; secret = 0 }
    NR == 2 { list = ($0 == "items:") }
    list && NR > 2 && /^[-a-z]/ || !list && /^---/ { flush() }
    list && /^  kind: Secret$/ || !list && /^kind: *["\x27]?Secret["\x27]? *$/ { secret = 1 }
    { text = text $0 "\n" }
    END { flush() }'
}
