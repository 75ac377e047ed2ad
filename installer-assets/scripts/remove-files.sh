# shellcheck shell=bash
# Files that are to go, each kept in the ledger. FILES: lines.
while IFS= read -r file; do
  kw_remove_file "$file" || [ $? = 10 ]
done <<< "$FILES"
kw_done
