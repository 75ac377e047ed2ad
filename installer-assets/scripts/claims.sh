# shellcheck shell=bash
# How kubectl is asked for the objects of a claim, into CLAIM: it answers with lines NAME|VALUE, of those that are there.
claim() { # KIND PATH NAMES
  local names form="{.metadata.name}|{$2}{\"\\n\"}"
  read -r -a names <<< "$3"
  ((${#names[@]} == 1)) || form="{range .items[*]}$form{end}" # of several names the answer is a list
  CLAIM=(get "$1" "${names[@]}" --ignore-not-found -o "jsonpath=$form")
}
