#!/usr/bin/env bash
# calendar.sh [rust|browser] [DATE…] [-- ARGUMENTS…]: runs the tests while the date is moved to where calendars have their edges.
#
# DATE is midnight (two minutes before it, UTC), leap (29 February), year (31 December), spring or autumn (two minutes before
# summer time changes in Warsaw, and there); all five if none is named. Without rust or browser, both halves. ARGUMENTS go to the
# test programs, or to Playwright: calendar.sh browser leap -- 11-expired 16-renewals
#
# calendar.sh at DATE COMMAND…: runs any command so.
#
# libfaketime (Debian's package `faketime`) moves the date of the tests and of the servers that they start, and nothing else: not
# of cargo, the browser or Postgres. Clocks that measure how long something takes stay as they are.
# shellcheck source=scripts/lib.sh
CALLER=$PWD # lib.sh goes to the project's folder
. "$(dirname "$0")/lib.sh"
ALL=(midnight leap year spring autumn)
# As in test.sh, to the letter: with other packages or features everything would be compiled again.
PURE=(-p countersign-domain -p countersign-locales)
SERVER=(-p countersign-backend -p countersign-app --features countersign-app/ssr -p countersign)

# The moment, UTC, and the zone of a date.
moment_of() {
    case $1 in
        midnight) echo "$(date -u +%F) 23:58 UTC" ;;
        leap) echo "2028-02-29 23:58 UTC" ;;
        year) echo "2027-12-31 23:58 UTC" ;;
        spring) echo "2027-03-28 00:58 Europe/Warsaw" ;;
        autumn) echo "2027-10-31 00:58 Europe/Warsaw" ;;
        *) return 1 ;;
    esac
}

# library: where libfaketime is; installs it first if need be.
library() {
    local file
    file=$(compgen -G '/usr/lib/*/faketime/libfaketimeMT.so.1' | head -n 1) && [ -n "$file" ] || {
        apt_install faketime || die "libfaketime is needed for these tests"
        file=$(compgen -G '/usr/lib/*/faketime/libfaketimeMT.so.1' | head -n 1)
    }
    echo "$file"
}

# at DATE COMMAND…: becomes the command, with the date moved. All that it starts is moved by as much, and time goes on.
at() {
    local day time zone moved
    read -r day time zone < <(moment_of "$1" || die "no such date: $1")
    shift
    moved=$(($(date -u -d "$day $time UTC" +%s) - $(date -u +%s)))
    cd "$CALLER"
    exec env TZ="$zone" LD_PRELOAD="$(library)" FAKETIME="+$moved" FAKETIME_DONT_FAKE_MONOTONIC=1 NO_FAKE_STAT=1 "$@"
}

if [ "${1:-}" = at ]; then
    shift
    [ $# -gt 1 ] || die "calendar.sh at DATE COMMAND…"
    at "$@"
fi

# Cargo starts each test program by this command, so that each begins at the moment; cargo itself keeps the machine's date.
rust() {
    local host
    host=$(rustc -vV | sed -n 's/^host: //p' | tr 'a-z-' 'A-Z_')
    export "CARGO_TARGET_${host}_RUNNER=$ROOT/scripts/calendar.sh at $DATE"
    local code=0
    cargo test "${PURE[@]}" --no-fail-fast -- "$@" || code=1
    scripts/postgres.sh cargo test --release "${SERVER[@]}" --no-fail-fast -- "$@" || code=1
    return $code
}
browser() { (cd end2end && ../scripts/postgres.sh ../scripts/calendar.sh at "$DATE" npx playwright test "$@"); }

# One that fails does not keep the others from running.
note_failure() { "$@" || FAILED+=("$1 $DATE"); }

HALVES=() DATES=()
while [ $# -gt 0 ]; do
    case $1 in
        rust | browser) HALVES+=("$1") ;;
        --) shift; break ;;
        *) moment_of "$1" >/dev/null || die "no such date: $1"; DATES+=("$1") ;;
    esac
    shift
done
[ ${#HALVES[@]} -gt 0 ] || HALVES=(rust browser)
[ ${#DATES[@]} -gt 0 ] || DATES=("${ALL[@]}")

load_toolchain
library >/dev/null
STEP_NAME=calendar
# shellcheck disable=SC2034  # used by step
STEP_TOTAL=$((${#HALVES[@]} * ${#DATES[@]}))
FAILED=()
for DATE in "${DATES[@]}"; do
    for half in "${HALVES[@]}"; do
        step "$half at $(moment_of "$DATE")" note_failure "$half" "$@"
    done
done
[ ${#FAILED[@]} = 0 ] || die "failed: ${FAILED[*]}"
say "all passed, on ${#DATES[@]} dates"
