# Sourced by the other scripts: where we are, progress lines, and how Debian packages are installed.
# shellcheck shell=bash

set -euo pipefail
ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
TARGET=$ROOT/target          # one target folder for server, tests and WASM: procedural macros are compiled once
TOOLS=$TARGET/tools          # what `cargo install` puts in place
cd "$ROOT"
mkdir -p "$TARGET"

# Leptos reads this when it is compiled, so every cargo command must have it, or each would undo the work of the other.
export LEPTOS_OUTPUT_NAME=countersign

say() { printf '%s\n' "$*"; }
die() { printf 'error: %s\n' "$*" >&2; exit 1; }

# step TEXT COMMAND…: says what happens, which step of how many it is, and how long it took.
# A script sets STEP_NAME and STEP_TOTAL first.
STEP_NO=0
step() {
    local text=$1 start=$SECONDS
    shift
    STEP_NO=$((STEP_NO + 1))
    say "[$STEP_NAME $STEP_NO/$STEP_TOTAL] $text"
    "$@"
    say "[$STEP_NAME $STEP_NO/$STEP_TOTAL] done in $((SECONDS - start)) s"
}

# as_root COMMAND…: needed only to install packages.
as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"
    elif command -v sudo >/dev/null; then sudo "$@"
    else die "this needs root, and there is no sudo: $*"
    fi
}

has_apt() { command -v apt-get >/dev/null && [ -e /etc/debian_version ]; }

is_installed() {
    local package
    for package; do
        dpkg-query -W -f '${db:Status-Abbrev}' "$package" 2>/dev/null | grep -q '^ii' || return 1
    done
}

# apt_install PACKAGE…: does nothing when all are there. The package list is fetched only when it is missing or does not
# lead to the package any more (a fresh machine has none, an old one's list names files that are gone).
apt_install() {
    is_installed "$@" && return 0
    has_apt || return 1
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" </dev/null >/dev/null 2>&1 && return 0
    as_root apt-get update -qq </dev/null
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" </dev/null >/dev/null
}

# load_toolchain: what scripts/toolchain.sh chose.
load_toolchain() {
    [ -f "$TARGET/toolchain.env" ] || "$ROOT/scripts/toolchain.sh"
    # shellcheck disable=SC1091
    . "$TARGET/toolchain.env"
    export PATH="$TOOLS/bin:$ROOT/scripts/node_modules/.bin:$PATH"
    local node
    for node in "$TARGET"/node/node_modules/node-*/bin; do [ -x "$node/node" ] && PATH="$node:$PATH"; done
    return 0
}

# The program that browser tests run: the server with a clock that they move. It shares all but its last step, the linking, with
# what `build.sh release` makes.
build_test_program() { cargo build --quiet --release -p countersign --bin countersign-test; }
