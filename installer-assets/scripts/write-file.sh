# shellcheck shell=bash
# A file whole, if it differs in content, mode or owner. TARGET absolute path, MODE octal, CONTENT.
kw_write_file "$TARGET" "$MODE" "$CONTENT" || [ $? = 10 ]
kw_done
