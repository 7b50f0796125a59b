#!/usr/bin/env bash
# Lighthouse's marks, as a telephone, for the public and the signed-in pages of the release build.
# shellcheck source=scripts/lib.sh
. "$(dirname "$0")/lib.sh"
load_toolchain
[ -x "$TARGET/release/countersign" ] || die "no release build here: run 'make build'"
[ -d scripts/lighthouse/node_modules/lighthouse ] || (cd scripts/lighthouse && npm ci --no-audit --no-fund --loglevel=error)
folder=$(mktemp -d)
COUNTERSIGN_SITE=$TARGET/site "$TARGET/release/countersign" serve --demo --listen 127.0.0.1:3199 --database-url "sqlite://$folder/demo.sqlite" \
    >"$folder/log" 2>&1 &
server=$!
trap 'kill "$server"; rm -rf "$folder"' EXIT
for _ in $(seq 100); do
    curl --silent --fail --output /dev/null http://127.0.0.1:3199/readyz && break
    sleep 0.1
done
node scripts/lighthouse/measure.mjs http://127.0.0.1:3199
