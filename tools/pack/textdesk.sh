#!/bin/sh
# Starts the desk in the folder it is called from, whose .env it reads; "textdesk desk COMMAND" does one thing.
here=$(cd "$(dirname "$0")" && pwd) || exit 1
if ! node -e 'process.exit(Number(process.versions.node.split(".")[0]) >= 22 ? 0 : 1)'; then
  echo "Textdesk needs Node 22 or newer. Install a current Node from nodejs.org, then run the command again." >&2
  exit 1
fi
if [ "${1:-}" = desk ]; then
  shift
  exec node "$here/server/app/desk.mjs" "$@"
fi
exec node "$here/server/app/main.mjs" "$@"
