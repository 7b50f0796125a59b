#!/usr/bin/env bash
# postgres.sh COMMAND…: runs the command with TEST_DATABASE_URL.
#
# If that is set already, that server is used as it is. Otherwise a private, throw-away cluster is made in a temporary
# folder, on a free port of this machine only, and is removed at the end however the command ends.
CALLER=$PWD # lib.sh goes to the project's folder
# shellcheck source=scripts/lib.sh
. "$(dirname "$0")/lib.sh"
cd "$CALLER"
[ $# -gt 0 ] || die "postgres.sh COMMAND…"
[ -z "${TEST_DATABASE_URL:-}" ] || exec "$@"

find_bin() { # the newest version there is
    local dir
    dir=$(for d in /usr/lib/postgresql/*/bin /usr/pgsql-*/bin; do [ -x "$d/initdb" ] && echo "$d"; done | sort -V | tail -n 1)
    if [ -n "$dir" ]; then echo "$dir"; elif command -v initdb >/dev/null; then dirname "$(command -v initdb)"; fi
}
BIN=$(find_bin)
if [ -z "$BIN" ]; then
    say "[postgres] installing Debian's package"
    # Without the cluster that Debian's package would otherwise make and start.
    if has_apt && ! is_installed postgresql-common; then
        apt_install postgresql-common || true
        [ ! -f /etc/postgresql-common/createcluster.conf ] || as_root sed -i 's/^#\?create_main_cluster.*/create_main_cluster = false/' /etc/postgresql-common/createcluster.conf
    fi
    apt_install postgresql || true
    BIN=$(find_bin)
    [ -n "$BIN" ] || die "Postgres is needed for these tests: install it, or set TEST_DATABASE_URL"
fi

# Postgres refuses to run as root. `runuser` is for root only; anyone else runs it as himself.
as_postgres() {
    if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi
}

WORK=$(mktemp -d "${TMPDIR:-/tmp}/countersign-pg.XXXXXX")
STARTED=no
clean_up() {
    if [ "$STARTED" = yes ]; then
        (cd "$WORK" && as_postgres "$BIN/pg_ctl" -D "$WORK/data" -m immediate -w stop >/dev/null 2>&1) || true
    fi
    rm -rf "$WORK"
}
trap clean_up EXIT
# A signal must end the script, and so run clean_up. (The shell waits for the command first; Ctrl-C reaches both.)
trap 'exit 130' INT
trap 'exit 143' TERM HUP
[ "$(id -u)" != 0 ] || chown postgres "$WORK"

# fsync off is right for tests that end with the cluster's removal, and for nothing else. max_connections is for suites that
# run many tests at the same time, each with its own pool.
cd "$WORK"
as_postgres "$BIN/initdb" -D "$WORK/data" -U postgres -A trust -E UTF8 --locale=C.UTF-8 --no-sync >"$WORK/log" 2>&1 ||
    { cat "$WORK/log" >&2; die "initdb failed"; }
# A port that is free now may be taken a moment later: try again with another.
for _ in 1 2 3 4 5; do
    PORT=$((20000 + RANDOM % 20000))
    if as_postgres "$BIN/pg_ctl" -D "$WORK/data" -l "$WORK/data/log" -w -t 30 \
        -o "-p $PORT -k $WORK -c listen_addresses=127.0.0.1 -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=300" \
        start >/dev/null 2>&1; then
        STARTED=yes
        break
    fi
done
[ "$STARTED" = yes ] || { cat "$WORK/data/log" >&2; die "Postgres did not start"; }
cd "$CALLER"
export TEST_DATABASE_URL=postgres://postgres@127.0.0.1:$PORT/postgres
say "[postgres] throw-away cluster of $("$BIN/postgres" --version | awk '{print $3}') at $TEST_DATABASE_URL"

CODE=0
"$@" || CODE=$?
exit $CODE
