#!/usr/bin/env bash
# Prints what a first visit downloads, in bytes (brotli), of the release build that is in target/site; then what a thousand open
# pages cost the server, on Postgres; then how long a page of "My services" takes with 100 and with 100,000 services, and how much
# CPU the idle jobs use with 1,000 and with 100,000, on both engines. Another number of services than 100,000 may be given.
# shellcheck source=scripts/lib.sh
. "$(dirname "$0")/lib.sh"
compgen -G "$TARGET/site/pkg/*.wasm.br" >/dev/null || die "no release build here: run 'make build'"
sum=0
for kind in wasm js css; do
    file=$(compgen -G "$TARGET/site/pkg/countersign.*.$kind.br")
    size=$(wc -c <"$file")
    sum=$((sum + size))
    printf '%-6s %8d bytes  %s\n' "$kind" "$size" "$(basename "$file" .br)"
done
printf '%-6s %8d bytes\n' sum "$sum"

load_toolchain
# Each open page is a connection, at both ends.
ulimit -n "$(ulimit -Hn)"
export COUNTERSIGN_SITE=$TARGET/site
cargo build --quiet --release -p countersign --example streams
scripts/postgres.sh "$TARGET/release/examples/streams" "$TARGET/release/countersign"
cargo build --quiet --release -p countersign-backend --example listing --example jobs
scripts/postgres.sh target/release/examples/listing "$@"
scripts/postgres.sh target/release/examples/jobs 1000 "${1:-100000}"
