#!/bin/sh
# A throwaway PostgreSQL for the tests: scripts/postgres.sh start|stop|url
# It listens on 127.0.0.1 only, keeps nothing safe (no fsync) and trusts everybody on this machine.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
port=${PGPORT:-54329}
runner=$(id -un)
data=$root/build/pg

# PostgreSQL refuses to run as root, and another account may not look into root's folders.
if [ "$(id -u)" = 0 ]; then
    runner=nobody
    data=${TMPDIR:-/tmp}/aimwell-pg-$port
fi

as_runner() {
    if [ "$(id -un)" = "$runner" ]; then "$@"; else (cd / && runuser -u "$runner" -- "$@"); fi
}

find_programs() {
    for folder in $(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -Vr) /usr/local/bin /usr/bin; do
        if [ -x "$folder/initdb" ] && [ -x "$folder/pg_ctl" ]; then
            programs=$folder
            return 0
        fi
    done
    return 1
}

start() {
    find_programs || "$root/scripts/apt.sh" postgresql
    find_programs || { echo "PostgreSQL is missing and could not be installed." >&2; exit 1; }
    if "$programs/pg_isready" -q -h 127.0.0.1 -p "$port"; then
        return 0
    fi
    if [ ! -s "$data/PG_VERSION" ]; then
        mkdir -p "$data"
        chmod 700 "$data"
        [ "$(id -un)" = "$runner" ] || chown "$runner" "$data"
        as_runner "$programs/initdb" -D "$data" -U postgres -A trust -E UTF8 --no-sync >/dev/null
    fi
    unsafe="-F -c full_page_writes=off -c synchronous_commit=off -c wal_level=minimal -c max_wal_senders=0"
    idle="-c autovacuum=off -c jit=off -c checkpoint_timeout=1h -c max_wal_size=4GB"
    as_runner "$programs/pg_ctl" -D "$data" -l "$data/log" -w -s start -o \
        "-h 127.0.0.1 -p $port -k '' -c max_connections=60 $unsafe $idle" \
        || { tail -20 "$data/log" >&2; exit 1; }
}

stop() {
    find_programs || return 0
    if [ -s "$data/postmaster.pid" ]; then
        as_runner "$programs/pg_ctl" -D "$data" -m fast -w -s stop
    fi
}

case ${1:-} in
    start) start ;;
    stop) stop ;;
    url) echo "postgres://postgres@127.0.0.1:$port/aimwell" ;;
    *) echo "usage: $0 start|stop|url" >&2; exit 2 ;;
esac
