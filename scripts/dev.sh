#!/usr/bin/env bash
# Builds with the light profiles, starts the server with demo data, and does both again whenever a file changes. Reload the page
# by hand. While a build fails, the server of the last good one goes on. Arguments go to the server.
# shellcheck source=scripts/lib.sh
. "$(dirname "$0")/lib.sh"
WATCHED=(Cargo.toml Cargo.lock app backend domain frontend locales migrations public server style)
STAMP=$TARGET/dev-stamp
SERVER=

stop() {
    [ -n "$SERVER" ] || return 0
    kill "$SERVER" 2>/dev/null || true # SIGTERM: it ends cleanly
    wait "$SERVER" 2>/dev/null || true
    SERVER=
}
trap stop EXIT
trap 'exit 130' INT TERM HUP

# Looking at the times of a few hundred files each second costs nothing and works everywhere. A folder's own time changes when a
# file in it goes.
changed() { [ -n "$(find "${WATCHED[@]}" -newer "$STAMP" -print -quit 2>/dev/null)" ]; }

while true; do
    touch "$STAMP" # before the build: what changes while it runs is built next
    if scripts/build.sh dev; then
        stop
        "$TARGET/debug/countersign" serve --demo "$@" &
        SERVER=$!
    else
        say "[dev] the build failed; waiting for a change"
    fi
    until changed; do sleep 1; done
    say "[dev] changed: $(find "${WATCHED[@]}" -newer "$STAMP" -type f -print -quit 2>/dev/null)"
done
