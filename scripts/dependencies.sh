#!/usr/bin/env bash
# What comes in from elsewhere: known weaknesses, licences, where it is from, whether it is used; and that no crate may be unsafe.
# ADVISORY_DB is the address of a copy of the advisories' database (github.com/rustsec/advisory-db), where that is out of reach itself.
# Answers in the words of Rust's test runner, which prove.sh reads. What cannot be asked from here is "ignored", not passed.
# shellcheck source=scripts/lib.sh
. "$(dirname "$0")/lib.sh"
load_toolchain
DENY=0.20.2
ADVISORIES=https://github.com/RustSec/advisory-db
NOT_RUN=75

# Prints the figures in its last line; ends with 0, with NOT_RUN, or with anything else for a failure.
advisories() {
    local out copy=()
    # For git, the copy stands in the place of the original.
    [ -z "${ADVISORY_DB:-}" ] || copy=(GIT_CONFIG_COUNT=1 "GIT_CONFIG_KEY_0=url.$ADVISORY_DB.insteadOf" "GIT_CONFIG_VALUE_0=$ADVISORIES")
    out=$(env "${copy[@]}" cargo deny --locked check advisories 2>&1) &&
        say "$CRATES crates, none with a known weakness${ADVISORY_DB:+, by a copy of the database}" && return
    case $out in
        *"failed to fetch advisory database"*) say "not run: the advisories' database is out of reach"; return $NOT_RUN ;;
        *) say "$out"; return 1 ;;
    esac
}
licences() { cargo deny --locked check licenses && say "$CRATES crates, every licence one of deny.toml's"; }
sources() { cargo deny --locked check bans sources && say "$CRATES crates, all from the registry, no version left open"; }
audit() {
    local out code=0
    out=$(cd "$1" && npm audit --package-lock-only --json 2>/dev/null) || code=$?
    case $out in
        *'"auditReportVersion"'*) ;;
        *) say "not run: the registry has no audit"; return $NOT_RUN ;;
    esac
    [ $code = 0 ] || { say "$out"; return 1; }
    say "$(grep -c '^    "node_modules/' "$1/package-lock.json") packages, none with a known weakness"
}
used() { cargo metadata --locked --no-deps --format-version 1 | node scripts/dependencies.mjs; }
safe() {
    grep -q '^unsafe_code = "forbid"$' Cargo.toml || { say "Cargo.toml does not forbid unsafe code"; return 1; }
    local crate count=0
    for crate in $(sed -n 's/^members = \[\(.*\)\]$/\1/p' Cargo.toml | tr -d '",'); do
        grep -A 1 '^\[lints\]$' "$crate/Cargo.toml" | grep -q '^workspace = true$' ||
            { say "$crate does not take the workspace's lints"; return 1; }
        count=$((count + 1))
    done
    [ $count -gt 0 ] && say "unsafe code is forbidden in all $count crates"
}

# check NAME COMMAND…
PASSED=0 FAILED=() IGNORED=0
check() {
    local name=$1 out code=0 word=ok
    shift
    out=$("$@" 2>&1) || code=$?
    case $code in
        0) PASSED=$((PASSED + 1)) ;;
        "$NOT_RUN") IGNORED=$((IGNORED + 1)) word=ignored ;;
        *) FAILED+=("$name") word=FAILED ;;
    esac
    say "test $name ... $word"
    if [ $word = FAILED ]; then
        say "$out"
    else
        out=${out##*$'\n'}
        say "  $out"
        [ -z "${COUNTERSIGN_FIGURES:-}" ] || printf 'dependencies: %s\t%s\n' "${name//_/ }" "$out" >>"$COUNTERSIGN_FIGURES"
    fi
}

# Compiled once, quickly, as in tools.sh; there are packages of it for some systems.
install_deny() {
    export CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_OPT_LEVEL=1 CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16
    say "cargo-deny $DENY, compiled (2 to 5 minutes, once)"
    cargo install cargo-deny --version "=$DENY" --root "$TOOLS" --quiet --locked ||
        cargo install cargo-deny --version "=$DENY" --root "$TOOLS" --quiet
}
cargo deny --version >/dev/null 2>&1 || install_deny

CRATES=$(grep -c '^\[\[package\]\]$' Cargo.lock)
say "running 7 tests"
check known_weaknesses advisories
check licences licences
check sources sources
check npm_audit_of_the_build_tools audit scripts
check npm_audit_of_the_browser_tests audit end2end
check every_dependency_is_used used
check no_unsafe_code safe

if [ ${#FAILED[@]} -gt 0 ]; then
    printf '\nfailures:\n'
    printf '    %s\n' "${FAILED[@]}"
fi
WORD=ok
[ ${#FAILED[@]} = 0 ] || WORD=FAILED
printf '\ntest result: %s. %d passed; %d failed; %d ignored\n' $WORD $PASSED ${#FAILED[@]} $IGNORED
[ ${#FAILED[@]} = 0 ]
