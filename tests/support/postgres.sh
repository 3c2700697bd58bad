#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# A throw-away PostgreSQL server on loopback, for one test program: postgres.sh PORT
# Prints "ready" and its folder when it takes connections, then does what it reads: stop, start, crash (all at once,
# without a checkpoint), tls NAME (again, with a certificate of its own for that name: data/server.crt), each answered by
# "ready". Ends with its standard input, so with the program that started it, however that
# ends; nothing stays behind. The superuser is pgadmin, the password testpw. As the user postgres where root runs it.
set -euo pipefail
port=${1:?PORT}
bin=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -1)
[ -x "$bin/postgres" ] || { echo "PostgreSQL is missing: apt install postgresql-15" >&2; exit 1; }
as=()
[ "$(id -u)" = 0 ] && as=(runuser -u postgres --)
owner=$([ "$(id -u)" = 0 ] && echo postgres || id -un)

# initdb takes seconds: once a machine, user and version; then copied. Made elsewhere and moved, so that two at once do
# no harm.
template=${TMPDIR:-/tmp}/rolewright-postgres-$owner-$(basename "$(dirname "$bin")")
if [ ! -d "$template" ]; then
    making=$(mktemp -d "$template.XXXXXX")
    [ ${#as[@]} = 0 ] || chown "$owner" "$making"
    password=$(mktemp)
    printf testpw >"$password"
    [ ${#as[@]} = 0 ] || chown "$owner" "$password"
    "${as[@]}" "$bin/initdb" -D "$making/data" -A scram-sha-256 --pwfile="$password" -U pgadmin -E UTF8 \
        --locale=C.UTF-8 --data-checksums --no-sync >/dev/null
    rm -f "$password"
    mv -T "$making" "$template" 2>/dev/null || rm -rf "$making"
fi

dir=$(mktemp -d "${TMPDIR:-/tmp}/rolewright-pg.XXXXXX")
chmod 700 "$dir"
cp -a "$template/data" "$dir/data"
[ ${#as[@]} = 0 ] || chown "$owner" "$dir"
control() { "${as[@]}" "$bin/pg_ctl" -s -D "$dir/data" "$@" </dev/null >&2; }
tls=
start() {
    # Not every file one by one after a crash.
    control -w -t 120 -l "$dir/log" -o "-p $port -k $dir -c listen_addresses=127.0.0.1 -c max_connections=60 -c recovery_init_sync_method=syncfs $tls" start
}
certify() { # NAME
    "${as[@]}" openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj "/CN=$1" -addext "subjectAltName=DNS:$1" \
        -keyout "$dir/data/server.key" -out "$dir/data/server.crt" </dev/null 2>/dev/null
    tls="-c ssl=on"
}
end() {
    control -m immediate -w stop || true
    rm -rf "$dir"
}
trap end EXIT
trap 'exit 1' TERM INT HUP
start
echo "ready $dir"
while read -r command name; do
    case $command in
    stop) control -m fast -w stop ;;
    crash) control -m immediate -w stop ;;
    start) start ;;
    tls) certify "$name"; control -m fast -w stop; start ;;
    *) echo "unknown: $command" >&2; exit 2 ;;
    esac
    echo ready
done
