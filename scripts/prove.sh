#!/usr/bin/env bash
# prove.sh [PROOF…]: every proof in its long form, on SQLite and on Postgres, then a table of what was counted, and the sum.
# With names (histories, races, abuse, crashes, load, fuzzing, backup, audit, dependencies, everything-else) those alone.
# shellcheck source=scripts/lib.sh
. "$(dirname "$0")/lib.sh"
STEP_NAME=prove
START=$SECONDS
load_toolchain
export COUNTERSIGN_PROVE=long

# As in test.sh, to the letter: with other packages or features everything would be compiled again.
PURE=(-p countersign-domain -p countersign-locales)
SERVER=(-p countersign-backend -p countersign-app --features countersign-app/ssr -p countersign)

# proof|suite|filter|arguments. What a line has run is skipped by those of the same suite below it, so nothing runs twice.
RUNS=(
    "histories|store|model"
    "races|store|races"
    "abuse|http|abuse"
    "crashes|http|crash"
    "load|http|load::|--test-threads=1"
    "fuzzing|rules|fuzz::"
    "fuzzing|http|fuzz::"
    "backup|http|backup"
    "audit|http|audit"
    "dependencies|dependencies|"
    "everything-else|rules|"
    "everything-else|store|"
    "everything-else|http|"
    "everything-else|units|"
)
# Under these heads the table has its rows, in this order.
HEADS="histories races abuse crashes outages load fuzzing backup audit dependencies everything-else"

OUT=$TARGET/prove # the whole output of each run
rm -rf "$OUT"
mkdir -p "$OUT"
ROWS=$OUT/rows    # head, proof, figures, result; with tabs between
: >"$ROWS"
PASSED=0
FAILED=0

row() { printf '%s\t%s\t%s\t%s\n' "$@" >>"$ROWS"; }

# follow LOG: keeps what it reads, says at once what failed, and each minute how far it is.
follow() {
    local line part='' code count=0 begun=$SECONDS told=$SECONDS
    while :; do
        code=0
        IFS= read -r -t 20 line || code=$?
        part+=$line
        if [ "$code" = 0 ]; then
            printf '%s\n' "$part" >>"$1"
            case $part in
                "test "*" ... ok") count=$((count + 1)) ;;
                "test "*" ... FAILED") say "  $part" ;;
            esac
            part=''
        elif [ "$code" -le 128 ]; then # the end; above it is the time that is over
            printf '%s' "$part" >>"$1"
            return
        fi
        if [ $((SECONDS - told)) -ge 60 ]; then
            told=$SECONDS
            say "  $(((SECONDS - begun) / 60)) min: $count tests passed so far"
        fi
    done
}

# The tests of one suite.
suite() {
    local suite=$1
    shift
    case $suite in
        rules) cargo test "${PURE[@]}" --no-fail-fast -- "$@" ;;
        units) cargo test --release "${SERVER[@]}" --no-fail-fast --lib --bins --test mail -- "$@" ;;
        dependencies) scripts/dependencies.sh ;;
        *) scripts/postgres.sh cargo test --release "${SERVER[@]}" --no-fail-fast --test "$suite" -- "$@" ;;
    esac
}

# The tests that failed, as the runner lists them at the end.
failures() {
    awk '/^failures:$/ { n = 0; listing = 1; next }
         listing && /^    [^ ]+$/ { name[n++] = $1 }
         /^test result: / { for (i = 0; i < n; i++) print name[i]; n = listing = 0 }' "$1"
}

# prove PROOF SUITE ARGUMENTS…: runs it, and adds the rows: what it told, what it counted, what failed.
prove() {
    local proof=$1 suite=$2 id=$1-$2 code=0 begun=$SECONDS
    shift 2
    local log=$OUT/$id.log figures=$OUT/$id.figures
    : >"$log"
    : >"$figures"
    COUNTERSIGN_FIGURES=$figures suite "$suite" "$@" 2>&1 | follow "$log" || code=$?

    local started ended passed failed ignored
    read -r started ended passed failed ignored < <(awk '
        /^running [0-9]+ tests?$/ { started++ }
        /^test result: / { ended++; passed += $4; failed += $6; ignored += $8 }
        END { print started + 0, ended + 0, passed + 0, failed + 0, ignored + 0 }' "$log")
    local lost=$((started - ended)) problem=''
    if [ $lost -gt 0 ]; then problem="ended before its tests did"
    elif [ "$code" != 0 ] && [ "$failed" = 0 ]; then lost=1 problem="ended with code $code"
    elif [ $((passed + failed)) = 0 ]; then lost=1 problem="no such test"
    fi
    PASSED=$((PASSED + passed))
    FAILED=$((FAILED + failed + lost))

    local result=passed what text
    [ $((failed + lost)) = 0 ] || result=''
    # A figure is no verdict: beside a test that failed it stands without one.
    while IFS=$'\t' read -r what text; do
        case $text in
            "not run"*) row "${what%%: *}" "${what#*: }" "$text" "" ;;
            *) row "${what%%: *}" "${what#*: }" "$text" "$result" ;;
        esac
    done <"$figures"
    text="$passed passed"
    [ "$failed" = 0 ] || text+=", $failed failed"
    [ "$ignored" = 0 ] || text+=", $ignored ignored"
    row "$proof" "all checks, $suite" "$text, in $((SECONDS - begun)) s" "${result:-FAILED}"
    while read -r what; do row "$proof" "$what" "" FAILED; done < <(failures "$log")
    [ -z "$problem" ] || row "$proof" "$suite" "$problem" FAILED

    [ "$result" = passed ] || {
        say "--- the end of target/prove/$id.log"
        tail -n 60 "$log"
        say "---"
    }
}

COMPILED=no
compile() {
    if cargo test "${PURE[@]}" --no-run && cargo test --release "${SERVER[@]}" --no-run; then COMPILED=yes; return; fi
    FAILED=1
    row everything-else compiling "" FAILED
}

# The rows under their heads, in columns.
table() {
    awk -F '\t' -v heads="$HEADS" '
        { proof[NR] = $2; figures[NR] = $3; result[NR] = $4; head[NR] = $1
          if (index(" " heads " ", " " $1 " ") == 0) heads = heads " " $1
          if (length($2) > wide) wide = length($2)
          if (length($3) > far) far = length($3) }
        END {
          line = "  %-" wide "s  %-" far "s  %s\n"
          printf "\n" line, "proof", "figures", "result"
          count = split(heads, order, " ")
          for (h = 1; h <= count; h++) {
            shown = 0
            for (i = 1; i <= NR; i++) if (head[i] == order[h]) {
              if (!shown++) print "\n" order[h]
              printf line, proof[i], figures[i], result[i]
            }
          }
        }' "$ROWS"
}

wanted() { [ $# = 1 ] || [[ " ${*:2} " == *" $1 "* ]]; }

STEP_TOTAL=1
for run in "${RUNS[@]}"; do if wanted "${run%%|*}" "$@"; then STEP_TOTAL=$((STEP_TOTAL + 1)); fi; done
[ $STEP_TOTAL -gt 1 ] || die "no such proof: $*"

step "compiling the tests" compile
declare -A TAKEN=()
for run in "${RUNS[@]}"; do
    IFS='|' read -r proof suite filter more <<<"$run"
    # Filters have no spaces.
    # shellcheck disable=SC2206
    skip=(${TAKEN[$suite]:-})
    [ -z "$filter" ] || TAKEN[$suite]+=" --skip=$filter"
    [ $COMPILED = yes ] || break
    if wanted "$proof" "$@"; then step "$proof: $suite" prove "$proof" "$suite" ${filter:+"$filter"} ${more:+"$more"} "${skip[@]}"; fi
done

table
say ""
say "in $(((SECONDS - START) / 60)) min; the whole output is in target/prove"
say "$PASSED passed, $FAILED failed"
[ $FAILED = 0 ]
