# shellcheck shell=bash
# A file of ours with accounts in it, for root alone. TARGET: path; CONTENT: its text, where @ACCOUNT_1@ stands for the
# variable ACCOUNT_1; ACCOUNTS: words, the names of these variables; ALONE 1: a file of somebody else's is left alone.
if [ "${ALONE-}" = 1 ] && [ -s "$KW_ROOT$TARGET" ] && ! kw_has_secret "$KW_ROOT$TARGET"; then
  kw_fail install.notOurFile "$TARGET"
fi
for name in $ACCOUNTS; do CONTENT=${CONTENT//"@$name@"/"${!name}"}; done
kw_write_file "$TARGET" 0600 "$CONTENT" || [ $? = 10 ]
kw_done
