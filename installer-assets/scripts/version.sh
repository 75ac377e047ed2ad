# shellcheck shell=bash
# Prints the API server's version, as JSON. Changes nothing.
ask get --raw /version
