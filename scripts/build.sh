#!/usr/bin/env bash
# build.sh [release|dev]: the browser's part and the server, and the site in target/site.
#
# The steps are those of cargo-leptos, which would itself take 20 minutes to compile on a machine that cannot download it.
# shellcheck source=scripts/lib.sh
. "$(dirname "$0")/lib.sh"
MODE=${1:-release}
NAME=countersign
SITE=$TARGET/site
STAGE=$TARGET/stage/$MODE
STEP_NAME=build
STEP_TOTAL=4
START=$SECONDS
case $MODE in
    release) SERVER_PROFILE=release WASM_PROFILE=wasm-release SERVER_DIR=$TARGET/release ;;
    dev) SERVER_PROFILE=dev WASM_PROFILE=wasm-dev SERVER_DIR=$TARGET/debug ;;
    *) die "build.sh release or build.sh dev, not '$MODE'" ;;
esac
load_toolchain
mkdir -p "$STAGE" "$TARGET/log"

# Before the two run side by side, which would wait for each other here. Nobody but CI minds a lock file that follows Cargo.toml.
fetch() { cargo fetch --quiet ${CI:+--locked} --target "$(rustc -vV | sed -n 's/^host: //p')" --target wasm32-unknown-unknown; }

# How far a cargo run is, read from the progress bar in its log: "212/431".
progress_of() { tr '\r' '\n' <"$TARGET/log/$1.log" | grep -oE '\] [0-9]+/[0-9]+' | tail -n 1 | cut -c3- || true; }

# The log without the progress bar: warnings and errors.
messages_of() {
    tr '\r' '\n' <"$TARGET/log/$1.log" | sed 's/\x1b\[K//g' |
        grep -vE '^ *(Building|Compiling|Downloading|Downloaded|Fetch|Updating|Locking|Finished|Blocking|Adding)\b|^\s*$' || true
}

compile() { # LOG CARGO-COMMAND CARGO-ARGUMENTS…
    local log=$TARGET/log/$1.log
    shift
    # `exec`, so that the process number is cargo's own and a signal to it ends it.
    CARGO_TERM_PROGRESS_WHEN=always CARGO_TERM_PROGRESS_WIDTH=80 exec cargo "$@" >"$log" 2>&1
}

# Both at the same time. They lock different folders (one for each profile), and the last step of each, the one big crate, uses
# one core only: run one after the other, the second core would idle there. Never one cargo command for both: it would unify the
# features `ssr` and `hydrate` of the application.
compile_both() {
    local ok=0 wasm server ticker started=$SECONDS
    # The last step of the browser's part copies less code to where it is called: 3 kB less to download.
    compile wasm rustc -p countersign-frontend --profile "$WASM_PROFILE" --target wasm32-unknown-unknown -- \
        -C llvm-args=-inline-threshold=0 & wasm=$!
    compile server build -p countersign --bin countersign --profile "$SERVER_PROFILE" & server=$!
    ( while sleep 15; do
        say "    server $(progress_of server), browser $(progress_of wasm), $((SECONDS - started)) s"
    done ) & ticker=$!
    trap 'kill "$wasm" "$server" "$ticker" 2>/dev/null; exit 130' INT TERM
    wait $wasm || ok=1
    wait $server || ok=1
    trap - INT TERM
    kill $ticker 2>/dev/null
    wait $ticker 2>/dev/null || true
    local wasm_says server_says
    wasm_says=$(messages_of wasm)
    server_says=$(messages_of server)
    [ -z "$wasm_says" ] || say "$wasm_says"
    # An error in the shared part comes from both.
    [ -z "$server_says" ] || [ "$server_says" = "$wasm_says" ] || say "$server_says"
    [ $ok = 0 ] || die "compiling failed (above; whole logs in target/log)"
}

# wasm-bindgen's glue, then what shrink.mjs does. Skipped when the compiled file, the tools and the steps are those of last time.
shrink() {
    local in=$TARGET/wasm32-unknown-unknown/$WASM_PROFILE/${NAME}_frontend.wasm stamp
    stamp=$( (sha256sum <"$in"; wasm-bindgen --version; cksum <scripts/package-lock.json; cksum <scripts/shrink.mjs) | sha256sum)
    if [ "$(cat "$STAGE/stamp" 2>/dev/null)" = "$stamp" ]; then say "    unchanged"; return; fi
    rm -rf "$STAGE"
    mkdir -p "$STAGE"
    # Leptos tells the glue where the wasm is, so a default path in it would be dead weight.
    wasm-bindgen --target web --no-typescript --omit-default-module-path --out-dir "$STAGE" --out-name $NAME "$in"
    [ "$MODE" = dev ] || node scripts/shrink.mjs "$STAGE" $NAME
    echo "$stamp" >"$STAGE/stamp"
}

site() {
    node scripts/assets.mjs "$MODE" "$STAGE" "$SITE" $NAME
    # Leptos looks for it beside the server's binary.
    cp "$SITE/hash.txt" "$SERVER_DIR/hash.txt"
}

if [ -n "$(find "$TARGET/release/deps" -maxdepth 1 -name 'libleptos-*' -print -quit 2>/dev/null)" ]; then long=""; else long=" (the first time takes about 10 minutes on 2 cores)"; fi
[ "$MODE" = release ] || long=""
step "fetching crates" fetch
step "compiling server ($SERVER_PROFILE) and browser ($WASM_PROFILE)$long" compile_both
step "WebAssembly: bindings$([ "$MODE" = dev ] || echo ", optimisation for size")" shrink
step "site: CSS, hashes in names$([ "$MODE" = dev ] || echo ", compression")" site
say "built ($MODE) in $((SECONDS - START)) s: ${SERVER_DIR#"$ROOT/"}/$NAME, target/site"
