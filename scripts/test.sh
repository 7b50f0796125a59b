#!/usr/bin/env bash
# test.sh all|rust|browser|fmt [PLAYWRIGHT-ARGUMENTS…]
# shellcheck source=scripts/lib.sh
. "$(dirname "$0")/lib.sh"
WHAT=${1:-all}
[ $# = 0 ] || shift
STEP_NAME="test"
START=$SECONDS
load_toolchain

# The release profile for clippy and for the server's tests too. A fresh machine compiles the server's 430 crates in release
# anyway (the browser tests run what is delivered); tests in the dev profile would compile all of them a second time, SQLite's
# C source and the procedural macros included. Sharing one profile folder saves that.
#
# The rules and the texts are tested apart from the rest, and in the dev profile: they have few dependencies (35 s, all of it), so
# overflow checks cost nothing there; and their test dependencies would switch on features in crates that the server uses too,
# and have 50 of those compiled again.
#
# Never the whole workspace at once: the frontend's feature `hydrate` would be unified with the server's `ssr`.
PURE=(-p countersign-domain -p countersign-locales)
SERVER=(-p countersign-backend -p countersign-app --features countersign-app/ssr -p countersign)
FRONTEND=(--profile wasm-release -p countersign-frontend --target wasm32-unknown-unknown)

lint_tools() {
    if cargo fmt --version >/dev/null 2>&1 && cargo clippy --version >/dev/null 2>&1; then return; fi
    if [ "${RUSTUP_TOOLCHAIN:-}" != web ] && command -v rustup >/dev/null &&
        timeout 120 rustup component add rustfmt clippy </dev/null; then return; fi
    apt_install rustfmt-web rust-web-clippy || die "rustfmt and clippy are needed"
}
format_check() { cargo fmt --all --check; }
clippy_native() { cargo clippy --release "${PURE[@]}" "${SERVER[@]}" --all-targets -- -D warnings; }
clippy_frontend() { cargo clippy "${FRONTEND[@]}" -- -D warnings; }
pure_tests() { cargo test "${PURE[@]}" --no-fail-fast; }
server_tests() { scripts/postgres.sh cargo test --release "${SERVER[@]}" --no-fail-fast; }
build() { scripts/build.sh release && build_test_program; }
browser_setup() { scripts/browser.sh; }
browser_tests() { (cd end2end && ../scripts/postgres.sh npx playwright test "$@"); }

rust() {
    step "rustfmt and clippy are there" lint_tools
    step "formatting" format_check
    step "clippy: server, tests" clippy_native
    step "clippy: browser" clippy_frontend
    step "tests of rules and texts" pure_tests
    step "tests of the server, on SQLite and on Postgres" server_tests
}
browser() {
    step "release build" build
    step "browser and npm packages for the tests" browser_setup
    step "browser tests" browser_tests "$@"
}

# shellcheck disable=SC2034  # used by step
case $WHAT in
    all) STEP_TOTAL=9; rust; browser "$@" ;;
    rust) STEP_TOTAL=6; rust ;;
    browser) STEP_TOTAL=3; browser "$@" ;;
    fmt) lint_tools; cargo fmt --all; exit ;;
    *) die "test.sh all, rust, browser or fmt" ;;
esac
say "all passed, in $((SECONDS - START)) s"
