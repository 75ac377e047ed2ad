# shellcheck shell=bash
# On your own computer, not on a node: whether something answers by HTTP at this port of a node. ADDRESS, PORT
curl -sS --max-time 5 "http://$ADDRESS:$PORT/"
