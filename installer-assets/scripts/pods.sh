# shellcheck shell=bash
# Prints the pods of all namespaces as kubectl shows them, in columns that two blanks or more part. Changes nothing.
ask get pods --all-namespaces --output wide
